/** A result as elements. Text of the index goes in as text, never as markup; only the drawn signs, which are ours, are markup. */
import { icon } from '../components/page/icons.ts';
import { count, fill } from '../model/words.ts';
import type { Found } from '../search/engine.ts';
import type { Piece, Result } from '../search/result.ts';
import type { BoxWords } from '../search/words.ts';
import { today } from './today.ts';

type Content = Node | string;

/** An element with attributes and content; attributes that are `undefined` are left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | undefined> = {},
  ...content: Content[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}

/** Title, what it gives, and how it is labelled. */
export function resultCard(result: Result, words: BoxWords): Content[] {
  return [
    element('span', { class: 'name' }, result.title),
    ' ',
    element('span', { class: 'says' }, result.summary),
    ' ',
    facts(result, words),
  ];
}

/** The same for the list below the field. A result that leads to a section says so; the others keep the place and form they have. */
export function shortCard(result: Result, words: BoxWords): Content[] {
  const { section, open } = result;
  if (section?.href !== open) return resultCard(result, words);
  const says = element(
    'span',
    { class: 'says' },
    ...foundIn(words, element('b', {}, section.title), section.excerpt),
  );
  return [element('span', { class: 'name' }, result.title), ' ', says, ' ', facts(result, words)];
}

/** “In *heading*: the words around the match”. */
export function foundIn(words: BoxWords, heading: HTMLElement, excerpt: Piece[]): Content[] {
  const colon = /[.?!…:]$/.test(heading.textContent) ? ' ' : ': ';
  const around = excerpt.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
  return [`${words.section} `, heading, colon, ...around];
}

function facts({ type, minutes, stages, page, review }: Result, words: BoxWords): HTMLElement {
  const parts = [element('span', {}, sign(type), ` ${page ?? words.types[type] ?? ''}`)];
  if (minutes) parts.push(element('span', {}, count(words.minutes, minutes, words.language)));
  // A page for everybody need not say for whom it is.
  for (const stage of stages.length < Object.keys(words.stages).length ? stages : [])
    parts.push(
      element('span', { class: 'stage-name', 'data-stage': stage }, sign(stage), words.stages[stage] ?? ''),
    );
  const age = ageOf(review);
  if (age) parts.push(element('span', { class: 'age' }, sign('warning'), words[age]));
  return element(
    'span',
    { class: 'facts' },
    ...parts.flatMap((part, index) => (index > 0 ? [' ', part] : [part])),
  );
}

/** Whether a page's review has run out, or stands for an earlier version. */
function ageOf(review: string | undefined): 'overdue' | 'void' | undefined {
  if (!review) return undefined;
  if (review === 'void') return 'void';
  return review < today() ? 'overdue' : undefined;
}

function sign(name: string): Node {
  const template = document.createElement('template');
  template.innerHTML = icon(name);
  return template.content;
}

/** “Showing results for …”, or that there is nothing, or nothing at all. */
export function verdictOn(
  found: Pick<Found, 'isNearest' | 'isShutOut' | 'isWhole' | 'showingFor' | 'understood'>,
  words: BoxWords,
): string {
  const { text } = found.understood;
  // Without the full text nobody can say that there is nothing.
  if (found.isNearest && !found.isWhole) return words.failed;
  if (found.isNearest) return fill(found.isShutOut ? words.shutOut : words.nothing, { query: text });
  return found.showingFor ? fill(words.showingFor, { words: `“${found.showingFor.join(' ')}”` }) : '';
}
