import type { Question } from '../../schema/decision-tool.ts';
import { moneyOf } from '../placeholders.ts';
import type { Path, Reading } from './reading.ts';

/** What a question of its type may and must have. */
export function checkForm(
  reading: Reading,
  { id, type, options, min, max, step, places, unit, pattern, rules }: Question,
  path: Path,
): void {
  const isChoice = type === 'radio' || type === 'checkbox';
  const isNumber = ['number', 'integer', 'money'].includes(type);
  const stray = (field: string, has: boolean, expected: string) => {
    if (has)
      reading.fault(
        'tool-question',
        [...path, field],
        `"${field}" at "${id}", a question of the type ${type}`,
        expected,
      );
  };
  if (isChoice && options.length < 2) {
    reading.fault(
      'tool-question',
      path,
      `the question "${id}" with ${options.length === 1 ? 'one answer' : 'no answers'}`,
      'at least two `options`',
    );
  }
  stray(
    'options',
    !isChoice && options.length > 0,
    'options only where something is chosen: type radio or checkbox',
  );
  stray('min', isChoice && min !== undefined, 'limits only for numbers, days and years');
  stray('max', isChoice && max !== undefined, 'limits only for numbers, days and years');
  stray('min', type === 'country' && min !== undefined, 'no limits for a country');
  stray('max', type === 'country' && max !== undefined, 'no limits for a country');
  stray('step', !isNumber && step !== undefined, 'a step only for numbers');
  stray(
    'places',
    !['number', 'money'].includes(type) && places !== undefined,
    'decimal places only for numbers and money',
  );
  stray('unit', !isNumber && unit !== undefined, 'a unit only for numbers');
  stray('pattern', !isNumber && pattern !== undefined, 'a pattern only for numbers');
  if (type === 'money' && !moneyOf(unit)) {
    reading.fault(
      'tool-question',
      unit === undefined ? path : [...path, 'unit'],
      unit === undefined ? `money at "${id}" without a currency` : `the currency "${unit}"`,
      '`unit` with the three letters of a currency, such as GBP or GBP per hour',
    );
  }
  if (type === 'radio' && rules.length > 0)
    reading.fault(
      'tool-question',
      [...path, 'rules'],
      `"rules" at "${id}", where one answer is chosen`,
      'routes that lead to different places',
    );
  const seen = new Set<string>();
  for (const [j, option] of options.entries()) {
    if (seen.has(option.id))
      reading.fault(
        'tool-id',
        [...path, 'options', j],
        `a second answer called "${option.id}"`,
        'answers that differ in their first four words, or an `id` each',
      );
    seen.add(option.id);
    if (option.alone && type === 'radio')
      reading.fault(
        'tool-question',
        [...path, 'options', j, 'alone'],
        `"alone" at "${id}", where one answer is chosen anyway`,
        '`alone` only with several choices: type checkbox',
      );
    if (option.go && type === 'checkbox')
      reading.fault(
        'tool-question',
        [...path, 'options', j, 'go'],
        `"go" at an answer to "${id}", of which several may be chosen`,
        '`routes` of the question, with conditions such as reasons has "illness"',
      );
  }
  const { scoring } = reading.tool;
  for (const [j, { scores }] of options.entries()) {
    for (const [k, score] of scores.entries()) {
      const known = scoring?.alternatives.map((one) => one.id) ?? [];
      if (!known.includes(score.for))
        reading.fault(
          'tool-scoring',
          [...path, 'options', j, 'scores', k, 'for'],
          `"for: ${score.for}"`,
          `the id of an alternative of this tool${known.length > 0 ? `: ${known.join(', ')}` : ''}`,
        );
    }
  }
}
