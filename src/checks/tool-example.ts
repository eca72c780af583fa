/** Questions of small tools, for the examples of rules: lines of frontmatter that take the place of those in the valid tool. */

/** One question, `people`, for a whole number from 1 to 100. @param more its other fields; the first one is line 7 */
export function howMany(...more: string[]): string {
  return lines(
    'questions:',
    '  - id: people',
    '    ask: How many people count?',
    '    type: integer',
    '    min: 1',
    '    max: 100',
    ...more.map((line) => `    ${line}`),
  );
}

/** A question of one line with the answers yes and no. */
export function yesNo(id: string, yes: string, no: string): string {
  return `  - { id: ${id}, ask: Is it so with ${id}?, options: [{ say: "Yes", go: ${yes} }, { say: "No", go: ${no} }] }`;
}

export function lines(...all: string[]): string {
  return all.join('\n');
}
