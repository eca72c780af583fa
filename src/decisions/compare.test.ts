import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareTools, type ChangedRoute } from './compare.ts';
import type { Tool } from './compile.ts';
import { choiceTool } from './random-tool.ts';

/** `{ first: { yes: 'second', no: 'leave' } }`; what is no question is an outcome. */
function tool(
  questions: Record<string, Record<string, string>>,
  verdicts: Record<string, string> = {},
): Tool {
  const targets = Object.values(questions).flatMap((options) => Object.values(options));
  const outcomes = [...new Set(targets)].filter((id) => !questions[id]);
  return choiceTool(
    Object.entries(questions).map(([id, options]) => ({
      id,
      ask: `${id}?`,
      options: Object.entries(options).map(([answer, go]) => ({ id: answer, say: answer, go })),
    })),
    outcomes.map((id) => ({ id, verdict: verdicts[id] ?? id })),
  );
}

/** `first=yes second=no: course → page` */
function spoken({ given, before, after }: ChangedRoute): string {
  const answers = given.map(({ question, answer }) => `${question.id}=${answer}`).join(' ');
  return `${answers}: ${before?.id ?? 'new'} → ${after?.id ?? 'gone'}`;
}

function compared(before: Tool, after: Tool): string[] {
  const { routes, count } = compareTools(before, after, 50);
  assert.equal(count, BigInt(routes.length));
  return routes.map(spoken);
}

const plain = tool({ worth: { yes: 'can', no: 'leave' }, can: { yes: 'page', no: 'course' } });

describe('an edited tool', () => {
  it('changes nobody’s answer when only its words change', () => {
    const reworded = structuredClone(plain);
    reworded.questions[0]!.ask = 'Is it worth it?';
    reworded.questions[0]!.options[0]!.say = 'Oh yes';
    assert.deepEqual(compared(plain, reworded), []);
  });

  it('names the answers that now lead elsewhere', () => {
    const other = tool({ worth: { yes: 'can', no: 'leave' }, can: { yes: 'page', no: 'page' } });
    assert.deepEqual(compared(plain, other), ['worth=yes can=no: course → page']);
  });

  it('names an answer that came and one that went', () => {
    const other = tool({ worth: { yes: 'can', unknown: 'leave' }, can: { yes: 'page', no: 'course' } });
    assert.deepEqual(compared(plain, other), ['worth=unknown: new → leave', 'worth=no: leave → gone']);
  });

  it('that asks one question more ends the short route and begins longer ones', () => {
    const other = tool({
      worth: { yes: 'can', no: 'sure' },
      sure: { yes: 'leave', no: 'course' },
      can: { yes: 'page', no: 'course' },
    });
    assert.deepEqual(compared(plain, other), [
      'worth=no: leave → gone',
      'worth=no sure=yes: new → leave',
      'worth=no sure=no: new → course',
    ]);
  });

  it('with another first question has other routes only', () => {
    const other = tool({ can: { yes: 'page', no: 'course' } });
    assert.deepEqual(compared(plain, other).sort(), [
      'can=no: new → course',
      'can=yes: new → page',
      'worth=no: leave → gone',
      'worth=yes can=no: course → gone',
      'worth=yes can=yes: page → gone',
    ]);
  });

  it('tells an outcome that keeps its name and says something else, once', () => {
    const other = tool(
      { worth: { yes: 'can', no: 'leave' }, can: { yes: 'page', no: 'course' } },
      { page: 'Two pages' },
    );
    const { count, reworded } = compareTools(plain, other, 50);
    assert.equal(count, 0n);
    assert.deepEqual(
      reworded.map(({ before, after }) => [before.verdict, after.verdict]),
      [['page', 'Two pages']],
    );
  });

  it('counts more routes than anybody could list, and lists the first', () => {
    const long = (end: string) =>
      tool(
        Object.fromEntries(
          Array.from({ length: 60 }, (_, i) => {
            const next = i === 59 ? end : `q${i + 1}`;
            return [`q${i}`, { a: next, b: next, c: i === 59 ? 'same' : next }];
          }),
        ),
      );
    const { routes, count } = compareTools(long('one'), long('other'), 50);
    assert.equal(count, 3n ** 59n * 2n);
    assert.equal(routes.length, 50);
    assert.equal(routes[0]!.given.length, 60);
    assert.equal(routes[0]!.before?.id, 'one');
    assert.equal(routes[0]!.after?.id, 'other');
  });
});
