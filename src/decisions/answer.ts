/** What a reader answers: as text in the address, as a value in sums, and why it does not do. */
import { dayText, readDay } from './calendar.ts';
import { countryCodes } from './countries.ts';
import { compare, divide, floor, isWhole, readExact, toText, whole, type Exact } from './exact.ts';
import {
  evaluate,
  holds,
  isExact,
  type AnswerScope,
  type Expression,
  type Scope,
  type Value,
} from './expression.ts';
import type { Question } from './graph.ts';

/** Why an answer does not do; each has words of its own, `rule` and `pattern` those of the tool. */
export interface AnswerFault {
  is:
    | 'empty'
    | 'number'
    | 'whole'
    | 'places'
    | 'step'
    | 'date'
    | 'year'
    | 'country'
    | 'option'
    | 'alone'
    | 'min'
    | 'max'
    | 'pattern'
    | 'rule';
  /** The limit that it breaks. */
  limit?: Exact;
  /** What the tool says. */
  says?: string;
}

/** Longer text is no answer to any question. */
const longest = 400;

/**
 * Reads an answer as it stands in the address: an option's id, ids joined by commas, decimal text, a day `YYYY-MM-DD`, a
 * country's two letters. Never throws.
 */
export function readAnswer(
  question: Question,
  text: string,
  scope: AnswerScope,
): { value: Value } | { fault: AnswerFault } {
  if (text === '') return { fault: { is: 'empty' } };
  if (text.length > longest) return { fault: { is: 'option' } };
  const read = readValue(question, text);
  return 'fault' in read ? read : (limitFault(question, read.value, text, scope) ?? read);
}

type Read = { value: Value } | { fault: AnswerFault };

const fault = (is: AnswerFault['is'], more: Omit<AnswerFault, 'is'> = {}): { fault: AnswerFault } => ({
  fault: { is, ...more },
});

function readValue(question: Question, text: string): Read {
  const { type, options } = question;
  switch (type) {
    case 'radio':
      return options.some(({ id }) => id === text) ? { value: text } : fault('option');
    case 'checkbox':
      return readChoices(question, text.split(','));
    case 'country':
      return countryCodes.includes(text) ? { value: text } : fault('country');
    case 'date': {
      const day = readDay(text);
      return day === undefined ? fault('date') : { value: whole(day) };
    }
    case 'year':
      return /^\d{4}$/.test(text) ? { value: whole(Number(text)) } : fault('year');
    default:
      return readNumber(question, text);
  }
}

/** In the order of the options, however they were ticked. */
function readChoices({ options }: Question, chosen: string[]): Read {
  if (!chosen.every((id) => options.some((option) => option.id === id))) return fault('option');
  const ticked = options.filter(({ id }) => chosen.includes(id));
  if (ticked.length > 1 && ticked.some(({ alone }) => alone)) return fault('alone');
  return { value: ticked.map(({ id }) => id) };
}

function readNumber({ type, places, step }: Question, text: string): Read {
  const value = readExact(text);
  if (!value) return fault('number');
  if (type === 'integer' && !isWhole(value)) return fault('whole');
  const most = places ?? (type === 'money' ? 2 : undefined);
  if (most !== undefined && (/\.(\d*)$/.exec(text)?.[1]?.length ?? 0) > most) {
    return fault('places', { limit: whole(most) });
  }
  const stride = step === undefined ? undefined : readExact(step);
  const strides = stride && divide(value, stride);
  return strides && !isWhole(strides) ? fault('step', { limit: stride }) : { value };
}

function limitFault(question: Question, value: Value, text: string, scope: AnswerScope): Read | undefined {
  const { min, max, pattern, rules } = question;
  if (pattern && !new RegExp(`^(?:${pattern.like})$`, 'u').test(text))
    return fault('pattern', { says: pattern.say });
  const least = limitOf(min, scope);
  const most = limitOf(max, scope);
  if (isExact(value) && least && compare(value, least) < 0) return fault('min', { limit: least });
  if (isExact(value) && most && compare(value, most) > 0) return fault('max', { limit: most });
  const withAnswer = rules.length > 0 ? scope.answering(question.id, value) : scope;
  const broken = rules.find(({ must }) => holds(must, withAnswer) !== true);
  return broken && fault('rule', { says: broken.say });
}

/** A limit that can't be worked out limits nothing; the proofs find those. */
function limitOf(limit: Expression | undefined, scope: Scope): Exact | undefined {
  const value = limit && evaluate(limit, scope);
  return value !== undefined && isExact(value) ? value : undefined;
}

/**
 * What a reader types, as it would stand in the address: `£1,200.50` → `1200.50`. Spaces, currency signs and commas between thousands
 * are how people write numbers; anything else stays, to be refused with a reason.
 */
export function writtenAnswer({ type }: Question, typed: string): string {
  const text = typed.trim();
  if (!['number', 'integer', 'money', 'year'].includes(type)) return text;
  const plain = text
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(/^(-?)\p{Sc}/u, '$1')
    .replace('−', '-')
    .replace(/\p{Sc}$/u, '');
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  return grouped.replace(/^(-?)\./, '$10.').replace(/^(-?\d+)\.$/, '$1');
}

/** A number or day as an answer in the address. */
export function numberAnswer({ type }: Question, number: Exact): string {
  return type === 'date' ? dayText(Number(floor(number))) : toText(number);
}

/** The distance between two answers to a question. @param places decimal places where the question says nothing */
export function answerGrid(
  { type, step, places }: Pick<Question, 'type' | 'step' | 'places'>,
  otherwise: number,
): Exact {
  if (step !== undefined) return readExact(step) ?? whole(1);
  if (['integer', 'date', 'year'].includes(type)) return whole(1);
  const decimals = places ?? (type === 'money' ? 2 : otherwise);
  return { n: 1n, d: 10n ** BigInt(decimals) };
}
