/** An ability on its pathway's page: what the reader says of it, the log of that, and how it shows. */
import { readableDay } from '../model/words.ts';
import { change, isDoneAlone, say, takeBack, type Entry, type Says } from '../model/progress.ts';
import { localToday, newKey, type KeptProgress } from './kept-progress.ts';
import { make } from './make.ts';

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
    this.name = element.dataset.ability!;
    this.#select = element.querySelector('select')!;
    this.#record = element.querySelector('.record')!;
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
    const said = { ability: this.name, says: state, on: localToday() };
    this.#kept.update((progress) => say(progress, said, newKey()));
  }

  /** @param log what stands, the latest first */
  show(log: Entry[]): void {
    this.#log = log;
    const state = this.current?.says ?? 'notYet';
    this.#select.value = state;
    this.element.dataset.says = state;
    this.element.toggleAttribute('data-alone', isDoneAlone(state));
    const name = state === 'notYet' ? '' : this.#nameOf(state);
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
    this.#record.querySelector<HTMLElement>(':scope > [data-take-back]')!.hidden = !hasFields;
    if (hasFields) this.#fill(fields, entry);
    this.#listLog(state === 'notYet' ? this.#log : this.#log.filter(({ id }) => id !== this.#shown));
  }

  #makeRecord(): void {
    if (this.#record.querySelector('.record-fields')) return;
    const template = this.element
      .closest('pathway-progress')!
      .querySelector<HTMLTemplateElement>('.record-template')!;
    this.#record.append(document.importNode(template.content, true));
    const fields = this.#record.querySelector<HTMLElement>('.record-fields')!;
    fields.addEventListener('input', (event) => this.#write(event.target as HTMLInputElement));
    fields.addEventListener('focusout', ({ relatedTarget }) => {
      if (!fields.contains(relatedTarget as Node | null)) this.show(this.#log);
    });
    this.#record
      .querySelector(':scope > [data-take-back]')!
      .addEventListener('click', () => this.#takeBack(this.#shown));
  }

  #fill(fields: HTMLElement, { says: said, on, note = '', who = '' }: Entry): void {
    const label = fields.querySelector<HTMLElement>('[data-note]')!;
    label.textContent = (said === 'skipped' ? label.dataset.because : label.dataset.note) ?? '';
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
    const takeBackText = box.dataset.takeBack ?? '';
    const items = entries.map((entry) => {
      const what = lineOf(entry, this.#nameOf(entry.says));
      const button = make(
        'button',
        { type: 'button', class: 'link-button', 'aria-label': `${takeBackText}: ${what}` },
        takeBackText,
      );
      button.addEventListener('click', () => this.#takeBack(entry.id));
      return make('li', {}, [make('span', {}, what), ' ', button]);
    });
    box.querySelector('ul')!.replaceChildren(...items);
  }

  #nameOf(state: Says): string {
    return [...this.#select.options].find(({ value }) => value === state)?.text ?? '';
  }
}

/** “12 March 2026: Did it with help. The note. (Somebody)” */
function lineOf({ on, note, who }: Entry, state: string): string {
  const day = readableDay(on, document.documentElement.lang);
  return [`${day}: ${state}.`, note, who && `(${who})`].filter(Boolean).join(' ');
}
