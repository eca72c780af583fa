import { plainText } from '../../content/blocks.ts';
import { emptyWords } from '../language/en.ts';
import { plainAsk } from '../known.ts';
import { isIn, outlineOf, placeOfNode } from '../outline.ts';
import type { Rule } from '../rule.ts';

export const linkWords: Rule = {
  id: 'link-words',
  family: 'links',
  says: 'The words of a link say where it goes.',
  reason:
    'Readers and screen readers jump from link to link without the text around them. A list of “here, here, more” leads nowhere.',
  mend: 'Use the title of the page, or what the reader finds there: [choose how to count](decision-tools/card-or-list).',
  examples: {
    bad: [
      { body: 'To choose, click [here](decision-tools/card-or-list).' },
      { body: '[Read more](references/words-for-counting)' },
      { body: '[This page](references/words-for-counting) explains the words.' },
      { body: 'Numbers: https://example.org/statistics' },
      { body: 'Numbers: [https://example.org](https://example.org)' },
      { body: 'See [**more …**](references/words-for-counting).' },
    ],
    ok: [
      { body: '[Choose how to count](decision-tools/card-or-list).' },
      { body: 'Write to help@example.org.', note: 'An address of mail is its own name' },
      { body: '[More on rates](references/words-for-counting)' },
    ],
  },
  page({ tree, text, language }) {
    return outlineOf(tree)
      .all('link', 'linkReference')
      .filter((link) => !isIn(link, 'Template'))
      .flatMap(({ node }) => {
        const words = plainText(node).trim();
        const bare = /^(?:https?:\/\/|www\.)\S+$/.test(words);
        if (!bare && !(language === 'en' && emptyWords.has(plainAsk(words)))) return [];
        return {
          ...placeOfNode(text, node),
          found: bare ? `the bare address “${words}”` : `a link with the words “${words}”`,
          expected: 'words that say where it goes',
          ...(bare && { mend: `Write [what is there](${words}).` }),
        };
      });
  },
};
