/** Asks why a step is skipped. A critical one says first that nobody should, and takes no ready-made reason. */
import says from 'sidekick:words/do';
import { longestReason } from '../../model/run.ts';
import { make } from '../make.ts';

export function skipForm(
  isCritical: boolean,
  done: { skip(why: string): void; cancel(): void },
): HTMLFormElement {
  const field = make('textarea', {
    id: 'do-why',
    rows: '2',
    maxlength: String(longestReason),
    'aria-describedby': 'do-why-missing',
  });
  const missing = make('p', { id: 'do-why-missing', class: 'do-missing', role: 'alert' });
  const skip = make('button', { class: 'quiet-button' }, isCritical ? says.skipAnyway : says.skipIt);
  const keep = make('button', { type: 'button', class: isCritical ? 'button' : 'link-button' }, says.keepIt);
  const warning = make('p', { class: 'do-warning' }, says.criticalSkip);
  const ready = make(
    'div',
    { class: 'do-reasons' },
    isCritical ? [] : [says.whyNotHere, says.whyAlready, says.whyLater].map(reason),
  );
  const form = make('form', { class: 'do-skip', novalidate: true }, [
    isCritical ? warning : make('p', { class: 'do-asks' }, says.skipWhy),
    ...(isCritical ? [] : [ready]),
    make('label', { for: 'do-why' }, isCritical ? says.skipWhy : says.ownWords),
    field,
    missing,
    make('p', { class: 'row' }, isCritical ? [keep, skip] : [skip, keep]),
  ]);

  function reason(why: string): HTMLElement {
    const button = make('button', { type: 'button', class: 'quiet-button' }, why);
    button.addEventListener('click', () => done.skip(why));
    return button;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const why = field.value.replace(/\s+/g, ' ').trim();
    if (/[\p{L}\p{N}]{2}/u.test(why)) return done.skip(why);
    missing.textContent = says.whyMissing;
    field.focus();
  });
  keep.addEventListener('click', () => done.cancel());
  return form;
}
