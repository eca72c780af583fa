/** A result as elements. Text of the index goes in as text, never as markup; only the drawn signs, which are ours, are markup. */
import { icon } from '../components/page/icons.ts';
import { count, fill } from '../model/words.ts';
import type { Piece, Result } from '../search/result.ts';
import type { BoxWords } from '../search/words.ts';

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

/** The same for the list below the field: with the heading of the matching section, or its text where the result leads there. */
export function shortCard(result: Result, words: BoxWords): Content[] {
  const { section } = result;
  if (!section) return resultCard(result, words);
  const heading = element('b', {}, section.title);
  if (result.open !== section.href) {
    const card = resultCard(result, words);
    return [
      ...card.slice(0, -1),
      element('span', { class: 'where' }, `${words.section} `, heading),
      ' ',
      ...card.slice(-1),
    ];
  }
  const says = element('span', { class: 'says' }, ...foundIn(words, heading, section.excerpt));
  return [element('span', { class: 'name' }, result.title), ' ', says, ' ', facts(result, words)];
}

/** “In *heading*: the words around the match”. */
export function foundIn(words: BoxWords, heading: HTMLElement, excerpt: Piece[]): Content[] {
  const colon = /[.?!…:]$/.test(heading.textContent) ? ' ' : ': ';
  const around = excerpt.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
  return [`${words.section} `, heading, colon, ...around];
}

function facts({ type, minutes, stages }: Result, words: BoxWords): HTMLElement {
  const parts = [element('span', {}, sign(type), ` ${words.types[type] ?? ''}`)];
  if (minutes) parts.push(element('span', {}, count(words.minutes, minutes, words.language)));
  for (const stage of stages)
    parts.push(
      element('span', { class: 'stage-name', 'data-stage': stage }, sign(stage), words.stages[stage] ?? ''),
    );
  return element(
    'span',
    { class: 'facts' },
    ...parts.flatMap((part, index) => (index > 0 ? [' ', part] : [part])),
  );
}

function sign(name: string): Node {
  const template = document.createElement('template');
  template.innerHTML = icon(name);
  return template.content;
}

/** “Showing results for …”, or that there is nothing, or nothing at all. */
export function verdictOn(
  found: { isNearest: boolean; showingFor?: string[]; understood: { text: string } },
  words: BoxWords,
): string {
  if (found.isNearest) return fill(words.nothing, { query: found.understood.text });
  return found.showingFor ? fill(words.showingFor, { words: `“${found.showingFor.join(' ')}”` }) : '';
}
