/** What a result shows of its page beside the list: enough to see whether it is the right one, often enough to go on. */
import type { ContentPage } from '../content/page.ts';
import { isOfType } from '../model/library.ts';

/** Plain text throughout. */
export interface Preview {
  /** When the page is the right one. */
  when?: string;
  /** `steps` are numbered, `checks` ticked, `options` answers to `ask`; `points` are what the page holds. */
  kind: 'steps' | 'checks' | 'options' | 'points';
  /** A tool's first question, an experiment's question. */
  ask?: string;
  items: string[];
  /** How many more there are of them. */
  more: number;
}

const most = 5;

export function previewOf(page: ContentPage): Preview {
  if (isOfType(page, 'job-aids')) {
    const { steps, checks, headings } = page;
    const when = { when: page.data.use_when };
    if (steps.length > 0) return { ...when, ...list('steps', texts(steps)) };
    if (checks.length > 0) return { ...when, ...list('checks', texts(checks)) };
    return { ...when, ...list('points', texts(headings)) };
  }
  if (isOfType(page, 'decision-tools')) {
    const [first] = page.data.questions;
    const options = first?.options.map(({ say }) => say) ?? [];
    return { ...(first && { ask: first.ask }), ...list('options', options) };
  }
  if (isOfType(page, 'pathways'))
    return list(
      'points',
      page.data.path.flatMap(({ abilities }) => abilities.map(({ can }) => can)),
    );
  if (isOfType(page, 'technologies')) return list('points', page.data.affords);
  if (isOfType(page, 'experiments')) return { ask: page.data.question, ...list('points', page.data.measure) };
  if (isOfType(page, 'references') && page.headings.length === 0)
    return list(
      'points',
      page.data.terms.map(({ term }) => term),
    );
  return list('points', texts(page.headings));
}

function texts(parts: { text: string }[]): string[] {
  return parts.map(({ text }) => text);
}

function list(kind: Preview['kind'], items: string[]): Pick<Preview, 'kind' | 'items' | 'more'> {
  return { kind, items: items.slice(0, most), more: Math.max(0, items.length - most) };
}
