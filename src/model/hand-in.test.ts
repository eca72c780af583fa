import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Site } from '../schema/site.ts';
import { newFileAddress, waysToHandIn, type HandIn } from './hand-in.ts';

const siteOn = (
  host?: 'github' | 'gitlab' | 'forgejo',
  report: Site['channels']['report'] = { kind: 'mail', to: 'help@example.org' },
) =>
  ({
    channels: { report },
    ...(host && { repository: { host, address: 'https://git.example.org/a/b/', branch: 'main' } }),
  }) as Site;

const draft: HandIn = {
  file: 'content/job-aids/count-coins.mdx',
  text: '---\ntitle: “Count” & weigh #1 100% + more\n---\n\nA: b\n',
  isNew: true,
  subject: 'A new page: Count coins',
  paste: 'Paste the page here.',
};
const long = { ...draft, text: `${draft.text}${'Lay it down. '.repeat(600)}\n` };

for (const [host, address] of [
  ['github', 'https://git.example.org/a/b/new/main/content/job-aids'],
  ['forgejo', 'https://git.example.org/a/b/_new/main/content/job-aids'],
] as const) {
  test(`on ${host} a new page opens in the host’s editor with its name and its whole text`, () => {
    const found = new URL(newFileAddress(siteOn(host), draft.file, draft.text)!);
    assert.equal(`${found.origin}${found.pathname}`, address);
    assert.equal(found.searchParams.get('filename'), 'count-coins.mdx');
    assert.equal(found.searchParams.get('value'), draft.text);
  });
}

test('a page too long for an address is pasted into the host’s empty editor', () => {
  assert.equal(newFileAddress(siteOn('github'), long.file, long.text), undefined);
  assert.deepEqual(waysToHandIn(siteOn('github'), long)[0], {
    kind: 'host',
    href: 'https://git.example.org/a/b/new/main/content/job-aids?filename=count-coins.mdx',
    paste: true,
  });
});

test('letters that grow in an address count as what they become', () => {
  // 800 characters, but 7,200 in the address.
  assert.equal(newFileAddress(siteOn('github'), draft.file, '€'.repeat(800)), undefined);
  assert.ok(newFileAddress(siteOn('github'), draft.file, 'e'.repeat(800)));
});

test('GitLab takes no text in an address, so it is pasted', () => {
  assert.deepEqual(waysToHandIn(siteOn('gitlab'), draft)[0], {
    kind: 'host',
    href: 'https://git.example.org/a/b/-/new/main/content/job-aids?file_name=count-coins.mdx',
    paste: true,
  });
});

test('a page that exists is pasted into its file in the host’s editor', () => {
  for (const [host, edit] of [
    ['github', 'edit'],
    ['gitlab', '-/edit'],
    ['forgejo', '_edit'],
  ] as const) {
    assert.deepEqual(waysToHandIn(siteOn(host), { ...draft, isNew: false })[0], {
      kind: 'host',
      href: `https://git.example.org/a/b/${edit}/main/content/job-aids/count-coins.mdx`,
      paste: true,
    });
  }
});

test('without a repository a short page goes into a mail, a long one is pasted into it', () => {
  const [way] = waysToHandIn(siteOn(), draft);
  assert.ok(way?.kind === 'channel' && !way.paste);
  assert.ok(decodeURIComponent(way.href).includes(draft.text));
  const [pasted] = waysToHandIn(siteOn(), { ...draft, text: 'Lay it down. '.repeat(150) });
  assert.ok(pasted?.kind === 'channel' && pasted.paste);
  assert.match(decodeURIComponent(pasted.href), /^mailto:help@example\.org\?.*Paste the page here\.$/s);
});

test('a chat is opened and the page pasted; a form takes it along', () => {
  const chat = siteOn(undefined, { kind: 'chat', address: 'https://chat.example.org/help' });
  assert.deepEqual(waysToHandIn(chat, draft)[0], {
    kind: 'channel',
    href: 'https://chat.example.org/help',
    paste: true,
  });
  const form = siteOn(undefined, { kind: 'form', address: 'https://f.example.org/', field: 'text' });
  const [way] = waysToHandIn(form, draft);
  assert.ok(way?.kind === 'channel' && !way.paste);
  assert.ok(new URL(way.href).searchParams.get('text')?.includes(draft.text));
});

test('where there is nobody to send it to, the page is copied or saved', () => {
  assert.deepEqual(waysToHandIn(siteOn(undefined, { kind: 'none' }), draft), [
    { kind: 'copy' },
    { kind: 'download', name: 'count-coins.mdx' },
  ]);
});
