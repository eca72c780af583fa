/**
 * One line that GitHub and Forgejo turn into a note beside a file. Signs that would end the line or a property are written as
 * their codes, so that no text can give a command of its own.
 */
export function workflowCommand(
  severity: 'error' | 'warning' | 'notice',
  properties: Record<string, string | number>,
  message: string,
): string {
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(String(value))}`);
  return `::${severity} ${listed.join(',')}::${inMessage(message)}`;
}

function inMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
