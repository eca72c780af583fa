/** The tests that a tool carries in its own file: answers, and where they must lead. */
import { nearest } from '../content/nearest.ts';
import { dayText, readDay } from './calendar.ts';
import type { Compiled, Tool } from './compile.ts';
import { compare, readExact, toText } from './exact.ts';
import { isExact, Trouble, type Value } from './expression.ts';
import type { Fault } from './fault.ts';
import type { Answers } from './graph.ts';
import { replay, type State } from './replay.ts';

type ToolTest = Tool['tests'][number];

/** The answers of a test as they would stand in the address. */
export function answersOfTest({ given }: ToolTest): Answers {
  return Object.fromEntries(
    Object.entries(given).map(([id, answer]) => [
      id,
      Array.isArray(answer) ? answer.join(',') : String(answer),
    ]),
  );
}

/** Walks a test. @returns where its answers lead, on its own day or on the first of 1970 where none matters */
export function walkTest(test: ToolTest, { graph }: Compiled): State {
  return replay(graph, answersOfTest(test), { today: readDay(test.today ?? '1970-01-01') ?? 0 });
}

/** Every test that does not lead where it must. */
export function failedTests(tool: Tool, compiled: Compiled): Fault[] {
  const questions = compiled.graph.questions.map(({ id }) => id);
  return tool.tests.flatMap((test, i) => {
    const path = ['tests', i];
    if (compiled.readsToday && !test.today) {
      return [
        {
          rule: 'tool-test' as const,
          path,
          found: 'a test that leads elsewhere on another day, since the tool reads `today`',
          expected: '`today` with the day of the test',
        },
      ];
    }
    return problemsOf(test, walkTest(test, compiled), questions).map(({ at, found, expected }): Fault => ({
      rule: 'tool-test',
      path: [...path, ...at],
      found,
      expected,
    }));
  });
}

/** Ids of the outcomes to which the tests of a tool lead. */
export function reachedByTests(tool: Tool, compiled: Compiled): Set<string> {
  return new Set(
    tool.tests.flatMap((test) => {
      const { at } = walkTest(test, compiled);
      return 'outcome' in at ? [at.outcome.id] : [];
    }),
  );
}

interface TestProblem {
  at: (string | number)[];
  found: string;
  expected: string;
}

/** @param questions their ids */
function problemsOf(test: ToolTest, state: State, questions: string[]): TestProblem[] {
  const { at } = state;
  const stands =
    'outcome' in at
      ? `the outcome "${at.outcome.id}"`
      : `the question "${at.question.id}"${at.fault ? ', which refuses its answer' : ', which has no answer'}`;
  const [unused] = state.unused.filter((id) => 'outcome' in at || at.question.id !== id);
  const stray = (id: string): TestProblem => {
    const close = questions.includes(id) ? undefined : nearest(id, questions);
    return {
      at: ['given', id],
      found: `the answer to "${id}", which ${questions.includes(id) ? 'this route never asks' : 'is no question'}`,
      expected: `answers that are asked for${close ? `; did you mean ${close}?` : ''}`,
    };
  };
  // A misspelt question is why the test ends elsewhere, and another end why an answer is not asked for.
  if (unused !== undefined && !questions.includes(unused)) return [stray(unused)];
  if (test.error !== undefined) {
    const refused = 'question' in at && at.fault ? at.question.id : undefined;
    if (refused !== test.error)
      return [
        {
          at: ['error'],
          found: `a test that ends at ${stands}`,
          expected: `an answer that "${test.error}" refuses`,
        },
      ];
  } else if (test.outcome !== undefined && !('outcome' in at && at.outcome.id === test.outcome)) {
    return [
      {
        at: ['outcome'],
        found: `a test that ends at ${stands}`,
        expected: `the outcome "${test.outcome}"`,
      },
    ];
  } else if (test.outcome === undefined && test.values.length === 0) {
    return [
      {
        at: [],
        found: 'a test that expects nothing',
        expected: 'an `outcome`, `values` or an `error`',
      },
    ];
  }
  const values = test.values.flatMap(({ of, is }, k): TestProblem[] => {
    const value = state.scope.valueOf(of);
    const written = value instanceof Trouble ? 'nothing' : writtenValue(value, is);
    return isSame(value, is)
      ? []
      : [{ at: ['values', k, 'is'], found: `"${of}", which is ${written}`, expected: is }];
  });
  return [...(unused === undefined ? [] : [stray(unused)]), ...values];
}

function isSame(value: Value | Trouble, is: string): boolean {
  if (value instanceof Trouble) return false;
  if (!isExact(value)) return Array.isArray(value) ? value.join(',') === is : String(value) === is;
  const day = readDay(is);
  const number = day === undefined ? readExact(is) : { n: BigInt(day), d: 1n };
  return number !== undefined && compare(value, number) === 0;
}

function writtenValue(value: Value, like: string): string {
  if (!isExact(value)) return Array.isArray(value) ? value.join(',') : String(value);
  return readDay(like) === undefined ? toText(value) : dayText(Number(value.n / value.d));
}
