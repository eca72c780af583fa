/** An outcome as text, to be sent or filed: what to do, what was answered, why, and where it comes from. */
import type { State } from '../../decisions/replay.ts';
import { writtenAnswer, type Writing } from '../../decisions/written.ts';
import { readableDay } from '../../model/words.ts';

interface Copy {
  /** The outcome's own section. */
  section: HTMLElement;
  state: State;
  reasons: string[];
  writing: Writing;
  /** `YYYY-MM-DD`, where the reader is. */
  day: string;
  version: string;
  /** What stands above the answers. */
  heading: string;
  /** The tool's name. */
  title: string;
  /** An address that brings the answers back; nothing where none may hold them. */
  address?: string;
}

export function copyOf({
  section,
  state,
  reasons,
  writing,
  day,
  version,
  heading,
  title,
  address,
}: Copy): string {
  const said = [
    ...section.querySelectorAll<HTMLElement>('.node-title, .because-text, .passages > :not([hidden])'),
  ].map(textOf);
  const answers = state.given.map(
    ({ question, answer }) => `- ${question.ask} ${writtenAnswer(question, answer, writing)}`,
  );
  const next = [...section.querySelectorAll<HTMLAnchorElement>('.button, .then a')].map(
    (link) => `- ${textOf(link)}: ${link.href}`,
  );
  return [
    ...said,
    '',
    `${heading}:`,
    ...answers,
    ...(reasons.length > 0 ? ['', ...reasons.map((reason) => `- ${reason}`)] : []),
    '',
    ...next,
    '',
    `${title} (${version})`,
    readableDay(day, writing.language),
    ...(address === undefined ? [] : [address]),
  ].join('\n');
}

function textOf(part: HTMLElement): string {
  return part.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
