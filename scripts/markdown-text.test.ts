import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asMarkdown } from './markdown-text.ts';

test('a title stays a title, whatever its author hoped for', () => {
  assert.equal(
    asMarkdown('![x](https://example.org) <b>*_bold_*</b>'),
    '!\\[x\\](https://example.org) \\<b\\>\\*\\_bold\\_\\*\\</b\\>',
  );
  assert.equal(asMarkdown('one\n\n# two | three'), 'one \\# two \\| three');
  assert.equal(asMarkdown('\u001B[2Jgone \u202Ekcab'), '\\[2Jgone kcab');
});

test('the names of files stay readable', () => {
  assert.equal(asMarkdown('.github/ISSUE_TEMPLATE/a.yml'), '.github/ISSUE_TEMPLATE/a.yml');
});
