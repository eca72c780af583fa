import { wrongStart } from '../action.ts';
import { placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';
import { stepsOf } from '../steps.ts';

export const stepVerb: Rule = {
  id: 'step-verb',
  family: 'structure',
  says: 'A step starts with what to do.',
  reason:
    'People read the first word of a step with one hand at work. “Press” tells the hand; “The button” does not.',
  mend: 'Start with a verb: “Press Cash up.”, not “The button Cash up is pressed.”',
  examples: {
    bad: [
      { body: '1. **The marks are added up.**' },
      { body: '1. **You should add up the marks.**' },
      { body: '1. **Adding up the marks.** You see a sum.' },
      { body: '1. **Preparation of the card.**' },
      { body: '1. Your card goes to the desk.', note: 'Without bold, the first line counts' },
    ],
    ok: [
      { body: '1. **Bring the card to the desk.**' },
      { body: '1. **If the sum is 0, ask the desk.**', note: 'A condition may come first' },
      { body: '1. **On Friday, add up the marks.**' },
      { body: '1. **“Add” and “Sum” do the same: press one.**' },
      {
        body: '1. **Can two people count the same cases?**',
        note: 'A question to answer is something to do',
      },
      { body: '1. **Question every sum above 100.**', note: 'A verb that looks like a noun' },
      { type: 'references', body: '1. The tally\n2. The rate', note: 'Only job aids have steps' },
    ],
  },
  page(subject) {
    if (subject.language !== 'en') return [];
    return stepsOf(subject).flatMap(({ text, action }) => {
      const word = text.endsWith('?') ? undefined : wrongStart(text);
      if (!word) return [];
      return {
        ...placeOfNode(subject.text, action),
        found: `a step that starts with “${word}”`,
        expected: 'a verb that says what to do',
      };
    });
  },
};
