/** Proofs about a tool's graph, made before anybody meets its faults. */
import { outcomeOf, questionOf, type Graph } from './graph.ts';

/** What is wrong, and the path in the frontmatter where it stands. */
export interface Fault {
  path: (string | number)[];
  found: string;
  expected: string;
}

/** Every fault of a graph, in the order of the file. */
export function findFaults(graph: Graph): Fault[] {
  return [...doubleIds(graph), ...unknownTargets(graph), ...unreachable(graph), ...loops(graph)];
}

function doubleIds({ questions, outcomes }: Graph): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const look = (id: string, path: Fault['path'], what: string) => {
    if (seen.has(id))
      faults.push({ path, found: `the id "${id}" a second time`, expected: `a ${what} id of its own` });
    seen.add(id);
  };
  for (const [i, question] of questions.entries()) {
    look(question.id, ['questions', i, 'id'], 'question');
    const answers = new Set<string>();
    for (const [j, option] of question.options.entries()) {
      if (answers.has(option.id)) {
        faults.push({
          path: ['questions', i, 'options', j],
          found: `a second answer called "${option.id}"`,
          expected: 'answers that differ in their first four words, or an `id` each',
        });
      }
      answers.add(option.id);
    }
  }
  for (const [i, outcome] of outcomes.entries()) look(outcome.id, ['outcomes', i, 'id'], 'outcome');
  return faults;
}

function unknownTargets(graph: Graph): Fault[] {
  return graph.questions.flatMap((question, i) =>
    question.options.flatMap(({ go }, j) =>
      questionOf(graph, go) || outcomeOf(graph, go)
        ? []
        : [
            {
              path: ['questions', i, 'options', j, 'go'],
              found: `"go: ${go}"`,
              expected: 'the id of a question or an outcome of this tool',
            },
          ],
    ),
  );
}

function unreachable(graph: Graph): Fault[] {
  const reached = new Set<string>();
  const queue = graph.questions.slice(0, 1).map(({ id }) => id);
  while (queue.length > 0) {
    const id = queue.pop()!;
    if (reached.has(id)) continue;
    reached.add(id);
    queue.push(...(questionOf(graph, id)?.options.map(({ go }) => go) ?? []));
  }
  const faults = (field: 'questions' | 'outcomes', what: string): Fault[] =>
    graph[field].flatMap(({ id }, i) =>
      reached.has(id)
        ? []
        : [
            {
              path: [field, i, 'id'],
              found: `the ${what} "${id}", which no answer leads to`,
              expected: `an answer with "go: ${id}"`,
            },
          ],
    );
  return [...faults('questions', 'question'), ...faults('outcomes', 'outcome')];
}

/** An option that leads back to a question of its own route. With options alone, answers can always walk such a loop. */
function loops(graph: Graph): Fault[] {
  const faults: Fault[] = [];
  const done = new Set<string>();
  const walk = (id: string, route: string[]) => {
    const i = graph.questions.findIndex((question) => question.id === id);
    if (i < 0 || done.has(id)) return;
    for (const [j, { go }] of graph.questions[i]!.options.entries()) {
      const back = [...route, id].indexOf(go);
      if (back >= 0) {
        const walked = [...route.slice(back), id, go].join(' → ');
        faults.push({
          path: ['questions', i, 'options', j, 'go'],
          found: `a loop: ${walked}`,
          expected: 'answers that lead on to an outcome',
        });
      } else walk(go, [...route, id]);
    }
    done.add(id);
  };
  if (graph.questions[0]) walk(graph.questions[0].id, []);
  return faults;
}
