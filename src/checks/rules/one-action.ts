import { andThen, condition } from '../language/en.ts';
import { outlineOf, placeOfNode } from '../outline.ts';
import { withoutQuotations } from '../quotation.ts';
import type { Rule } from '../rule.ts';
import { countWords, sentencesOf } from '../sentences.ts';
import { stepsOf } from '../steps.ts';

const mostWords = 20;

export const oneAction: Rule = {
  id: 'one-action',
  family: 'structure',
  says: `The bold words of a step hold one action, in at most ${mostWords} words.`,
  reason: 'Of two actions in one line the second gets skipped, and nobody can tick half a step.',
  mend: 'Make a step of each action. What explains it goes behind the bold words.',
  examples: {
    bad: [
      { body: '1. **Add up the marks and then sign the card.**' },
      { body: '1. **Add up the marks; sign the card.**' },
      { body: '1. **Add up the marks. Sign the card.**' },
      { body: '1. **Add up the marks, then sign the card.**' },
      {
        body: '1. **Add up all the marks that you and the others made on the cards of this week and of the week before that one.**',
      },
    ],
    ok: [
      { body: '1. **Add up the marks.** Then sign the card.', note: 'What follows the bold words is free' },
      {
        body: '1. **Write “Counted; then signed. Done” on the card.**',
        note: 'Words to be copied are no action',
      },
      { body: '1. **If the sum is 0, then ask the desk.**' },
      { body: '1. **Ask for two minutes, and name the case.**', note: 'One move with two halves' },
    ],
  },
  page(subject) {
    const { tree, text, language } = subject;
    const bold = new Set(
      outlineOf(tree)
        .all('strong')
        .map(({ node }) => node),
    );
    return stepsOf(subject)
      .filter(({ action }) => action.type === 'strong' && bold.has(action))
      .flatMap(({ action, text: said }) => {
        const found = tooMuch(said, language);
        return found ? { ...placeOfNode(text, action), found, expected: 'one action' } : [];
      });
  },
};

function tooMuch(said: string, language: string): string | undefined {
  const own = withoutQuotations(said);
  const words = countWords(own);
  if (words > mostWords) return `a step of ${words} words in bold`;
  if (sentencesOf(said).length > 1) return 'two sentences in the bold words of a step';
  if (own.includes(';')) return 'two actions with “;” between them';
  if (language === 'en' && andThen.test(own) && !condition.test(own))
    return 'two actions with “then” between them';
  return undefined;
}
