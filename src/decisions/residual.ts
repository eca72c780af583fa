/**
 * What is left of a formula once some of its answers are known: `cost + 3` with a cost of 2 is 5, `min(cost, income)` stays open. States with
 * equal remainders can't be told apart by anything that follows.
 */
import type { Exact } from './exact.ts';
import {
  applyOperator,
  evaluate,
  isExact,
  Trouble,
  type Expression,
  type Scope,
  type Value,
} from './expression.ts';
import type { Derived, Graph } from './graph.ts';
import { deriveValue } from './replay.ts';

/** A remainder that needs more answers. */
class Open {
  readonly key: string;
  constructor(key: string) {
    this.key = key;
  }
}

type Left = Value | Trouble | Open;

export class Residuals {
  readonly #values: Map<string, Derived>;
  /** Names come back in many formulas; each is worked out once for a set of answers. */
  readonly #known = new WeakMap<Scope, Map<string, Left>>();

  constructor(graph: Graph) {
    this.#values = new Map(graph.values.map((value) => [value.id, value]));
  }

  /** A text that is equal where the remainder is. @param scope one whose answers stay as they are */
  keyOf(expression: Expression, scope: Scope): string {
    return written(this.#left(expression, scope));
  }

  #left(expression: Expression, scope: Scope): Left {
    const operator: string = expression[0];
    const first = expression[1] as string;
    switch (operator) {
      case 'ref':
        return this.#leftOfName(first, scope);
      case 'asked':
        return scope.isAnswered(first) ? true : new Open(`?${first}`);
      case 'number':
      case 'text':
      case 'today':
      case 'texts':
        return evaluate(expression, scope);
    }
    const part = (i: number) => expression[i] as Expression;
    switch (operator) {
      case 'days':
        if (typeof first === 'string') return evaluate(expression, scope);
        break;
      case 'rate': {
        const on = this.#left(part(2), scope);
        return on instanceof Open ? new Open(`rate ${first} ${on.key}`) : evaluate(expression, scope);
      }
      case 'if': {
        const holds = this.#left(part(1), scope);
        if (!(holds instanceof Open))
          return holds instanceof Trouble ? holds : this.#left(part(holds === true ? 2 : 3), scope);
        return new Open(
          `if(${[holds, this.#left(part(2), scope), this.#left(part(3), scope)].map(written).join(';')})`,
        );
      }
      case 'and':
      case 'or':
        return this.#leftOfBoth(operator, expression, scope);
    }
    const left: Left[] = [];
    let isOpen = false;
    for (let i = 1; i < expression.length; i++) {
      const one = this.#left(part(i), scope);
      isOpen ||= one instanceof Open;
      left.push(one);
    }
    if (isOpen) return new Open(`${operator}(${this.#folded(operator, left, scope).map(written).join(';')})`);
    return left.find((one) => one instanceof Trouble) ?? applyOperator(operator, left as Value[], scope);
  }

  /** Up to the first open part everything is decided; what follows may still matter. */
  #leftOfBoth(operator: 'and' | 'or', expression: Expression, scope: Scope): Left {
    const open: string[] = [];
    for (let i = 1; i < expression.length; i++) {
      const left = this.#left(expression[i] as Expression, scope);
      if (left instanceof Open) open.push(left.key);
      else if (open.length === 0 && (left instanceof Trouble || left === (operator === 'or'))) return left;
      else if (open.length > 0) open.push(written(left));
    }
    return open.length > 0 ? new Open(`${operator}(${open.join(';')})`) : operator === 'and';
  }

  /** The known parts of a sum are one number, in whatever order they came; the same for the least and the most. */
  #folded(operator: string, left: Left[], scope: Scope): Left[] {
    if (!['sum', '+', 'min', 'max'].includes(operator)) return left;
    const known = left.filter(
      (one): one is Exact => !(one instanceof Open) && !(one instanceof Trouble) && isExact(one),
    );
    if (known.length < 2) return left;
    const folded = applyOperator(operator === '+' ? 'sum' : operator, known, scope);
    return [folded, ...left.filter((one) => !known.includes(one as Exact))];
  }

  #leftOfName(id: string, scope: Scope): Left {
    let names = this.#known.get(scope);
    if (!names) this.#known.set(scope, (names = new Map()));
    let left = names.get(id);
    if (left === undefined) names.set(id, (left = this.#workOut(id, scope)));
    return left;
  }

  #workOut(id: string, scope: Scope): Left {
    const value = this.#values.get(id);
    if (!value) return scope.isAnswered(id) ? scope.valueOf(id) : new Open(`?${id}`);
    if (value.is) return this.#left(value.is, scope);
    const rows: string[] = [];
    let isOpen = false;
    for (const row of value.table?.rows ?? []) {
      const holds = row.if ? this.#left(row.if, scope) : true;
      if (holds === false) continue;
      const is = this.#left(row.is, scope);
      if (holds instanceof Open || is instanceof Open) isOpen = true;
      rows.push(`${written(holds)}:${written(is)}`);
      if (holds === true && value.table?.hit === 'first') break;
    }
    return isOpen ? new Open(`${value.table?.hit}(${rows.join(';')})`) : deriveValue(value, scope);
  }
}

function written(left: Left): string {
  if (left instanceof Open) return left.key;
  if (left instanceof Trouble) return `!${left.is} ${left.of}`;
  if (isExact(left)) return left.d === 1n ? String(left.n) : `${left.n}/${left.d}`;
  return JSON.stringify(left);
}
