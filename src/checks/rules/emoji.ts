import { passagesOf } from '../passages.ts';
import type { Rule } from '../rule.ts';

const emojis = String.raw`\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F`;
const anywhere = new RegExp(emojis, 'u');
const first = new RegExp(`^\\s*(${emojis}|[•▪◦►➤✓✔✗✘])`, 'u');

export const emoji: Rule = {
  id: 'emoji',
  family: 'language',
  says: 'Lists have real bullets, and headings have words only.',
  reason:
    'A screen reader reads “white heavy check mark” before every line, and each device draws emoji differently.',
  mend: 'Start the line with - or 1., or with - [ ] for something to tick, and delete the sign.',
  examples: {
    bad: [
      { body: '✅ The sum is right' },
      { body: '- The days\n- 👉 The marks', at: 2 },
      { body: '• The days' },
      { body: 'Twice.\n\n## Well done 🎉\n\nGo home.', at: 3 },
      { top: 'title: Count the cases 🚀' },
    ],
    ok: [
      { body: 'The lamp shows ☀️ when all is well.', note: 'A sign that the thing itself shows' },
      { body: '| Day | Done |\n|---|---|\n| Monday | ✓ |', note: 'A sign in a table' },
    ],
  },
  page(subject) {
    return passagesOf(subject).flatMap(({ text, kind, field, placeAt }) => {
      const titled = kind === 'heading' || field === 'title';
      const match = titled ? anywhere.exec(text) : kind === 'paragraph' ? first.exec(text) : undefined;
      if (!match) return [];
      const sign = match[1] ?? match[0];
      return {
        ...placeAt(match.index + match[0].indexOf(sign)),
        found: titled ? `the sign ${sign} in a ${field ?? kind}` : `the sign ${sign} as a bullet`,
        expected: titled ? 'words only' : 'a list of Markdown',
      };
    });
  },
};
