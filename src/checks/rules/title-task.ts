import { wrongStart } from '../action.ts';
import type { Rule } from '../rule.ts';

export const titleTask: Rule = {
  id: 'title-task',
  family: 'language',
  says: 'The title of a job aid says the task, starting with a verb; that of a decision tool is the question.',
  reason:
    'In a list of results people look for what they have to do: “Count the cases”, not “Case counting guide”.',
  mend: 'Write what the reader does: “Count the cases of one week”. A decision tool asks: “Card or list?”',
  examples: {
    bad: [
      { top: 'title: The weekly count' },
      { top: 'title: Counting the cases of one week' },
      { top: 'title: How to count the cases of one week' },
      { top: 'title: Information about counting' },
      { type: 'decision-tools', top: 'title: Choose a card or a list' },
    ],
    ok: [
      { top: 'title: Bring the count to the desk' },
      { top: 'title: Who counts on Friday?', note: 'A question says the task as well' },
      { type: 'references', top: 'title: The words of counting', note: 'A reference names its thing' },
    ],
  },
  page({ data, yaml, page, language }) {
    const { title } = data;
    const at = yaml.placeOf(['title']);
    const isQuestion = /[?？]$/.test(title);
    if (page.type === 'decision-tools' && !isQuestion)
      return [{ ...at, found: `the title “${title}”`, expected: 'a question, with a question mark' }];
    if (page.type !== 'job-aids' || language !== 'en' || isQuestion) return [];
    const word = wrongStart(title);
    if (!word) return [];
    const task = /^how to (\p{L})(.*)$/iu.exec(title);
    return [
      {
        ...at,
        found: `a title that starts with “${word}”`,
        expected: 'a verb that says the task',
        ...(task && { mend: `Write “${task[1]!.toUpperCase()}${task[2]}”.` }),
      },
    ];
  },
};
