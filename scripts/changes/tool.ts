/** What an edit does to the answers of one tool, at a terminal. */
import { counted } from '../markdown-text.ts';
import type { ToolDifference } from './read.ts';

export function toolDifferenceText(difference: ToolDifference): string {
  const { file, title, since, count, routes, complete, reworded } = difference;
  const head = `${title} (${file}), compared with ${since.slice(0, 10)}`;
  if (complete && count === 0 && reworded.length === 0) return `${head}\n\nEvery answer leads where it led.`;
  const rest = count - routes.length;
  return [
    head,
    ...(count > 0 ? [`${counted(count, 'way')} to answer with another outcome:`] : []),
    ...routes.map(routeText),
    ...(rest > 0 ? [`And ${rest} more.`] : []),
    ...(complete ? [] : ['There may be others: the tool is too large to be compared with all answers.']),
    ...reworded.map(
      (outcome) =>
        `The outcome ${outcome.id} says something else:\n  before  ${outcome.before}\n  now     ${outcome.after}`,
    ),
  ].join('\n\n');
}

function routeText({ answers, before, after }: ToolDifference['routes'][number]): string {
  const given = answers.map(({ question, say }) => `${question}: ${say}`).join(' → ');
  return [
    given,
    `  before  ${before ? `${before.id}: ${before.verdict}` : 'no outcome: these answers were not asked for'}`,
    `  now     ${after ? `${after.id}: ${after.verdict}` : 'no outcome: these answers are not asked for any more'}`,
  ].join('\n');
}
