import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Site } from '../schema/site.ts';
import { editAddress } from './address.ts';
import { contact } from './contact.ts';

const site = (host: 'github' | 'gitlab' | 'forgejo', channel: Site['channels']['report']) =>
  ({
    repository: { host, address: 'https://git.example.org/a/b/', branch: 'main' },
    channels: { report: channel },
  }) as Site;
const message = { subject: 'Step 3 of “A & B”', text: 'What happened:\n\n1 + 1' };

test('mail opens with subject and text, a plus sign and line breaks unharmed', () => {
  const way = contact(site('github', { kind: 'mail', to: 'help@example.org' }), message);
  assert.equal(
    way.kind === 'link' && way.href,
    'mailto:help@example.org?subject=Step%203%20of%20%E2%80%9CA%20%26%20B%E2%80%9D&body=What%20happened%3A%0A%0A1%20%2B%201',
  );
});

test('a form gets the text in its field', () => {
  const way = contact(
    site('github', { kind: 'form', address: 'https://example.org/f?id=1', field: 'note' }),
    { subject: 's', text: 't' },
  );
  assert.equal(way.kind === 'link' && way.href, 'https://example.org/f?id=1&note=s%0A%0At');
});

test('issues open prefilled on each host', () => {
  const hrefOf = (host: 'github' | 'gitlab' | 'forgejo') => {
    const way = contact(site(host, { kind: 'issue' }), { subject: 's', text: 't' });
    return way.kind === 'link' && way.href;
  };
  assert.equal(hrefOf('github'), 'https://git.example.org/a/b/issues/new?title=s&body=t');
  assert.equal(hrefOf('forgejo'), 'https://git.example.org/a/b/issues/new?title=s&body=t');
  assert.equal(
    hrefOf('gitlab'),
    'https://git.example.org/a/b/-/issues/new?issue%5Btitle%5D=s&issue%5Bdescription%5D=t',
  );
});

test('with no channel, or a chat, the text is there to copy', () => {
  assert.deepEqual(contact(site('github', { kind: 'none' }), { subject: 's', text: 't' }), {
    kind: 'copy',
    text: 's\n\nt',
  });
  assert.deepEqual(
    contact(site('github', { kind: 'chat', address: 'https://example.org/c' }), { subject: 's', text: 't' }),
    {
      kind: 'copy',
      text: 's\n\nt',
      href: 'https://example.org/c',
    },
  );
});

test('“edit this page” opens the file in each host’s editor', () => {
  const edit = (host: 'github' | 'gitlab' | 'forgejo') =>
    editAddress(site(host, { kind: 'none' }), 'content/job-aids/x.mdx');
  assert.equal(edit('github'), 'https://git.example.org/a/b/edit/main/content/job-aids/x.mdx');
  assert.equal(edit('gitlab'), 'https://git.example.org/a/b/-/edit/main/content/job-aids/x.mdx');
  assert.equal(edit('forgejo'), 'https://git.example.org/a/b/_edit/main/content/job-aids/x.mdx');
});
