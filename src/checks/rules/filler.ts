import { filler as list, playedDown } from '../language/en.ts';
import { passagesOf } from '../passages.ts';
import type { Rule } from '../rule.ts';

const phrases = list.map(({ said, instead }) => ({ pattern: new RegExp(`^${said}$`, 'i'), said, instead }));
const any = new RegExp(`\\b(?:${list.map(({ said }) => said).join('|')})(?!\\w)|${playedDown}`, 'gi');

export const filler: Rule = {
  id: 'filler',
  family: 'language',
  says: 'Every word works.',
  reason: '“Simply press Reset” doesn’t help whoever can’t find Reset: it tells them that they are slow.',
  mend: 'Leave it out.',
  examples: {
    bad: [
      { body: 'Simply add up the marks.' },
      { body: 'Just press the key named Sum.' },
      { body: 'Obviously, the sum is on the card.' },
      { body: 'You add up the marks\nin order to get a sum.', at: 2 },
      { body: 'Please note that Friday counts too.' },
      { body: '<Note kind="tip">Utilize a pen.</Note>' },
      { top: 'done_when: The card is full, and you can easily read the sum.' },
      { body: 'As mentioned above, Friday counts too.' },
      {
        type: 'decision-tools',
        note: 'Text of an outcome',
        whole: (valid) =>
          valid.replace(
            'Count on a card.',
            'Count on a card.\n    passages: [{ say: Simply ask the desk. }]',
          ),
        at: 23,
      },
    ],
    ok: [
      { body: 'Count just before noon, and keep it simple.' },
      { body: 'Do not just ask one person who has just put it down.', note: '“Just” with another meaning' },
      { body: 'The button says “Simply count”, in code `just add`.' },
      { body: 'The end of the course, of course.' },
      { body: '<Template name="Letter">\n\nPlease note that we count on Friday.\n\n</Template>' },
      { top: 'asks: [just count it, simply count, in order to count]', note: 'People ask as they ask' },
      { body: '| Instead of | Write |\n|---|---|\n| prior to | before |', note: 'A list of words' },
      { body: 'Write it as simply as you can.' },
    ],
  },
  page(subject) {
    if (subject.language !== 'en') return [];
    // A word in a cell may stand there as the word that it is.
    const sentences = passagesOf(subject).filter(({ kind, own }) => kind !== 'cell' || /[.?!]$/.test(own));
    return sentences.flatMap(({ own, placeAt }) =>
      [...own.matchAll(any)].map((match) => {
        const [said] = match;
        const instead = phrases.find(({ pattern }) => pattern.test(said))?.instead;
        return {
          ...placeAt(match.index),
          found: `“${said}”`,
          expected: instead ? 'a plainer word' : 'the sentence without it',
          ...(instead && { mend: `Write ${/^[a-z]+$/.test(instead) ? `“${instead}”` : instead}.` }),
        };
      }),
    );
  },
};
