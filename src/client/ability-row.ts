/** An ability on its pathway's page: what the reader says of it, the log of that, what others answered, and how it shows. */
import words from 'sidekick:words/pathway';
import work from 'sidekick:words/work';
import { answerLine } from '../model/portfolio.ts';
import {
  change,
  isDoneAlone,
  longest,
  say,
  takeBack,
  type Answer,
  type Entry,
  type Says,
} from '../model/progress.ts';
import { readableDay } from '../model/words.ts';
import { newKey, type KeptProgress } from './kept-progress.ts';
import { make } from './make.ts';
import { today } from './today.ts';

/** Whether it is the next one, or another one that is open to the reader. */
export type Place = 'next' | 'also' | undefined;

export class AbilityRow {
  readonly element: HTMLElement;
  readonly details: HTMLDetailsElement;
  readonly name: string;
  readonly #select: HTMLSelectElement;
  readonly #record: HTMLElement;
  readonly #kept: KeptProgress;
  #log: Entry[] = [];
  /** The entry in the fields. It stays there while somebody writes, whatever becomes the latest meanwhile. */
  #shown: string | undefined;

  constructor(element: HTMLElement, kept: KeptProgress) {
    this.element = element;
    this.details = element.querySelector('details')!;
    this.name = `${element.closest<HTMLElement>('[data-page]')!.dataset.page!}/${element.id}`;
    this.#record = recordOf(element);
    this.#select = this.#record.querySelector('select')!;
    this.#kept = kept;
    this.#select.addEventListener('change', () => this.say(this.#select.value as Says));
  }

  /** How often its pages were used at work, in words; nothing where they were not. */
  showUsed(text: string): void {
    const line = this.#record.querySelector('.used') ?? make('p', { class: 'used' });
    line.textContent = text;
    if (text) this.#record.querySelector('[data-already]')!.after(line);
    else line.remove();
  }

  /** Whether one of its pages has this id. */
  isServedBy(page: string): boolean {
    const links = this.element.querySelectorAll<HTMLAnchorElement>('.do a');
    return [...links].some(({ pathname }) => pathname.endsWith(`/${page}/`));
  }

  /** Its id on this page, and what the map needs to know of it. */
  get node(): { id: string; opens: string[]; or: string[] } {
    const { opens, or } = this.element.dataset;
    const ids = (list?: string) => (list ? list.split(' ') : []);
    return { id: this.element.id, opens: ids(opens), or: ids(or) };
  }

  get current(): Entry | undefined {
    return this.#log[0];
  }

  say(state: Says): void {
    if (state === 'notYet' && this.#log.length === 0) return;
    this.#shown = undefined;
    const said = { ability: this.name, says: state, on: today() };
    this.#kept.update((progress) => say(progress, said, newKey()));
  }

  /** @param log what stands, the latest first */
  show(log: Entry[]): void {
    this.#log = log;
    const state = this.current?.says ?? 'notYet';
    this.#select.value = state;
    this.element.dataset.says = state;
    this.element.toggleAttribute('data-alone', isDoneAlone(state));
    const name = state === 'notYet' ? '' : words[state];
    const text = state === 'skipped' ? name.replace('…', this.current?.note ?? '…') : name;
    this.element.querySelector('.ability-state')!.textContent = text;
    this.#showRecord(state);
  }

  showPlace(place: Place, text = ''): void {
    const label = this.element.querySelector<HTMLElement>('.next-label')!;
    label.hidden = !place;
    label.textContent = text;
    this.element.toggleAttribute('data-next', place === 'next');
  }

  open(): void {
    for (const one of [this.details, this.details.parentElement!.closest('details')])
      if (one) one.open = true;
  }

  #showRecord(state: Says): void {
    if (this.#log.length > 0) this.#makeRecord();
    const fields = this.#record.querySelector<HTMLElement>('.record-fields');
    if (!fields) return;
    const isWriting = fields.contains(document.activeElement);
    if (!isWriting) this.#shown = undefined;
    this.#shown ??= this.current?.id;
    const entry = this.#log.find(({ id }) => id === this.#shown);
    const hasFields = entry !== undefined && state !== 'notYet';
    fields.hidden = !hasFields;
    this.#record.querySelector<HTMLElement>(':scope > .link-button')!.hidden = !hasFields;
    if (hasFields) this.#fill(fields, entry);
    this.#listLog(state === 'notYet' ? this.#log : this.#log.filter(({ id }) => id !== this.#shown));
  }

  /** The day, a note, who saw it, and what was said before: once something is said. */
  #makeRecord(): void {
    if (this.#record.querySelector('.record-fields')) return;
    const fields = drawFields();
    const button = takeBackButton(words.takeBack);
    const log = make('div', { class: 'record-log' }, [
      make('p', { class: 'quiet' }, words.before),
      make('ul'),
    ]);
    this.#record.append(fields, button, log);
    fields.addEventListener('input', (event) => this.#write(event.target as HTMLInputElement));
    fields.addEventListener('focusout', ({ relatedTarget }) => {
      if (!fields.contains(relatedTarget as Node | null)) this.show(this.#log);
    });
    button.addEventListener('click', () => this.#takeBack(this.#shown));
  }

  #fill(fields: HTMLElement, { says: said, on, note = '', who = '' }: Entry): void {
    fields.querySelector('.wide span')!.textContent = said === 'skipped' ? words.because : words.note;
    for (const [name, value] of Object.entries({ on, note, who })) {
      const field = fields.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
      if (field !== document.activeElement) field.value = value;
    }
    fields.querySelector('[name="who"]')!.parentElement!.hidden = said === 'skipped';
  }

  #write({ name, value, validity }: HTMLInputElement): void {
    const id = this.#shown;
    if (!id || !validity.valid || (name === 'on' && value === '')) return;
    this.#kept.update((progress) => change(progress, id, { [name]: value }));
  }

  #takeBack(id: string | undefined): void {
    if (!id) return;
    this.#shown = undefined;
    this.#select.focus();
    this.#kept.update((progress) => takeBack(progress, id));
  }

  #listLog(entries: Entry[]): void {
    const box = this.#record.querySelector<HTMLElement>('.record-log')!;
    box.hidden = entries.length === 0;
    const items = entries.map((entry) => {
      const what = lineOf(entry, words[entry.says]);
      const button = takeBackButton(`${words.takeBack}: ${what}`);
      button.addEventListener('click', () => this.#takeBack(entry.id));
      return make('li', {}, [make('span', {}, what), ' ', button]);
    });
    box.querySelector('ul')!.replaceChildren(...items);
  }

  /** What somebody answered who saw the work, the latest first. */
  showAnswers(answers: Answer[]): void {
    const box = this.#record.querySelector('.answers') ?? make('div', { class: 'answers' });
    box.replaceChildren(...answers.flatMap(drawAnswer));
    if (answers.length > 0) this.#record.querySelector('.scale')!.before(box);
    else box.remove();
  }
}

/** The page holds the record of the row that lies open, so that nothing moves there; every other row has a copy. */
function recordOf(element: HTMLElement): HTMLElement {
  const own = element.querySelector<HTMLElement>('.record');
  if (own) return own;
  const first = element.closest('pathway-progress')!.querySelector<HTMLElement>('.record')!;
  const copy = first.cloneNode(true) as HTMLElement;
  element.querySelector('dl')!.after(copy);
  return copy;
}

function drawAnswer(answer: Answer): HTMLElement[] {
  const line = answerLine(answer, { work }, document.documentElement.lang);
  return [
    make('p', { 'data-is': answer.is }, [
      make('strong', {}, line),
      ...(answer.missing ? [' ', answer.missing] : []),
    ]),
    ...(answer.task ? [make('p', {}, [make('strong', {}, `${work.task}:`), ' ', answer.task])] : []),
  ];
}

function drawFields(): HTMLElement {
  const label = (text: string, field: HTMLElement, wide = '') =>
    make('label', { class: wide }, [make('span', {}, text), field]);
  const input = (type: string, name: string, more = {}) =>
    make('input', { type, name, autocomplete: 'off', ...more });
  return make('div', { class: 'record-fields' }, [
    label(words.day, input('date', 'on')),
    label(words.who, input('text', 'who', { maxlength: `${longest.who}` })),
    label(
      words.note,
      make('textarea', { name: 'note', rows: '2', maxlength: `${longest.note}`, autocomplete: 'off' }),
      'wide',
    ),
  ]);
}

function takeBackButton(label: string): HTMLButtonElement {
  return make('button', { type: 'button', class: 'link-button', 'aria-label': label }, words.takeBack);
}

/** “12 March 2026: Did it with help. The note. (Somebody)” */
function lineOf({ on, note, who }: Entry, state: string): string {
  const day = readableDay(on, document.documentElement.lang);
  return [`${day}: ${state}.`, note, who && `(${who})`].filter(Boolean).join(' ');
}
