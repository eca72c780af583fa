/** What is wrong with a tool. Each kind is a rule of the check, with a page of its own that says why and how to mend it. */
export interface Fault {
  /** The rule's id. */
  rule:
    | 'tool-id'
    | 'tool-target'
    | 'tool-way-on'
    | 'tool-formula'
    | 'tool-question'
    | 'tool-value'
    | 'tool-table'
    | 'tool-scoring'
    | 'tool-unreachable'
    | 'tool-gap'
    | 'tool-overlap'
    | 'tool-never'
    | 'tool-unasked'
    | 'tool-loop'
    | 'tool-trouble'
    | 'tool-test';
  /** Path in the frontmatter. */
  path: (string | number)[];
  /** Characters from the beginning of the text there, for formulas. */
  at?: number;
  found: string;
  expected: string;
}
