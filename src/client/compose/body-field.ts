/** The text of the page: one field, and above it the buttons that put in what a page is made of. */
import { passageKinds, putIn, putWords, type Edited } from '../../model/passages.ts';
import type { Words } from '../../schema/words.ts';
import { make } from '../make.ts';

export interface BodyField {
  element: HTMLElement;
  /** Selects a line, from 1. */
  select(line: number): void;
}

/** @param titles page id → title, for links; @param write takes the text after each change */
export function makeBody(
  text: string,
  words: Words['compose'],
  titles: (id: string) => string | undefined,
  write: (text: string) => void,
): BodyField {
  const area = make('textarea', {
    id: 'f-body',
    rows: '14',
    'aria-describedby': 'f-body-help f-body-error',
    'aria-required': 'true',
  });
  area.value = text;
  area.addEventListener('input', () => write(area.value));
  const put = (edit: (now: Edited) => Edited) => {
    const {
      text: after,
      from,
      to,
    } = edit({ text: area.value, from: area.selectionStart, to: area.selectionEnd });
    area.value = after;
    area.focus();
    area.setSelectionRange(from, to);
    write(after);
  };
  const buttons = passageKinds.map((kind) => {
    const button = make('button', { type: 'button', class: 'quiet-button' }, words.insert[kind]);
    const passage = kind === 'critical' ? '' : words.passages[kind];
    button.addEventListener('click', () => put((now) => putIn(now, kind, passage)));
    return button;
  });
  const element = make('div', { class: 'field', 'data-path': 'body' }, [
    make('label', { for: 'f-body', class: 'visually-hidden' }, words.body),
    make('p', { class: 'help', id: 'f-body-help' }, words.bodyHelp),
    make('div', { class: 'passages', role: 'group', 'aria-label': words.putIn }, buttons),
    make('p', { class: 'field-error', id: 'f-body-error', hidden: true }),
    area,
    linkRow(words, titles, (link) => put((now) => putWords(now, link))),
  ]);
  return { element, select: (line) => selectLine(area, line) };
}

function linkRow(
  words: Words['compose'],
  titles: (id: string) => string | undefined,
  put: (link: string) => void,
): HTMLElement {
  const page = make('input', { type: 'text', id: 'f-link', list: 'compose-pages', autocapitalize: 'off' });
  const button = make('button', { type: 'button', class: 'quiet-button' }, words.pagePut);
  button.addEventListener('click', () => {
    const title = titles(page.value.trim());
    if (!title) return page.focus();
    put(`[${title.replace(/[[\]\\]/g, '\\$&')}](${page.value.trim()})`);
    page.value = '';
  });
  return make('div', { class: 'body-link' }, [make('label', { for: 'f-link' }, words.page), page, button]);
}

function selectLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n');
  const from = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  area.focus();
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
}
