/**
 * A tool with one slip in it, as an editor might make it: a way on dropped, a limit moved by one step, two targets swapped, `<` for `<=`,
 * `and` for `or`, a period that ends a day earlier. Whoever proves and tests a tool should notice each of them.
 */
import { answerGrid } from './answer.ts';
import { proveTool } from './analysis.ts';
import { dayText, readDay } from './calendar.ts';
import { compileTool, type Tool } from './compile.ts';
import { add, readExact, subtract, toText } from './exact.ts';
import { parseFormula, type Part } from './parse.ts';
import { failedTests } from './tool-tests.ts';

export interface Mutant {
  kind: 'drop' | 'limit' | 'swap' | 'comparison' | 'join' | 'period';
  /** Where, and what is other now: `weight.routes.0.if: weight < 0.75`. */
  says: string;
  tool: Tool;
}

/** Whether the proofs find a fault in it, or one of the tool's own tests fails. */
export function isCaught({ tool }: Mutant): boolean {
  const compiled = compileTool(tool);
  return (
    compiled.faults.length > 0 || failedTests(tool, compiled).length > 0 || proveTool(tool).faults.length > 0
  );
}

/** Every slip of these kinds that can be made in a tool. */
export function mutantsOf(tool: Tool): Mutant[] {
  return [...drops(tool), ...swaps(tool), ...edits(tool), ...periods(tool)];
}

type Question = Tool['questions'][number];

/** A copy in which something was changed. */
function changed(tool: Tool, kind: Mutant['kind'], says: string, change: (copy: Tool) => void): Mutant {
  const copy = structuredClone(tool);
  change(copy);
  return { kind, says, tool: copy };
}

function questionsOf({ questions, groups }: Tool): Question[] {
  return [...questions, ...groups.flatMap((group) => group.questions)];
}

function drops(tool: Tool): Mutant[] {
  return questionsOf(tool).flatMap((question, i) => {
    const at = (copy: Tool) => questionsOf(copy)[i]!;
    return [
      ...question.options.flatMap(({ id, go }, j) =>
        go === undefined
          ? []
          : [
              changed(tool, 'drop', `${question.id}: ${id} without its go`, (copy) => {
                delete at(copy).options[j]!.go;
              }),
            ],
      ),
      ...question.routes.map(({ go, if: condition }, k) =>
        changed(tool, 'drop', `${question.id}: no route to ${go} if ${condition}`, (copy) => {
          at(copy).routes.splice(k, 1);
        }),
      ),
      ...(question.go === undefined
        ? []
        : [
            changed(tool, 'drop', `${question.id} without its go`, (copy) => {
              delete at(copy).go;
            }),
          ]),
    ];
  });
}

/** All places that hold a target: those of a question are neighbours, those of a scoring too. */
function targetsOf(tool: Tool): { go?: string }[][] {
  const { scoring } = tool;
  return [
    ...questionsOf(tool).map((question) => [...question.options, ...question.routes, question]),
    ...(scoring ? [[...scoring.knockouts, ...scoring.bands, ...scoring.alternatives]] : []),
  ].map((places) => places.filter(({ go }) => go !== undefined));
}

/** Every two of one question, and the last one of each with the first one of the next. */
function swaps(tool: Tool): Mutant[] {
  const all = targetsOf(tool);
  const pairs = all.flatMap((places, i) => [
    ...places.flatMap((_, j) => places.slice(j + 1).map((_one, k) => [i, j, i, j + 1 + k] as const)),
    ...(all[i + 1]?.length && places.length > 0 ? [[i, places.length - 1, i + 1, 0] as const] : []),
  ]);
  return pairs.flatMap(([i, j, m, n]) => {
    const [a, b] = [all[i]![j]!.go, all[m]![n]!.go];
    if (a === b) return [];
    return [
      changed(tool, 'swap', `${a} and ${b} swapped at ${i + 1}.${j + 1} and ${m + 1}.${n + 1}`, (copy) => {
        const places = targetsOf(copy);
        places[i]![j]!.go = b;
        places[m]![n]!.go = a;
      }),
    ];
  });
}

/** A formula of the tool, with the way to write another one in its place. */
interface Written {
  where: string;
  text: string;
  put(copy: Tool, text: string): void;
}

function formulasOf(tool: Tool): Written[] {
  const { values, outcomes, scoring } = tool;
  return [
    ...questionsOf(tool).flatMap((question, i): Written[] => [
      ...question.routes.flatMap((route, k) =>
        route.if === undefined
          ? []
          : [
              {
                where: `${question.id}.routes.${k}`,
                text: route.if,
                put: (copy: Tool, text: string) => (questionsOf(copy)[i]!.routes[k]!.if = text),
              },
            ],
      ),
      ...question.rules.map((rule, k) => ({
        where: `${question.id}.rules.${k}`,
        text: rule.must,
        put: (copy: Tool, text: string) => (questionsOf(copy)[i]!.rules[k]!.must = text),
      })),
    ]),
    ...values.flatMap(({ id, is, rows }, i): Written[] => [
      ...(is === undefined
        ? []
        : [{ where: id, text: is, put: (copy: Tool, text: string) => (copy.values[i]!.is = text) }]),
      ...rows.flatMap((row, k) =>
        row.if === undefined
          ? []
          : [
              {
                where: `${id}.rows.${k}`,
                text: row.if,
                put: (copy: Tool, text: string) => (copy.values[i]!.rows[k]!.if = text),
              },
            ],
      ),
    ]),
    ...outcomes.flatMap(({ id, passages }, i) =>
      passages.flatMap((passage, k) =>
        passage.if === undefined
          ? []
          : [
              {
                where: `${id}.passages.${k}`,
                text: passage.if,
                put: (copy: Tool, text: string) => (copy.outcomes[i]!.passages[k]!.if = text),
              },
            ],
      ),
    ),
    ...(scoring?.knockouts ?? []).map((knockout, k) => ({
      where: `knockouts.${k}`,
      text: knockout.if,
      put: (copy: Tool, text: string) => (copy.scoring!.knockouts[k]!.if = text),
    })),
  ];
}

const flipped: Record<string, string> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const joined: Record<string, string> = { and: 'or', or: 'and' };

/** Slips within formulas and limits. */
function edits(tool: Tool): Mutant[] {
  const inFormulas = formulasOf(tool)
    // What a passage says has no test of its own: tests end at the outcome.
    .filter(({ where }) => !where.includes('.passages.'))
    .flatMap(({ where, text, put }) =>
      slipsIn(text, tool).map(({ kind, slip }) =>
        changed(tool, kind, `${where}: ${slip}`, (copy) => put(copy, slip)),
      ),
    );
  const inLimits = questionsOf(tool).flatMap((question, i) =>
    (['min', 'max'] as const).flatMap((limit) =>
      moved(question[limit], question).map((text) =>
        changed(tool, 'limit', `${question.id}.${limit}: ${text}`, (copy) => {
          questionsOf(copy)[i]![limit] = text;
        }),
      ),
    ),
  );
  const inBands = (tool.scoring?.bands ?? []).flatMap(({ from }, k) =>
    [from - 1, from + 1].map((share) =>
      changed(tool, 'limit', `bands.${k}: ${share}`, (copy) => {
        copy.scoring!.bands[k]!.from = share;
      }),
    ),
  );
  return [...inFormulas, ...inLimits, ...inBands];
}

function slipsIn(text: string, tool: Tool): { kind: Mutant['kind']; slip: string }[] {
  const parsed = parseFormula(text);
  if ('fault' in parsed) return [];
  const put = (from: number, to: number, words: string) => text.slice(0, from) + words + text.slice(to);
  return [...signsIn(parsed.part)].flatMap(({ name, parts: [left, right] }) => {
    const other = flipped[name] ?? joined[name];
    const slips: { kind: Mutant['kind']; slip: string }[] = [];
    if (other !== undefined && right) {
      const between = text.slice(left!.to, right.from).replace(name, other);
      slips.push({ kind: name in joined ? 'join' : 'comparison', slip: put(left!.to, right.from, between) });
    }
    if (!joined[name] && right && (flipped[name] !== undefined || name === '=')) {
      for (const [one, beside] of [
        [left!, right],
        [right, left!],
      ] as const) {
        if (one.is !== 'number' && one.is !== 'day') continue;
        const question =
          beside.is === 'name' ? questionsOf(tool).find(({ id }) => id === beside.value) : undefined;
        for (const words of moved(one.value, question))
          slips.push({ kind: 'limit', slip: put(one.from, one.to, words) });
      }
    }
    return slips;
  });
}

function* signsIn(part: Part): Generator<Part & { is: 'sign' }> {
  if (part.is === 'sign') yield part;
  if ('parts' in part) for (const one of part.parts) yield* signsIn(one);
}

/** A limit one step lower and one step higher: a day, the distance between two answers, or one in the last digit. */
function moved(limit: string | undefined, question: Question | undefined): string[] {
  if (limit === undefined) return [];
  const day = readDay(limit);
  if (day !== undefined) return [dayText(day - 1), dayText(day + 1)];
  const number = readExact(limit);
  if (!number) return [];
  const places = /\.(\d+)$/.exec(limit)?.[1]?.length ?? 0;
  const { type = 'number', step: stride } = question ?? {};
  const step = answerGrid({ type, ...(stride !== undefined && { step: String(stride) }) }, places);
  return [subtract(number, step), add(number, step)].map((one) => toText(one));
}

/** The end of a period a day earlier or later, together with the beginning of the next one, so that no gap tells of it. */
function periods(tool: Tool): Mutant[] {
  return tool.tables.flatMap(({ id, rows }, i) =>
    rows.flatMap(({ to }, k) =>
      to === undefined
        ? []
        : [-1, 1].map((by) =>
            changed(tool, 'period', `${id}: row ${k + 1} to ${dayText(readDay(to)! + by)}`, (copy) => {
              const table = copy.tables[i]!.rows;
              table[k]!.to = dayText(readDay(to)! + by);
              const next = table[k + 1];
              if (next) next.from = dayText(readDay(next.from)! + by);
            }),
          ),
    ),
  );
}
