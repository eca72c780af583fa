import type { Rule } from '../rule.ts';

const site = 'content/site.yaml';

export const settings: Rule = {
  id: 'settings',
  family: 'frontmatter',
  says: 'The files of settings are all there, and say what the site needs to know.',
  reason: 'A site without a name, an address or a way to a person would be built and would help nobody.',
  mend: 'Write what is expected; the settings of the original project show each field.',
  examples: {
    bad: [
      { note: 'No address', file: site, whole: (valid) => valid.replace(/^address: .*\n/m, ''), at: 1 },
      {
        note: 'A misspelt field',
        file: site,
        whole: (valid) => valid.replace('tagline:', 'tag_line:'),
        at: 2,
      },
      {
        note: 'An address without https',
        file: site,
        whole: (valid) => valid.replace('https://help', 'http://help'),
        at: 3,
      },
      {
        note: 'A promise without a number',
        file: site,
        whole: (valid) => valid.replace('days: 3', 'days: soon'),
        at: 12,
      },
      {
        note: 'A channel that there is not',
        file: site,
        whole: (valid) => valid.replace('kind: mail', 'kind: pigeon'),
        at: 9,
      },
      {
        note: 'Two examples of three',
        file: site,
        whole: (valid) => valid.replace('  - first week\n', ''),
        at: 15,
      },
      {
        note: 'A language without words',
        file: site,
        whole: (valid) => `${valid}language: xx\n`,
        at: { file: 'content/words/xx.yaml', line: 1 },
      },
      { note: 'An empty file', file: 'content/taxonomy/roles.yaml', whole: '' },
      {
        note: 'A topic without a name',
        file: 'content/taxonomy/topics.yaml',
        whole: '- { id: counting, about: How to count. }\n',
      },
      {
        note: 'A group of one word',
        file: 'content/taxonomy/synonyms.yaml',
        whole: '- [count, tally]\n- [card]\n',
        at: 2,
      },
      {
        note: 'An id with a capital',
        file: 'content/taxonomy/contexts.yaml',
        whole: '- id: " till"\n  name: The till\n',
      },
    ],
    ok: [
      { note: 'No group of synonyms', file: 'content/taxonomy/synonyms.yaml', whole: '[]\n' },
      {
        note: 'A way to reach the desk',
        file: 'content/taxonomy/people.yaml',
        whole:
          '- id: counting-desk\n  name: Counting desk\n  knows: counting\n  ask: mailto:desk@example.org\n',
      },
    ],
  },
};
