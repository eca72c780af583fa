/**
 * The drawn signs: 20 px, a stroke of 1.75, in the colour of the text. Constant strings of ours, so that scripts and pages may
 * put them in as markup. Each always stands beside its word.
 */
const line = (shapes: string) =>
  `<svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes}</svg>`;

const icons = {
  'job-aids': line('<path d="M2 5.5l1.6 1.6L6.6 4M2 13.5l1.6 1.6 3-3.1M10 5.5h8M10 13.5h8"/>'),
  references: line(
    '<path d="M10 5C8 3.4 5 3 2 3.4v12c3-.4 6 0 8 1.6 2-1.6 5-2 8-1.6v-12C15 3 12 3.4 10 5zM10 5v12"/>',
  ),
  'decision-tools': line(
    '<path d="M10 18v-6M10 12C10 8 4 9 4 4M10 12c0-4 6-3 6-8M1.8 6L4 3.5 6.2 6M13.8 6L16 3.5 18.2 6"/>',
  ),
  pathways: line(
    '<circle cx="4" cy="15.5" r="2.5"/><circle cx="10" cy="10" r="2.5"/><circle cx="16" cy="4.5" r="2.5"/><path d="M5.9 13.8l2.3-2.1M11.9 8.3l2.3-2.1"/>',
  ),
  technologies: line('<path d="M7 2v5M13 2v5M4.5 7h11v2.5a5.5 5.5 0 0 1-11 0zM10 15v3"/>'),
  experiments: line(
    '<path d="M7 2h6M8 2v5.5L3.5 15.6A1.6 1.6 0 0 0 4.9 18h10.2a1.6 1.6 0 0 0 1.4-2.4L12 7.5V2M6 12.5h8"/>',
  ),
  search: line('<circle cx="8.5" cy="8.5" r="5.5"/><path d="M12.8 12.8L18 18"/>'),
  print: line(
    '<path d="M5.5 7V2.5h9V7M5.5 14.5H3A1 1 0 0 1 2 13.5V8a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1h-2.5M5.5 11.5h9v6h-9z"/>',
  ),
  copy: line('<path d="M7 6.5h10.5V18H7zM13 6.5V2H2.5v11.5H7"/>'),
  arrow: line('<path d="M3 10h13.5M11 4.5l5.5 5.5-5.5 5.5"/>'),
  warning: line('<path d="M10 2.5L18.5 17h-17zM10 8v4M10 14.5v.1"/>'),
  stop: line('<path d="M6.6 1.8h6.8l4.8 4.8v6.8l-4.8 4.8H6.6l-4.8-4.8V6.6zM6 10h8"/>'),
  novice: stage(''),
  practitioner: stage('<path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor" stroke="none"/>'),
  expert: stage('<circle cx="6" cy="6" r="5" fill="currentColor" stroke="none"/>'),
};

/** Open, half-filled and filled circle: they tell stages apart in black and white too. */
function stage(filling: string): string {
  return `<svg class="shape" viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true"><circle cx="6" cy="6" r="5"/>${filling}</svg>`;
}

export type IconName = keyof typeof icons;

/** Markup of a sign; empty for a name there is none for. */
export function icon(name: string): string {
  return Object.hasOwn(icons, name) ? icons[name as IconName] : '';
}
