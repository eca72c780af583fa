/** A result as elements. Text of the index goes in as text, never as markup; only the drawn signs, which are ours, are markup. */
import { icon } from '../components/page/icons.ts';
import { count, fill } from '../model/words.ts';
import type { Found } from '../search/engine.ts';
import type { Piece, Result } from '../search/result.ts';
import type { BoxWords } from '../search/words.ts';
import { make } from './make.ts';
import { today } from './today.ts';

type Content = Node | string;

/** Title, what it gives, and how it is labelled. */
export function resultCard(result: Result, words: BoxWords): Content[] {
  return [
    make('span', { class: 'name' }, [result.title]),
    ' ',
    make('span', { class: 'says' }, [result.summary]),
    ' ',
    facts(result, words),
  ];
}

/** The same for the list below the field. A result that leads to a section says so; the others keep the place and form they have. */
export function shortCard(result: Result, words: BoxWords): Content[] {
  const { section, open } = result;
  if (section?.href !== open) return resultCard(result, words);
  const says = make(
    'span',
    { class: 'says' },
    foundIn(words, make('b', {}, [section.title]), section.excerpt),
  );
  return [make('span', { class: 'name' }, [result.title]), ' ', says, ' ', facts(result, words)];
}

/** “In *heading*: the words around the match”. */
export function foundIn(words: BoxWords, heading: HTMLElement, excerpt: Piece[]): Content[] {
  const colon = /[.?!…:]$/.test(heading.textContent) ? ' ' : ': ';
  const around = excerpt.map(({ text, marked }) => (marked ? make('mark', {}, [text]) : text));
  return [`${words.section} `, heading, colon, ...around];
}

function facts({ type, minutes, stages, page, review }: Result, words: BoxWords): HTMLElement {
  const parts = [make('span', {}, [sign(type), ` ${page ?? words.types[type] ?? ''}`])];
  if (minutes) parts.push(make('span', {}, [count(words.minutes, minutes, words.language)]));
  // A page for everybody need not say for whom it is.
  for (const stage of stages.length < Object.keys(words.stages).length ? stages : [])
    parts.push(
      make('span', { class: 'stage-name', 'data-stage': stage }, [sign(stage), words.stages[stage] ?? '']),
    );
  const age = ageOf(review);
  if (age) parts.push(make('span', { class: 'age' }, [sign('warning'), words[age]]));
  return make(
    'span',
    { class: 'facts' },
    parts.flatMap((part, index) => (index > 0 ? [' ', part] : [part])),
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
