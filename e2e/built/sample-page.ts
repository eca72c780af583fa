/** A small whole job aid for tests that need pages of their own. */

interface Sample {
  title?: string;
  /** More frontmatter, a field a line. */
  more?: string;
  body?: string;
}

export function sampleJobAid({ title = 'Take the thing', more = '', body = '' }: Sample): string {
  return `---
title: ${title}
summary: One sentence that says what the page gives.
kind: steps
used: during
minutes: 5
moments: [apply]
roles: [everyone]
stages: [novice]
topics: [write]
asks: [how do i take it, it does not work, what was it again]
use_when: The task is open in front of you.
not_when:
  - if: Nobody asked for it
    instead: Leave it.
done_when: You see the thing on the table.
owner: writing-desk
${more}---

## Do it

1. **Take the thing.** It lies on the left.

   <Note kind="trap">There are two things.</Note>

2. **Put it down.**

- [ ] It is down

${body}
`;
}

/** A small whole decision tool. */
export const sampleTool = `---
title: Mend it or leave it?
summary: One question about what you hold in your hand.
roles: [everyone]
stages: [novice]
topics: [write]
moments: [apply]
minutes: 1
asks: [is it broken, shall I mend it, what do I do with it]
owner: writing-desk
questions:
  - id: broken
    ask: Is it broken?
    options:
      - { id: 'yes', say: 'Yes', go: mend }
      - { id: 'no', say: 'No', go: leave }
outcomes:
  - id: mend
    verdict: Mend it.
    because: People can’t use it.
    next: [job-aids/sample-picture]
  - id: leave
    verdict: Leave it.
    because: It does what it should.
    next: [job-aids/sample-picture]
---

It weighs one thing.
`;
