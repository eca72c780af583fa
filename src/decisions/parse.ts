/**
 * Text of a formula → tree, with the place of every part. The grammar is jsep's, with words where programmers write signs, names
 * with hyphens, and days written as they are: `end - start > 28 and reason = "illness"`, `birth < 2008-09-01`.
 */
import * as library from 'jsep';

/** The parser inside jsep, as far as it is used here. Its own types name only the function around it. */
interface Parser {
  expr: string;
  index: number;
  readonly char: string;
  gobbleSpaces(): void;
  gobbleToken(): object | false;
  gobbleIdentifier(): object;
  throwError(message: string): never;
  parse(): object;
}
interface ParserClass {
  new (text: string): Parser;
  removeAllBinaryOps(): void;
  removeAllUnaryOps(): void;
  removeAllLiterals(): void;
  addBinaryOp(sign: string, precedence: number): void;
  addUnaryOp(sign: string): void;
}
const { Jsep } = library as unknown as { Jsep: ParserClass };

/** A part of a formula, from one character up to, not including, another. */
export type Part = { from: number; to: number } & (
  | { is: 'number' | 'text' | 'day' | 'name'; value: string }
  | { is: 'list'; parts: Part[] }
  | { is: 'call'; name: string; parts: Part[] }
  | { is: 'sign'; name: string; parts: Part[] }
  | { is: 'member'; of: string; value: string }
);

/** What is wrong with a formula, and from which of its characters on. */
export interface FormulaFault {
  at: number;
  found: string;
  expected: string;
}

/** Longer ones belong into values with names. */
export const longestFormula = 400;

/** Signs between two parts, from the loosest to the tightest. */
const signs: Record<string, number> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  has: 4,
  in: 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
};

// jsep keeps its grammar in one place for all; nothing else here uses it.
Jsep.removeAllBinaryOps();
Jsep.removeAllUnaryOps();
Jsep.removeAllLiterals();
for (const [sign, precedence] of Object.entries(signs)) Jsep.addBinaryOp(sign, precedence);
for (const sign of ['-', 'not']) Jsep.addUnaryOp(sign);

interface Node {
  type: string;
  from: number;
  to: number;
  [key: string]: unknown;
}

/** jsep's parser, with places, names with hyphens, and days. */
class FormulaParser extends Jsep {
  override gobbleToken(): object | false {
    this.gobbleSpaces();
    const from = this.index;
    const day = /^\d{4}-\d{2}-\d{2}(?![\w-])/.exec(this.expr.slice(from))?.[0];
    let node: object | false;
    if (day) {
      this.index += day.length;
      node = { type: 'Day', value: day };
    } else node = super.gobbleToken();
    return node && Object.assign(node, { from, to: this.index });
  }

  override gobbleIdentifier(): object {
    const name = /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*/.exec(this.expr.slice(this.index))?.[0];
    if (!name) this.throwError(`Unexpected ${this.char}`);
    this.index += name.length;
    return { type: 'Identifier', name };
  }
}

/** @returns the formula's parts, or the first fault of its form */
export function parseFormula(text: string): { part: Part } | { fault: FormulaFault } {
  if (text.length > longestFormula) {
    return {
      fault: {
        at: 0,
        found: `a formula of ${text.length} characters`,
        expected: `at most ${longestFormula}; give its parts names in \`values\``,
      },
    };
  }
  try {
    const node = new FormulaParser(text).parse() as unknown as Node;
    return { part: partOf(node) };
  } catch (error) {
    if (error instanceof FormError) return { fault: error.fault };
    const { index, description } = error as { index?: number; description?: string };
    if (index === undefined) throw error;
    return {
      fault: {
        at: Math.min(index, Math.max(0, text.length - 1)),
        ...meantBy(text, index, description ?? ''),
      },
    };
  }
}

class FormError extends Error {
  readonly fault: FormulaFault;
  constructor(fault: FormulaFault) {
    super(fault.found);
    this.fault = fault;
  }
}

/** What people write instead, in the parser's path. */
function meantBy(text: string, index: number, said: string): Pick<FormulaFault, 'found' | 'expected'> {
  const rest = text.slice(index);
  const before = text.slice(0, index).trimEnd();
  if (rest.startsWith('&')) return { found: '&', expected: '"and"' };
  if (rest.startsWith('|')) return { found: '|', expected: '"or"' };
  if (rest.startsWith('!')) return { found: '!', expected: '"not (…)", or != between two parts' };
  if (/==?$/.test(before) && rest.startsWith('=')) return { found: '==', expected: 'one =' };
  if (rest.startsWith('%')) return { found: '%', expected: 'a number without it: 20 % of a is a * 20 / 100' };
  if (/Unclosed quote/i.test(said))
    return { found: 'an opening quote without a closing one', expected: 'text between two quotes: "yes"' };
  if (/[([]$/.test(said) || /Unclosed|Expected [)\]]/i.test(said))
    return { found: 'an opening bracket without a closing one', expected: 'as many ) as (' };
  if (rest === '') return { found: 'a formula that breaks off', expected: 'something behind the last sign' };
  return {
    found: `"${rest.slice(0, 20)}", which does not fit here`,
    expected: 'a name, a number, a text in quotes, a day, or a sign between two of them',
  };
}

function partOf(node: Node | null): Part {
  if (!node)
    throw new FormError({ at: 0, found: 'an empty place in a list', expected: 'a text between two commas' });
  const { from, to } = node;
  const here = { from, to };
  const parts = (nodes: unknown) => (nodes as (Node | null)[]).map(partOf);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number'
        ? { ...here, is: 'number', value: decimal(String(node.raw), from) }
        : { ...here, is: 'text', value: String(node.value) };
    case 'Day':
      return { ...here, is: 'day', value: String(node.value) };
    case 'Identifier':
      return { ...here, is: 'name', value: String(node.name) };
    case 'ArrayExpression':
      return { ...here, is: 'list', parts: parts(node.elements) };
    case 'UnaryExpression':
      return {
        ...here,
        is: 'sign',
        name: node.operator === '-' ? 'negative' : 'not',
        parts: parts([node.argument]),
      };
    case 'BinaryExpression': {
      const [left, right] = parts([node.left, node.right]) as [Part, Part];
      return { from: left.from, to: right.to, is: 'sign', name: String(node.operator), parts: [left, right] };
    }
    case 'CallExpression': {
      const callee = partOf(node.callee as Node);
      if (callee.is === 'name')
        return { ...here, is: 'call', name: callee.value, parts: parts(node.arguments) };
      break;
    }
    case 'MemberExpression': {
      const [object, property] = [node.object as Node, node.property as Node];
      if (!node.computed && object.type === 'Identifier' && property.type === 'Identifier') {
        return { ...here, is: 'member', of: String(object.name), value: String(property.name) };
      }
      break;
    }
    case 'Compound': {
      const [first, second] = node.body as Node[];
      if (!first) throw new FormError({ at: 0, found: 'an empty formula', expected: 'a condition or a sum' });
      if (second?.type === 'Identifier' && Object.hasOwn(signs, String(second.name))) {
        const found = `"${String(second.name)}" with nothing behind it`;
        throw new FormError({ at: second.from, found, expected: 'something on both sides of it' });
      }
      throw new FormError({
        at: second?.from ?? 0,
        found: 'two formulas in one place',
        expected: 'a sign between them, such as "and" or +',
      });
    }
  }
  throw new FormError({
    at: from ?? 0,
    found: 'something that is no formula',
    expected: 'names, numbers, texts in quotes, days, and signs between them',
  });
}

function decimal(raw: string, at: number): string {
  const text = raw.replace(/^\./, '0.').replace(/\.$/, '');
  if (/^\d{1,20}(\.\d{1,20})?$/.test(text)) return text;
  throw new FormError({ at, found: `the number ${raw}`, expected: 'digits, and a point before decimals' });
}
