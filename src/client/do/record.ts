/** A finished run, as it is shown, copied and saved. */
import says from 'sidekick:words/do';
import { factsOf, runsToJson, runToMarkdown } from '../../model/run-file.ts';
import type { Run, RunStep } from '../../model/run.ts';
import { fill, readableMoment } from '../../model/words.ts';
import { make } from '../make.ts';
import { saveFile } from '../save-file.ts';

export function moment(iso: string): string {
  return readableMoment(iso, document.documentElement.lang);
}

/** When and which version, and what became of each step. */
export function drawRecord(run: Run): HTMLElement[] {
  const facts = factsOf(run, says, moment).map(([name, value]) =>
    make('div', {}, [make('dt', {}, name), make('dd', {}, value)]),
  );
  const steps = run.steps.map((step) => make('li', { 'data-is': step.is }, lineOf(step)));
  return [make('dl', { class: 'run-facts' }, facts), make('ol', { class: 'run-steps' }, steps)];
}

function lineOf({ text, is, critical, why = '' }: RunStep): (Node | string)[] {
  const fate = { done: says.stepDone, skipped: fill(says.stepSkipped, { why }), open: says.stepOpen }[is];
  const isWarned = critical && is !== 'done';
  return [
    ...(isWarned ? [make('strong', { class: 'critical-mark' }, says.criticalStep)] : []),
    make('span', {}, text),
    ' ',
    make('small', { class: is === 'done' ? 'visually-hidden' : '' }, fate),
  ];
}

/** A row of buttons: copy as text, save as text, save as data. */
export function recordActions(
  runs: Run[],
  label = { text: says.saveText, data: says.saveData },
): HTMLElement {
  const text = runs.map((run) => runToMarkdown(run, says, moment)).join('\n');
  const copy = make(
    'button',
    { type: 'button', class: 'link-button', 'data-copy-button': true, 'data-text': text },
    says.copy,
  );
  return make('copy-text' as 'div', { class: 'row', 'data-copied': says.copied }, [
    copy,
    saver(label.text, 'md', 'text/markdown', text),
    saver(label.data, 'json', 'application/json', runsToJson(runs)),
    make('span', { role: 'status' }),
  ]);
}

function saver(label: string, ending: string, type: string, text: string): HTMLElement {
  const button = make('button', { type: 'button', class: 'link-button' }, label);
  button.addEventListener('click', () => saveFile(`${says.fileName}.${ending}`, type, text));
  return button;
}
