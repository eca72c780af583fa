import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { proveTool } from './analysis.ts';
import { readDay } from './calendar.ts';
import { fixtureNames, readFixture } from './fixtures.ts';
import { answersFromFragment, answersOf, fragmentFromAnswers, replay } from './replay.ts';
import { reachedByTests, walkTest } from './tool-tests.ts';

for (const name of fixtureNames) {
  const { title, tool, tests } = readFixture(name);
  const { compiled, faults, walk } = proveTool(tool);

  describe(`“${title}” (${name})`, () => {
    test('has no fault', () => assert.deepEqual(faults, []));
    test('carries ten tests of its own or more, each with a name of its own', () => {
      assert.ok(tests.length >= 10);
      assert.equal(new Set(tests.map((one) => one.name)).size, tests.length);
    });
    test('has an answer that is refused, and values where it works some out', () => {
      assert.ok(tests.some(({ error }) => error !== undefined));
      assert.ok(tool.values.length === 0 || tool.tests.some(({ values }) => values.length > 0));
    });
    test('has every outcome reached by the proofs and by its tests', () => {
      const outcomes = tool.outcomes.map(({ id }) => id).sort();
      assert.deepEqual([...reachedByTests(tool, compiled)].sort(), outcomes);
      assert.deepEqual(
        [...walk!.to]
          .filter(([, routes]) => routes > 0n)
          .map(([id]) => id)
          .sort(),
        outcomes,
      );
      assert.equal(walk!.complete, true);
    });

    for (const [i, { name: says, fragment, today, outcome, error }] of tests.entries()) {
      test(says, () => {
        const circumstances = { today: readDay(today ?? '1970-01-01')! };
        const { at, given } = replay(compiled.graph, answersFromFragment(`#${fragment}`), circumstances);
        if (error === undefined) assert.equal('outcome' in at && at.outcome.id, outcome);
        else assert.equal('question' in at && at.fault && at.question.id, error);
        assert.deepEqual(answersOf(given), answersOf(walkTest(tool.tests[i]!, compiled).given));
        // What is answered so far restores the same place.
        const again = replay(
          compiled.graph,
          answersFromFragment(fragmentFromAnswers(answersOf(given))),
          circumstances,
        ).at;
        assert.deepEqual(
          'outcome' in again ? again.outcome : again.question,
          'outcome' in at ? at.outcome : at.question,
        );
      });
    }
  });
}
