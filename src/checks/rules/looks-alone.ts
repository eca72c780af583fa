import { isNamed, looksAlone as patterns, pointsNowhere } from '../language/en.ts';
import { passagesOf } from '../passages.ts';
import { hush } from '../quotation.ts';
import type { Rule } from '../rule.ts';

export const looksAlone: Rule = {
  id: 'looks-alone',
  family: 'language',
  says: 'An instruction names the thing, not only its colour, shape or place.',
  reason:
    'On a phone the button on the right is below, in the dark look the green one is another green, and a listener has neither.',
  mend: 'Name it as it is named there: “Press Send, the green button on the right.” For “see below”, link to the heading.',
  examples: {
    bad: [
      { body: 'When you are done, press the green button.' },
      { body: 'Click on the small, round icon and wait.' },
      { body: 'Open the menu at the top.' },
      { body: 'Choose the right-hand tab.' },
      { body: 'For other weeks see below.' },
      { body: '- By machine\n- By hand (see above)', at: 2 },
    ],
    ok: [
      { body: 'Press “Send”, the green button on the right.' },
      { body: 'Press the green button “Send”.' },
      { body: 'Press the green Send button.' },
      { body: 'Press the green button labelled Send.' },
      { body: 'For other weeks see [By hand](#afterwards) below.' },
      { body: 'The table below says what to do.' },
    ],
  },
  page(subject) {
    if (subject.language !== 'en') return [];
    return passagesOf(subject).flatMap(({ own, text, placeAt }) => [
      ...patterns.flatMap((pattern) =>
        [...own.matchAll(pattern)].flatMap((match) => {
          const end = match.index + match[0].length;
          if (hasName(own.slice(end))) return [];
          return {
            ...placeAt(end - match[1]!.length),
            found: `“${text.slice(end - match[1]!.length, end)}”, told by its looks or place alone`,
            expected: 'the name that stands on it',
          };
        }),
      ),
      ...[...own.matchAll(pointsNowhere)].map((match) => ({
        ...placeAt(match.index),
        found: `“${match[0]}”`,
        expected: 'a link that says what is there',
      })),
    ]);
  },
};

function hasName(rest: string): boolean {
  return isNamed.test(rest) || new RegExp(`^[ ,]*[“"\\p{Lu}${hush}]`, 'u').test(rest);
}
