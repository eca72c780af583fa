/** What the check says of a draft: beside each field, and all together above the buttons. */
import type { Finding } from '../../content/finding.ts';
import { severityOf } from '../../checks/severity.ts';
import type { FieldPath } from '../../model/draft.ts';
import { count, fill } from '../../model/words.ts';
import type { Settings } from '../../content/settings.ts';
import { idOf } from './fields.ts';
import { make } from '../make.ts';

/** A finding for people. */
export interface Remark {
  /** Path of its field, joined by slashes; empty where it belongs to none. */
  path: string;
  /** Line of the body, from 1. */
  line?: number;
  /** Nothing stands there yet. */
  isMissing: boolean;
  isWarning: boolean;
  text: string;
}

/** @param help of the field: what stands beside it already is not said again */
export function remarkOf(
  finding: Finding,
  { path, line }: { path: FieldPath; line?: number },
  help: string,
  { compose }: Settings['words'],
): Remark {
  const isMissing = finding.rule === 'frontmatter' && finding.found.startsWith('no ');
  const { found, mend } = finding;
  const expected = finding.expected.replace(` (${help.replace(/\.$/, '')})`, '');
  const said = `${fill(compose.finding, { found, expected })}${mend ? ` ${mend}` : ''}`;
  return {
    path: path.join('/'),
    ...(line && { line }),
    isMissing,
    isWarning: severityOf(finding.rule) === 'warning',
    text: isMissing ? compose.stillMissing : line ? `${fill(compose.inLine, { line })} ${said}` : said,
  };
}

/** The nearest field that is there for a path: a value in a list has its list. */
export function fieldFor(form: HTMLElement, path: string): HTMLElement | undefined {
  for (let at = path; at; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '') {
    const field = form.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (field) return field;
  }
  return undefined;
}

/** Writes remarks beside their fields. @param isShown tells whether a field has been left once, so that it may be judged */
export function showBeside(form: HTMLElement, remarks: Remark[], isShown: (path: string) => boolean): void {
  const byField = new Map<HTMLElement, string[]>();
  for (const { path, text, isWarning } of remarks) {
    const field = fieldFor(form, path);
    if (field && !isWarning) byField.set(field, [...(byField.get(field) ?? []), text]);
  }
  for (const field of form.querySelectorAll<HTMLElement>('[data-path]')) {
    const path = field.dataset.path!;
    const texts = isShown(path) ? (byField.get(field) ?? []) : [];
    const place = document.getElementById(`${idOf(path)}-error`);
    if (!place) continue;
    place.hidden = texts.length === 0;
    const text = texts.join('\n');
    if (place.textContent !== text) place.textContent = text;
    field.toggleAttribute('data-wrong', texts.length > 0);
    const control = document.getElementById(idOf(path));
    if (control && control !== field) {
      if (texts.length > 0) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    }
  }
}

/** The list by the buttons. @param nameOf what the form calls the field at a path; @param go leads to it */
export function listRemarks(
  place: HTMLElement,
  remarks: Remark[],
  words: Settings['words']['compose'],
  nameOf: (path: string) => string,
  go: (remark: Remark) => void,
): void {
  const groups: [string, Remark[]][] = [
    [words.toMend, remarks.filter(({ isMissing, isWarning }) => !isMissing && !isWarning)],
    [words.stillMissingList, remarks.filter(({ isMissing }) => isMissing)],
    [words.mayMend, remarks.filter(({ isWarning }) => isWarning)],
  ];
  place.replaceChildren(
    ...groups
      .filter(([, some]) => some.length > 0)
      .flatMap(([title, some]) => [
        make('h3', {}, `${title} (${some.length})`),
        make(
          'ul',
          { class: 'remarks' },
          some.map((remark) => entry(remark, nameOf, go)),
        ),
      ]),
  );
}

function entry(remark: Remark, nameOf: (path: string) => string, go: (remark: Remark) => void): HTMLElement {
  const link = make('a', { href: `#${idOf(remark.path)}` }, nameOf(remark.path));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    go(remark);
  });
  return make('li', {}, remark.isMissing ? [link] : [link, `: ${remark.text}`]);
}

/** How many things are left to do, or that none is. */
export function summaryOf(remarks: Remark[], { words, site }: Settings): string {
  const left = remarks.filter(({ isWarning }) => !isWarning).length;
  return left > 0 ? count(words.compose.missing, left, site.language) : words.compose.ready;
}
