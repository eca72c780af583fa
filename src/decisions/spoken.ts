/** Conditions and sums in plain words: `people > 50` → “How many people?”: more than 50. */
import { fill } from '../model/words.ts';
import type { Words } from '../schema/words.ts';
import { dayText } from './calendar.ts';
import { namesIn, type Expression } from './expression.ts';
import { questionOf, type Graph, type Question } from './graph.ts';
import { isoCurrency, moneyOf } from './placeholders.ts';

export interface Speech {
  graph: Graph;
  words: Words['tool']['spoken'];
  /** A language tag such as `en`. */
  language: string;
  /** The question that stands beside the words: its name is left out. */
  about?: string;
}

/**
 * A condition or a sum in words. Options are named by what they say, questions by what they ask, values by their names; what
 * repeats for each of a group is said once.
 */
export function spoken(expression: Expression, speech: Speech): string {
  return new Speaker(speech).say(expression);
}

type Parts = readonly [operator: string, ...parts: Expression[]];

/** One thing that is said of a subject: “at least 18” of “How old are you?”. */
interface Claim {
  /** Empty where the claim says all. */
  subject: string;
  /** How the two are put together. */
  as?: 'answer' | 'is';
  says: string;
  /** Whether it holds an “and” or an “or” of its own. */
  isList?: boolean;
}

/** How numbers are meant, which the tree does not say: what stands on the other side of the sign does. */
interface Kind {
  is: 'number' | 'date' | 'weekday' | 'month' | 'choice' | 'country';
  unit?: string;
  of?: Question;
}

const opposite: Record<string, string> = { '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' };
const mirrored: Record<string, string> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=', '=': '=', '!=': '!=' };
const predicates = {
  '=': ['equal', 'equal'],
  '!=': ['unequal', 'unequal'],
  '<': ['less', 'before'],
  '<=': ['atMost', 'notAfter'],
  '>': ['more', 'after'],
  '>=': ['atLeast', 'notBefore'],
} as const;
/** Longer lists are told by their beginning. */
const mostListed = 6;

class Speaker {
  readonly #speech: Speech;
  readonly #locale: string;
  /** The group whose repetition is spoken about. */
  #group = '';

  constructor(speech: Speech) {
    this.#speech = speech;
    this.#locale = speech.language === 'en' ? 'en-GB' : speech.language;
  }

  say(expression: Expression): string {
    return isCondition(expression, this.#speech.graph)
      ? this.#condition(expression, false)
      : this.#sum(expression);
  }

  #fill(key: keyof Speech['words'], a = '', b = '', c = ''): string {
    return fill(this.#speech.words[key], { a, b, c });
  }

  #list(items: string[], type: 'conjunction' | 'disjunction'): string {
    return new Intl.ListFormat(this.#locale, { type }).format(items);
  }

  #condition(expression: Expression, negated: boolean): string {
    const [operator, ...parts] = expression as Parts;
    if (operator === 'not') return this.#condition(parts[0]!, !negated);
    const repeated = this.#repeatedCondition(expression, negated);
    if (repeated) return repeated;
    if (operator === 'and' || operator === 'or') return this.#several(expression, negated);
    const claim = this.#claim(expression, negated);
    return this.#told(claim, claim.says);
  }

  #told({ subject, as }: Claim, says: string): string {
    return as ? this.#fill(as, subject, says) : says;
  }

  /** `and` and `or`, with all that is said of one subject together. Under a “not” each turns into the other. */
  #several(expression: Expression, negated: boolean): string {
    const [operator] = expression;
    const isAnd = (operator === 'and') !== negated;
    const parts = this.#flat(expression, operator as string);
    // `asked(age) and age > 60`: who answers “more than 60” was asked.
    const needed = parts.filter(
      (part) =>
        !isAnd ||
        negated ||
        part[0] !== 'asked' ||
        !parts.some((other) => other !== part && reads(other, part[1] as string)),
    );
    const type = isAnd ? 'conjunction' : 'disjunction';
    const claims = new Map<string, Claim[]>();
    for (const part of needed) {
      const claim = this.#claim(part, negated);
      claims.set(claim.subject, [...(claims.get(claim.subject) ?? []), claim]);
    }
    const items = [...claims.values()].map((list) => ({
      text: this.#told(
        list[0]!,
        this.#list(
          list.map(({ says }) => says),
          type,
        ),
      ),
      isList: list.length > 1 || list.some(({ isList }) => isList),
    }));
    if (items.length === 1 || items.every(({ isList }) => !isList))
      return this.#list(
        items.map(({ text }) => text),
        type,
      );
    return items.map(({ text }) => text).reduce((a, b) => this.#fill(isAnd ? 'andAlso' : 'orElse', a, b));
  }

  #flat(expression: Expression, operator: string): Expression[] {
    const [is, ...parts] = expression as Parts;
    return is === operator && !this.#repetition(expression)
      ? parts.flatMap((part) => this.#flat(part, operator))
      : [expression];
  }

  #claim(expression: Expression, negated: boolean): Claim {
    const [operator, ...parts] = expression as Parts;
    if (operator in opposite) return this.#comparison(expression, negated);
    const repeated = this.#repeatedCondition(expression, negated);
    if (repeated) return { subject: '', says: repeated, isList: true };
    switch (operator) {
      case 'has':
        return {
          ...this.#subject(parts[0]!),
          says: this.#fill(negated ? 'without' : 'with', this.#sum(parts[1]!, this.#kindOf(parts[0]!))),
        };
      case 'in':
        return this.#membership(parts[0]!, parts[1]!, negated);
      case 'asked':
        return {
          subject: '',
          says: this.#fill(negated ? 'notAsked' : 'asked', this.#name(String(parts[0]))),
        };
      case 'working-day':
        return {
          ...this.#subject(parts[0]!),
          says: this.#fill(negated ? 'noWorkingDay' : 'workingDay'),
        };
      case 'and':
      case 'or': {
        const says = this.#condition(expression, negated);
        const isOr = (operator === 'or') !== negated;
        return { subject: '', says: isOr ? this.#fill('either', says) : says, isList: true };
      }
      case 'not':
        return this.#claim(parts[0]!, !negated);
      default:
        return { subject: '', says: this.#fill(negated ? 'no' : 'yes', this.#sum(expression)) };
    }
  }

  #comparison(expression: Expression, negated: boolean): Claim {
    let [sign, left, right] = expression as readonly [string, Expression, Expression];
    if (isLiteral(left) && !isLiteral(right)) [sign, left, right] = [mirrored[sign]!, right, left];
    if (negated) sign = opposite[sign]!;
    const kind = this.#meant(left, right);
    const [ofNumber, ofDay] = predicates[sign as keyof typeof predicates];
    const says = this.#fill(kind.is === 'date' ? ofDay : ofNumber, this.#sum(right, kind));
    return { ...this.#subject(left, kind), says };
  }

  #meant(left: Expression, right: Expression): Kind {
    const [a, b] = [this.#kindOf(left), this.#kindOf(right)];
    return a.is === 'number' && !a.unit ? b : a;
  }

  #membership(one: Expression, many: Expression, negated: boolean): Claim {
    const subject = this.#subject(one);
    if (many[0] === 'days') {
      const says = this.#fill(negated ? 'notInDays' : 'inDays', readable(many[1] as string));
      return { ...subject, says };
    }
    const kind = this.#kindOf(one);
    const texts = (many.slice(1) as Expression[]).map((text) => this.#sum(text, kind));
    const rest = texts.length - mostListed;
    const listed =
      rest > 1 ? [...texts.slice(0, mostListed), this.#fill('others', this.#number(String(rest)))] : texts;
    const list = this.#list(listed, 'disjunction');
    return { ...subject, says: this.#fill(negated ? 'unequal' : 'equal', list), isList: texts.length > 1 };
  }

  /** What a claim is about, unless that stands beside it. */
  #subject(expression: Expression, kind?: Kind): Pick<Claim, 'subject' | 'as'> {
    const isName = expression[0] === 'ref';
    if (isName && expression[1] === this.#speech.about) return { subject: '' };
    const isQuestion = isName && questionOf(this.#speech.graph, expression[1] as string) !== undefined;
    return { subject: this.#sum(expression, kind), as: isQuestion ? 'answer' : 'is' };
  }

  #name(id: string): string {
    const { graph } = this.#speech;
    const question = questionOf(graph, id);
    if (question) {
      const ask = question.group?.id === this.#group ? withoutRepetition(question.ask) : question.ask;
      return this.#fill('quoted', shortened(ask));
    }
    const say = graph.values.find((value) => value.id === id)?.say ?? id;
    return say === id ? readable(id) : say;
  }

  /** A value in words. @param kind what a number or text stands for */
  #sum(expression: Expression, kind: Kind = { is: 'number' }): string {
    const repeated = this.#repeatedSum(expression);
    if (repeated) return repeated;
    const [operator, ...parts] = expression as Parts;
    const part = (i: number, as?: Kind) => this.#sum(parts[i]!, as);
    const text = String(parts[0]);
    switch (operator) {
      case 'number':
        return this.#literal(text, kind);
      case 'text':
        return this.#choice(text, kind);
      case 'ref':
        return this.#name(text);
      case 'today':
        return this.#fill('today');
      case 'rate': {
        const say = this.#speech.graph.tables.find(({ id }) => id === text)?.say ?? text;
        return this.#fill('rate', say === text ? readable(text) : say, part(1, { is: 'date' }));
      }
      case '+':
      case '-':
      case '*':
      case '/':
        return this.#arithmetic(operator, parts[0]!, parts[1]!, this.#kindOf(expression));
      case 'negative':
        return `−${this.#bracketed(parts[0]!, 3)}`;
      case 'sum':
        return parts.map((_, i) => part(i)).join(' + ');
      case 'min':
      case 'max': {
        const own = this.#kindOf(expression);
        const key = own.is === 'date' ? (operator === 'min' ? 'earliest' : 'latest') : operator;
        return this.#fill(
          key,
          this.#list(
            parts.map((one) => this.#sum(one, own)),
            'conjunction',
          ),
        );
      }
      case 'if':
        return this.#fill('if', this.#condition(parts[0]!, false), part(1, kind), part(2, kind));
      case 'size':
        return this.#fill('size', part(0));
      case 'days':
      case 'weeks':
      case 'months':
      case 'years':
        return this.#fill(operator, part(0, { is: 'date' }), part(1, { is: 'date' }));
      case 'plus-days':
      case 'plus-weeks':
      case 'plus-months':
      case 'plus-years':
      case 'plus-working-days':
        return this.#moved(operator.slice(5, -1), parts[0]!, parts[1]!);
      case 'round':
      case 'round-up':
      case 'round-down': {
        const key = { round: 'round', 'round-up': 'roundUp', 'round-down': 'roundDown' }[operator] as 'round';
        const rounded = this.#fill(key, part(0));
        return parts[1] ? this.#fill('places', rounded, part(1)) : rounded;
      }
      case 'abs':
      case 'weekday':
      case 'year':
      case 'month':
      case 'day':
        return this.#fill(operator, part(0, { is: operator === 'abs' ? 'number' : 'date' }));
      default:
        return this.#condition(expression, false);
    }
  }

  #arithmetic(sign: '+' | '-' | '*' | '/', left: Expression, right: Expression, { unit }: Kind): string {
    const isLoose = sign === '+' || sign === '-';
    // £5, but no “2 people”: the other side says already what is counted.
    const as: Kind | undefined = isLoose && isoCurrency(unit) ? { is: 'number', unit } : undefined;
    const a = this.#bracketed(left, isLoose ? 1 : 2, as);
    const b = this.#bracketed(right, isLoose ? (sign === '-' ? 2 : 1) : sign === '/' ? 3 : 2, as);
    return `${a} ${{ '+': '+', '-': '−', '*': '×', '/': '÷' }[sign]} ${b}`;
  }

  /** In brackets where it binds more loosely than what stands around it. */
  #bracketed(expression: Expression, binding: number, kind?: Kind): string {
    const own = { '+': 1, '-': 1, sum: 1, if: 0, '*': 2, '/': 2 }[expression[0] as string] ?? 3;
    const text = this.#sum(expression, kind);
    return own < binding && !this.#repetition(expression) ? `(${text})` : text;
  }

  /** “28 days after …”, in the words that the language has for spans of time. */
  #moved(span: string, day: Expression, by: Expression): string {
    const isBack = by[0] === 'negative';
    const count = (isBack ? by[1] : by) as Expression;
    const n = count[0] === 'number' ? Number(count[1]) : undefined;
    const text = n === undefined ? this.#bracketed(count, 3) : this.#number(String(n));
    const spans =
      span === 'working-day'
        ? this.#fill(n === 1 ? 'oneWorkingDay' : 'workingDays', text)
        : new Intl.NumberFormat(this.#locale, { style: 'unit', unit: span, unitDisplay: 'long' })
            .format(n ?? 5)
            .replace(n === undefined ? '5' : /^$/, text);
    return this.#fill(isBack ? 'earlier' : 'later', spans, this.#sum(day, { is: 'date' }));
  }

  #number(text: string): string {
    return new Intl.NumberFormat(this.#locale, { maximumFractionDigits: 20 }).format(text as `${number}`);
  }

  #literal(text: string, { is, unit }: Kind): string {
    const n = Number(text);
    const on = (day: number, format: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(this.#locale, { ...format, timeZone: 'UTC' }).format(
        new Date(`${dayText(day)}T00:00:00Z`),
      );
    if (is === 'date') return on(n, { dateStyle: 'long' });
    // Day 3 after 1970-01-01 is a Sunday; months have at most 31 days.
    if (is === 'weekday') return on(n + 3, { weekday: 'long' });
    if (is === 'month') return on((n - 1) * 31, { month: 'long' });
    const money = moneyOf(unit);
    if (money) return this.#each(this.#money(text, money.currency), money.each);
    const number = this.#number(text);
    if (unit === '%') return `${number}%`;
    // Units are written in the plural.
    if (!unit || n === 1) return number;
    return this.#each(number, ` ${unit}`);
  }

  /** @param each what stands behind the amount: ` hours/week`, `/lunch`, ` per hour` */
  #each(amount: string, each: string): string {
    const [above, ...under] = each.split('/');
    return under.reduce((over, one) => this.#fill('per', over, one), amount + above);
  }

  #money(text: string, currency: string): string {
    const style = text.includes('.') ? {} : { minimumFractionDigits: 0 };
    const format = new Intl.NumberFormat(this.#locale, { style: 'currency', currency, ...style });
    return format.format(text as `${number}`);
  }

  #choice(text: string, { is, of }: Kind): string {
    if (is === 'country')
      return new Intl.DisplayNames(this.#locale, { type: 'region', fallback: 'code' }).of(text) ?? text;
    return this.#fill('quoted', of?.options.find(({ id }) => id === text)?.say ?? text);
  }

  #kindOf(expression: Expression): Kind {
    const [operator, ...parts] = expression as Parts;
    if (operator === 'ref') return this.#kindOfName(String(parts[0]));
    if (operator === 'today' || operator.startsWith('plus-')) return { is: 'date' };
    if (operator === 'weekday' || operator === 'month') return { is: operator };
    if (
      ['min', 'max', 'if', '+', '-', 'negative', 'sum', 'round', 'round-up', 'round-down', 'abs'].includes(
        operator,
      )
    ) {
      const kinds = parts.slice(operator === 'if' ? 1 : 0).map((part) => this.#kindOf(part));
      return kinds.find(({ is, unit }) => is !== 'number' || unit) ?? { is: 'number' };
    }
    return { is: 'number' };
  }

  #kindOfName(id: string): Kind {
    const { graph } = this.#speech;
    const value = graph.values.find((one) => one.id === id);
    const question = questionOf(graph, id);
    const unit = question?.unit ?? value?.unit;
    if (question?.type === 'date' || value?.kind === 'date') return { is: 'date' };
    if (question?.type === 'country') return { is: 'country' };
    if (question && question.options.length > 0) return { is: 'choice', of: question };
    return { is: 'number', ...(unit && { unit }) };
  }

  #repeatedCondition(expression: Expression, negated: boolean): string | undefined {
    const found = this.#repetition(expression);
    if (!found || (found.is !== 'any' && found.is !== 'all')) return undefined;
    // Not all: at least one for which it does not hold.
    const key = (found.is === 'any') !== negated ? 'any' : 'all';
    return this.#within(found, () => this.#fill(key, found.say, this.#condition(found.each, negated)));
  }

  #repeatedSum(expression: Expression): string | undefined {
    const found = this.#repetition(expression);
    if (!found || found.is === 'any' || found.is === 'all') return undefined;
    const { is, say, each } = found;
    const key = { count: 'countEach', sum: 'sumEach', min: 'minEach', max: 'maxEach' }[is] as 'sumEach';
    return this.#within(found, () => this.#fill(key, say, this.say(each)));
  }

  #within({ group }: Repetition, speak: () => string): string {
    const outer = this.#group;
    this.#group = group;
    const words = speak();
    this.#group = outer;
    return words;
  }

  /** What compiling has written out for each of a group, taken as one again. */
  #repetition(expression: Expression): Repetition | undefined {
    const [operator, ...parts] = expression as Parts;
    if (operator === 'or' || operator === 'and') {
      const all = chain(expression, 'and').map(
        (part) => part[0] === 'or' && part[1]?.[0] === 'not' && [part[1][1], part[2]],
      );
      const any = chain(expression, 'or').map((part) => part[0] === 'and' && [part[1], part[2]]);
      return this.#repeated('any', any) ?? this.#repeated('all', all);
    }
    if (operator !== 'sum' && operator !== 'min' && operator !== 'max') return undefined;
    const each = parts.map((part) => part[0] === 'if' && [part[1], part[2]]);
    const ones = each.map(
      (part) =>
        part &&
        String(part[1]?.[2]) === 'number,1' &&
        String(part[1]?.[3]) === 'number,0' && [part[0], part[1]![1]],
    );
    return (operator === 'sum' ? this.#repeated('count', ones) : undefined) ?? this.#repeated(operator, each);
  }

  /** @param each for every repetition: that it is there, and what is said of it */
  #repeated(is: Repetition['is'], each: (false | unknown[])[]): Repetition | undefined {
    const { graph } = this.#speech;
    const exists = each[0] && JSON.stringify(each[0][0]);
    const entry = graph.junctions.find(({ routes }) => exists && JSON.stringify(routes[0]?.if) === exists);
    const first = entry && questionOf(graph, entry.routes[0]!.go);
    if (!first?.group) return undefined;
    const times = (entry!.routes[0]!.if![1] as Expression)[1];
    const isNth = (part: false | unknown[], i: number) =>
      part && String(part[0]) === `>=,ref,${times},number,${i + 1}`;
    if (!each.every(isNth)) return undefined;
    return { is, group: first.group.id, say: groupName(first), each: (each[0] as [unknown, Expression])[1] };
  }
}

interface Repetition {
  is: 'any' | 'all' | 'count' | 'sum' | 'min' | 'max';
  /** Id and name of the group. */
  group: string;
  say: string;
  /** What is said of the first one. */
  each: Expression;
}

/** The parts of `a or b or c`, which is written as pairs from the left. */
function chain(expression: Expression, operator: string): Expression[] {
  return expression[0] === operator
    ? [...chain(expression[1] as Expression, operator), expression[2] as Expression]
    : [expression];
}

/** What the repetitions of a group are called, without their number: “Child”. @param question one of the first repetition */
export function groupName({ ask, group }: Question): string {
  const name = ask.slice(0, ask.indexOf(': '));
  return name.replace(new RegExp(`\\s*\\b${group?.n}\\b`), '').trim() || name;
}

/** “Child 2: How old is the child?” → “How old is the child?” */
export function withoutRepetition(ask: string): string {
  return ask.slice(ask.indexOf(': ') + 2);
}

function isLiteral([operator]: Expression): boolean {
  return operator === 'number' || operator === 'text';
}

function reads(expression: Expression, id: string): boolean {
  return expression[0] !== 'asked' && [...namesIn(expression)].includes(id);
}

const conditions = ['and', 'or', 'not', 'has', 'in', 'asked', 'working-day', ...Object.keys(opposite)];

function isCondition(expression: Expression, graph: Graph): boolean {
  const [operator, id] = expression;
  return (
    conditions.includes(operator) ||
    (operator === 'ref' && graph.values.some((value) => value.id === id && value.kind === 'yes-no'))
  );
}

function readable(id: string): string {
  return id.replaceAll('-', ' ');
}

/** Whole words of at most some fifty characters. */
function shortened(ask: string): string {
  return ask.length > 52 ? `${ask.slice(0, 49).replace(/\s+\S*$/, '')}…` : ask;
}
