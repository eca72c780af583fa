import { z } from 'astro/zod';
import { findFaults } from '../decisions/analysis.ts';
import { optionId } from '../decisions/graph.ts';
import { pageFields } from './page.ts';
import { amount, day, formula, line, pageId, prose, slug } from './values.ts';

const points = z.int().min(0).max(10);

const option = z
  .strictObject({
    id: slug.optional().describe('Names the answer in the address. Without it, its first four words do.'),
    say: line.describe('The answer, in the reader’s words.'),
    help: line.optional().describe('One line that explains the answer.'),
    go: slug
      .optional()
      .describe(
        'The id of the question or outcome that follows. Without it, the question’s own `routes` or `go` decide.',
      ),
    alone: z
      .literal(true)
      .optional()
      .describe('`true` for “None of these”: ticked alone or not at all. For several choices.'),
    points: points.optional().describe('In a scoring tool: what the answer is worth, from 0 to 10.'),
    scores: z
      .array(
        z.strictObject({
          for: slug.describe('The id of an alternative.'),
          points: points.describe('What the answer is worth to it, from 0 to 10.'),
        }),
      )
      .default([])
      .describe(
        'In a scoring tool with alternatives: what the answer is worth to each. Those left out get 0.',
      ),
  })
  .transform((answer) => ({ ...answer, id: answer.id ?? optionId(answer.say) }));

const route = z.strictObject({
  if: formula
    .optional()
    .describe(
      'A condition over any earlier answers and values: `people > 50 and site = "abroad"`. Without it: in all other cases.',
    ),
  go: slug.describe('The id of the question, group or outcome that follows.'),
  say: line.optional().describe('The condition in the reader’s words, shown as a reason at the outcome.'),
});

export const questionTypes = [
  'radio',
  'checkbox',
  'number',
  'integer',
  'money',
  'date',
  'year',
  'country',
] as const;

/** Patterns in which nothing repeats without an end, so that no answer can keep the browser busy. */
const sign = String.raw`\\[dDwWsS.-]|\[[^\]\\]+\]|[^\\()|[\]{}*+?^$]`;
const patternForm = new RegExp(String.raw`^(?:(?:${sign})(?:\{\d{1,2}(?:,\d{1,2})?\}|\?)?)+$`);

const question = z.strictObject({
  id: slug.describe('Names the question in the address; keep it when you reword the question.'),
  ask: line.describe('One short question.'),
  help: prose.optional().describe('How to tell, where the question alone does not say it. Markdown.'),
  type: z
    .enum(questionTypes)
    .default('radio')
    .describe(
      'radio: one choice. checkbox: several. number, integer, money, date, year, country: what the reader types or picks.',
    ),
  options: z.array(option).default([]).describe('The answers of a choice, at least two.'),
  min: amount.optional().describe('The least that is taken: a number, a day, or a formula such as `today`.'),
  max: amount.optional().describe('The most that is taken: a number, a day, or a formula such as `today`.'),
  step: z.number().positive().optional().describe('The distance between answers: 0.5 takes halves.'),
  places: z
    .int()
    .min(0)
    .max(6)
    .optional()
    .describe('How many decimal places an answer may have. Money takes two.'),
  unit: line
    .optional()
    .describe(
      'What a number counts, in the plural: hours, people, hours/week. For money the currency: GBP, GBP per hour.',
    ),
  pattern: z
    .strictObject({
      like: line
        .max(80)
        .regex(patternForm, 'characters, [sets], \\d, each with {2}, {1,3} or ? behind it; no groups')
        .describe('The form of what is typed: `[1-9]\\d{5}`.'),
      say: line.describe('What is said where the answer has another form.'),
    })
    .optional()
    .describe('A form that a typed number must have.'),
  rules: z
    .array(
      z.strictObject({
        must: formula.describe('What must hold of the answer, earlier ones included: `end >= start`.'),
        say: line.describe('What is said where it does not hold.'),
      }),
    )
    .default([])
    .describe('What an answer must fit, each with its own message.'),
  go: slug.optional().describe('What follows whatever the answer, or where no route fits.'),
  routes: z
    .array(route)
    .default([])
    .describe(
      'Ways on by condition. No two that lead to different places may hold at once, unless `hit: first` says so.',
    ),
  hit: z
    .enum(['unique', 'first'])
    .default('unique')
    .describe('unique: the conditions exclude each other. first: the first one that holds is taken.'),
});

const outcome = z.strictObject({
  id: slug.describe('Names the outcome; a question’s option leads here with `go`.'),
  verdict: line.describe(
    'What to do, as one sentence: “Write a checklist. Don’t build a course.” It may hold values, in curly brackets.',
  ),
  because: prose.describe(
    'Why this follows from the answers, in a few sentences. Markdown; it may hold values, in curly brackets.',
  ),
  passages: z
    .array(
      z.strictObject({
        if: formula.optional().describe('When the passage is shown. Without it: always.'),
        say: prose.describe('The passage. Markdown; it may hold values.'),
      }),
    )
    .default([])
    .describe('What else is said, each where its condition holds.'),
  next: z.array(pageId).min(1).describe('The pages to do it with; the first one becomes the button.'),
  stage: slug
    .optional()
    .describe('The stage that this outcome tells: pathways that start with this tool are opened there.'),
});

const value = z.strictObject({
  id: slug.describe('Names the value in formulas and, in curly brackets, in the text of outcomes.'),
  say: line.optional().describe('Its name in a sum, in the reader’s words.'),
  is: amount.optional().describe('A formula: `round(people * hours * rate, 2)`.'),
  unit: line.optional().describe('What it counts, in the plural, or a currency. Must fit the formula.'),
  hit: z
    .enum(['unique', 'first', 'collect'])
    .default('unique')
    .describe(
      'With rows, a decision table. unique: one row fits. first: the first that fits counts. collect: all that fit.',
    ),
  as: z
    .enum(['list', 'sum', 'count', 'min', 'max'])
    .optional()
    .describe('With `hit: collect`: what is made of the rows that fit.'),
  rows: z
    .array(
      z.strictObject({
        if: formula.optional().describe('When the row fits. Without it: where no other row does.'),
        is: amount.optional().describe('What it gives: a formula.'),
        text: line.optional().describe('Or what it gives, as words.'),
      }),
    )
    .default([])
    .describe('A decision table instead of one formula.'),
});

const table = z.strictObject({
  id: slug.describe(
    'Names the table in formulas: `rate(start)` for dated rows, `day in holidays`, `country in nearby`.',
  ),
  say: line.optional().describe('Its name in a sum, in the reader’s words.'),
  unit: line.optional().describe('What its amounts count, or a currency.'),
  rows: z
    .array(
      z.strictObject({
        from: day.describe('The first day on which it holds.'),
        to: day.optional().describe('The last day. Without it, until further notice.'),
        is: z.number().describe('The amount.'),
      }),
    )
    .default([])
    .describe('Amounts with the days between which they hold, the earliest first.'),
  days: z.array(day).default([]).describe('Days, such as public holidays.'),
  until: day.optional().describe('With `days`: the last day that the list knows of.'),
  texts: z.array(line).default([]).describe('Names, such as the two letters of countries.'),
});

const group = z.strictObject({
  id: slug.describe('Names the group; routes lead to it like to a question.'),
  say: line.describe('What each repetition is called, with its number: Child {n}.'),
  times: slug.describe('The id of the question whose whole number says how often.'),
  most: z.int().min(1).max(20).describe('How often at most. The question’s `max` may not be larger.'),
  questions: z
    .array(question)
    .min(1)
    .describe('What is asked each time; `go: next` goes on to the next repetition.'),
  go: slug.describe('What follows the last repetition.'),
});

const target = slug.describe('The id of the outcome.');
const scoring = z.strictObject({
  id: slug.describe('Where the last question leads with `go`.'),
  criteria: z
    .array(
      z.strictObject({
        id: slug.describe('Names the criterion in the address, where the reader changes its weight.'),
        say: line.describe('The criterion, in a few words.'),
        of: slug.describe('The id of the question whose answer gives the points.'),
        weight: z.int().min(0).max(5).describe('How much it counts, from 0 to 5.'),
      }),
    )
    .min(2)
    .describe('What is weighed.'),
  knockouts: z
    .array(
      z.strictObject({
        if: formula.describe('What decides whatever the points say.'),
        go: target,
        say: line.describe('Why, in the reader’s words.'),
      }),
    )
    .default([])
    .describe('What decides before any points count; the first that holds.'),
  bands: z
    .array(
      z.strictObject({
        from: z.int().min(0).max(100).describe('The least share of all points, in percent.'),
        go: target,
      }),
    )
    .default([])
    .describe(
      'For one subject: from which share of the points on which outcome follows, the highest first, the last one from 0.',
    ),
  alternatives: z
    .array(
      z.strictObject({
        id: slug.describe('Names the alternative in the `scores` of answers.'),
        say: line.describe('The alternative, in a few words.'),
        go: target.describe('The outcome where it wins.'),
      }),
    )
    .default([])
    .describe('Or several alternatives, of which the best one wins.'),
  tie: target.optional().describe('With alternatives: the outcome where two are equally good.'),
});

const test = z.strictObject({
  given: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .describe('Question → answer: an option’s id, a list of them, a number or a day.'),
  today: day
    .optional()
    .describe('The day on which the answers are given; a must where the tool reads `today`.'),
  outcome: slug.optional().describe('The outcome that must follow.'),
  values: z
    .array(
      z.strictObject({ of: slug.describe('The id of a value.'), is: amount.describe('What it must be.') }),
    )
    .default([])
    .describe('Values that must follow.'),
  error: line.optional().describe('The question at which the answer must be refused.'),
});

const fields = z.strictObject({
  ...pageFields,
  minutes: z.int().min(1).max(60).describe('How long it takes to answer, in minutes.'),
  sensitive: z
    .literal(true)
    .optional()
    .describe('`true` keeps the answers out of the address and off the device.'),
  questions: z.array(question).min(1).describe('The questions, the first one first.'),
  groups: z
    .array(group)
    .default([])
    .describe('Questions that are asked several times, such as for each child.'),
  values: z.array(value).default([]).describe('Values worked out from answers.'),
  tables: z.array(table).default([]).describe('Rates with dates, holidays, lists of names.'),
  scoring: scoring.optional().describe('Weighs answers instead of following them.'),
  outcomes: z.array(outcome).min(2).describe('Where the answers can lead.'),
  tests: z.array(test).default([]).describe('Answers and where they must lead. The check walks them.'),
});

/** A decision tool answers "which one should I pick?". The first question is the first one listed. */
export const decisionTool = fields.superRefine((tool, context) => {
  // A tool that is not in its form, such as one with a thousand repetitions, is not walked.
  if (context.issues.length > 0) return;
  for (const { path, at, ...told } of findFaults(tool)) {
    context.addIssue({ code: 'custom', path, message: told.expected, params: { ...told, at } });
  }
});
export type DecisionTool = z.infer<typeof decisionTool>;
export type Question = z.infer<typeof question>;
export type Group = z.infer<typeof group>;
export type Outcome = z.infer<typeof outcome>;
export type Scoring = z.infer<typeof scoring>;
export type ToolTest = z.infer<typeof test>;
