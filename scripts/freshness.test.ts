import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContentPage } from '../src/content/page.ts';
import type { Site } from '../src/schema/site.ts';
import { freshnessMarkdown, freshnessReport } from './freshness.ts';

const site = { address: 'https://help.example.org', base: '/kb/' } as Site;
const people = [{ id: 'desk', name: 'Writing desk', knows: 'writing' }];
const version = 'aaaaaaaaaaaaaaaa';

const page = (slug: string, on?: string, of = version) =>
  ({
    id: `job-aids/${slug}`,
    file: `content/job-aids/${slug}.mdx`,
    version,
    data: {
      title: `About [${slug}]`,
      owner: 'desk',
      ...(on && { review: { by: 'desk', on, every: '1 month', of } }),
    },
  }) as unknown as ContentPage;

const report = (pages: ContentPage[]) => freshnessReport(pages, { site, retired: [] }, '2026-11-23');

test('a page that is due is named with its address, its day and its owner', () => {
  const text = freshnessMarkdown(report([page('late', '2026-10-01')]), people);
  assert.match(text, /^2026-11-23: 1 page due\.\n/);
  assert.match(
    text,
    /## Overdue: 1\n\n- \[About \\\[late\\\]\]\(https:\/\/help\.example\.org\/kb\/job-aids\/late\/\), since 2026-11-01, Writing desk\n/,
  );
});

test('what is overdue, soon due or voided is due; what was never reviewed is only told', () => {
  const all = [page('a', '2026-10-01'), page('b', '2026-11-01'), page('c', '2026-11-20', 'b'), page('d')];
  assert.equal(report(all).due, 3);
  const text = freshnessMarkdown(report([page('d')]), people);
  assert.match(text, /no review is due/);
  assert.match(text, /## Never reviewed: 1/);
});

test('a long list ends with how many more there are', () => {
  const many = Array.from({ length: 60 }, (_, i) => page(`p${i}`));
  assert.match(freshnessMarkdown(report(many), people), /## Never reviewed: 60\n[\s\S]*\n- and 10 more\n$/);
});

test('the newest retired page comes first, with where its address leads', () => {
  const retired = [
    {
      id: 'job-aids/a',
      title: 'A',
      on: '2026-01-01',
      why: 'It moved.',
      to: 'job-aids/c',
      instead: [],
      aliases: [],
    },
    { id: 'job-aids/b', title: 'B', on: '2026-02-01', why: 'It harmed.', instead: [], aliases: [] },
  ];
  const text = freshnessMarkdown(freshnessReport([], { site, retired }, '2026-11-23'), people);
  assert.match(
    text,
    /- B, 2026-02-01: It harmed\.\n- A, 2026-01-01: It moved\. Its address leads to job-aids\/c\.\n/,
  );
});
