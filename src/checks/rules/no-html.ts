import type { Rule } from '../rule.ts';

export const noHtml: Rule = {
  id: 'no-html',
  family: 'content',
  says: 'A page is written in Markdown and the components of the contributor guide, never in HTML.',
  reason:
    'HTML can act, follow readers about and break the page for those who listen to it, print it or read it on a telephone.',
  mend: 'Say it in Markdown, or write &lt; for a “<” in text.',
  examples: {
    bad: [
      { body: '<script>alert(1)</script>' },
      { body: '<script src="https://example.org/a.js" />' },
      { body: '<iframe src="https://example.org/" />' },
      { body: '<style>\\{}</style>' },
      { body: '<a href="https://example.org/">the site</a>' },
      { body: '<img src="x" onerror="alert(1)" />' },
      { body: '<video src="count.mp4" />' },
      { body: '<form action="https://example.org/" />' },
      { body: 'One<br/>two' },
      { body: 'One <br> two' },
      { body: 'A <b>mark</b> a case.' },
      { body: '<details>\nMore\n</details>' },
      { body: '<my-element />' },
      { body: '<svg:script />' },
      { body: '<xlink:href />' },
      { body: '<math />' },
      { body: '<!DOCTYPE html>' },
      { body: '<?php echo 1; ?>' },
      { body: '- <u>Count</u>' },
      { body: '| a |\n| - |\n| <i>b</i> |', at: 3 },
    ],
    ok: [
      { body: '`<script>` in code.' },
      { body: '&lt;script> as text.' },
      { body: 'A line\\\nand the next.' },
    ],
  },
};
