/** Puts the reader's stage into a report just before it is sent: the message was written at build, the stage is the reader's. */
function chosenStage(): string | undefined {
  const input = document.querySelector<HTMLInputElement>('.detail input:checked');
  return input?.value || document.documentElement.dataset.stage || undefined;
}

/** The messages as they were written, so that a changed choice never leaves a trace. */
const written = new WeakMap<HTMLElement, string>();

function fillStage(part: HTMLElement): void {
  const none = part.dataset.report ?? '';
  const isLink = part instanceof HTMLAnchorElement;
  const before = written.get(part) ?? (isLink ? part.href : (part.textContent ?? ''));
  written.set(part, before);
  const stage = chosenStage() ?? none;
  if (isLink) part.href = before.replace(encodeURIComponent(none), encodeURIComponent(stage));
  else part.textContent = before.replace(none, stage);
}

document.addEventListener(
  'click',
  (event) => {
    const report = (event.target as Element).closest<HTMLElement>('.report');
    if (!report) return;
    const parts = [report, ...report.querySelectorAll<HTMLElement>('[data-report]')];
    for (const part of parts.filter(({ dataset }) => dataset.report)) fillStage(part);
  },
  true,
);

export {};
