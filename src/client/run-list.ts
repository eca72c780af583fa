/**
 * `<run-list>`: the records of runs that this device keeps, by job aid. They can be copied, saved, removed, and brought in from a file;
 * a file that holds anything else changes nothing.
 */
import words from 'sidekick:words/runs';
import { allRuns, type Run } from '../model/run.ts';
import { largestRunFile, runsFromJson } from '../model/run-file.ts';
import { count } from '../model/words.ts';
import './copy-text.ts';
import { drawRecord, moment, recordActions } from './do/record.ts';
import { make } from './make.ts';
import { keepRuns, keptRuns, removeRun } from './runs.ts';

class RunList extends HTMLElement {
  readonly #draw = () => this.#show();

  connectedCallback(): void {
    this.#show();
    const file = this.querySelector<HTMLInputElement>('input[type="file"]')!;
    file.addEventListener('change', () => void this.#bringIn(file));
    // Another tab may finish a run.
    addEventListener('storage', this.#draw);
  }

  disconnectedCallback(): void {
    removeEventListener('storage', this.#draw);
  }

  #show(): void {
    const runs = keptRuns();
    const pages = Object.values(runs).map((list) => this.#drawPage(list));
    this.querySelector('.run-pages')!.replaceChildren(
      ...(pages.length > 0 ? pages : [make('p', {}, words.none)]),
    );
    const all = allRuns(runs);
    const actions = recordActions(all, { text: words.saveAllText, data: words.saveAllData });
    this.querySelector('.run-all')!.replaceChildren(...(all.length > 1 ? [actions] : []));
  }

  #drawPage(runs: Run[]): HTMLElement {
    const [{ page, title }] = runs as [Run];
    const times = count(words.times, runs.length, document.documentElement.lang);
    const link = make('a', { href: `${import.meta.env.BASE_URL}${page}/` }, title);
    return make('section', {}, [
      make('h2', {}, [link, ' ', make('small', {}, times)]),
      ...runs.map((run) => this.#drawRun(run)),
    ]);
  }

  #drawRun(run: Run): HTMLElement {
    const remove = make('button', { type: 'button', class: 'link-button' }, words.remove);
    remove.addEventListener('click', () => {
      const isGone = removeRun(run);
      this.#show();
      this.#say(isGone ? words.removed : words.noRoom);
    });
    const actions = recordActions([run]);
    actions.lastElementChild!.before(remove);
    return make('details', {}, [make('summary', {}, moment(run.ended)), ...drawRecord(run), actions]);
  }

  async #bringIn(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    const said = await this.#take(file);
    // The same file can be chosen again.
    input.value = '';
    this.#show();
    this.#say(said);
  }

  /** @returns what came of it, in words */
  async #take(file: File): Promise<string> {
    if (file.size > largestRunFile) return words.tooLarge;
    const runs = runsFromJson(await file.text().catch(() => ''));
    if (!runs) return words.refused;
    const before = allRuns(keptRuns()).length;
    if (!keepRuns(runs)) return words.noRoom;
    const more = allRuns(keptRuns()).length - before;
    return more > 0 ? count(words.broughtIn, more, document.documentElement.lang) : words.nothingNew;
  }

  #say(text: string): void {
    this.querySelector('.run-said')!.textContent = text;
  }
}

customElements.define('run-list', RunList);
