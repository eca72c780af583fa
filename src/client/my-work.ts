/** `<my-work>`: all that this device keeps of the reader's work, and the ways in and out of it: files, paper, links. */
import { count, readableDay } from '../model/words.ts';
import { accept, merge, type Answer } from '../model/progress.ts';
import { longestFile, readFile, toFile, type Refusal } from '../model/progress-file.ts';
import type { PathwayFacts } from '../model/pathway-facts.ts';
import { portfolioOf, portfolioToMarkdown, type Portfolio, type PortfolioWords } from '../model/portfolio.ts';
import { readAnswerLink, shareLink } from '../model/shared-work.ts';
import { KeptProgress, type Trouble } from './kept-progress.ts';
import { make } from './make.ts';
import { saveFile } from './save-file.ts';
import { fetchPathways, wordsOf } from './work/facts.ts';
import { linkBox } from './work/link-box.ts';
import { ProofsDrawer } from './work/proofs.ts';
import { today } from './today.ts';

type Says = PortfolioWords & { nothingKept: string; damaged: string; newer: string };

class MyWork extends HTMLElement {
  #kept = new KeptProgress(() => this.#draw());
  #pathways: PathwayFacts[] | undefined = [];
  #says!: Says;
  #drawer!: ProofsDrawer;
  #follow = () => this.#offerAnswer();

  connectedCallback(): void {
    this.#says = wordsOf<Says>(this);
    this.#drawer = new ProofsDrawer(this.#says, document.documentElement.lang);
    this.#listen();
    this.#kept.follow();
    addEventListener('hashchange', this.#follow);
    void this.#load();
  }

  disconnectedCallback(): void {
    this.#kept.unfollow();
    removeEventListener('hashchange', this.#follow);
  }

  async #load(): Promise<void> {
    this.#pathways = await fetchPathways(this.dataset.base!);
    this.#draw();
    this.#offerAnswer();
    this.dataset.ready = '';
  }

  get #portfolio(): Portfolio {
    const { progress, runs } = this.#kept;
    return portfolioOf(this.#pathways ?? [], progress, runs, today(), this.#says.work.gone);
  }

  #draw(): void {
    const portfolio = this.#portfolio;
    this.#part('.work-roles').replaceChildren(...portfolio.roles.map((role) => this.#drawer.role(role)));
    const isEmpty = portfolio.roles.length === 0 && portfolio.used.length === 0;
    this.#part('.work-empty').hidden = !isEmpty;
    this.toggleAttribute('data-empty', isEmpty);
    const used = this.#part('.work-used');
    used.hidden = portfolio.used.length === 0;
    used.querySelector('ul')!.replaceChildren(...this.#drawer.used(portfolio));
    this.#drawChoice(portfolio);
    this.#title();
    this.#tell(this.#kept.trouble);
  }

  /** What stands on paper below the title. */
  #title(): void {
    const day = readableDay(today(), document.documentElement.lang);
    this.#part('.work-name').textContent = [this.#says.work.portfolio, this.#name, day]
      .filter(Boolean)
      .join(', ');
  }

  /** What to share: nothing is chosen beforehand, and what was chosen stays so when another tab writes. */
  #drawChoice({ roles }: Portfolio): void {
    const box = this.#part('.work-share fieldset');
    const chosen = new Set(this.#chosen());
    const items = roles.flatMap(({ proofs }) =>
      proofs.flatMap(({ can, current }) =>
        current && current.says !== 'notYet'
          ? make('label', {}, [
              make('input', {
                type: 'checkbox',
                value: current.id,
                checked: chosen.has(current.id),
                autocomplete: 'off',
              }),
              make('span', {}, can),
            ])
          : [],
      ),
    );
    box.replaceChildren(box.querySelector('legend')!, ...items);
    this.#part('.work-share').hidden = items.length === 0;
  }

  #chosen(): string[] {
    return [...this.querySelectorAll<HTMLInputElement>('.work-share :checked')].map(({ value }) => value);
  }

  /** Says once what is wrong with what is kept. */
  #tell(trouble: Trouble | undefined): void {
    const { nothingKept, damaged, newer, work } = this.#says;
    const text = trouble
      ? { notKept: nothingKept, damaged, newer }[trouble]
      : this.#pathways
        ? ''
        : work.failed;
    const line = this.#part('.trouble');
    if (line.textContent !== text) line.textContent = text;
  }

  #listen(): void {
    const does: Record<string, () => void> = {
      print: () => print(),
      'save-text': () => this.#saveText(),
      'save-file': () => this.#saveFile(),
    };
    for (const button of this.querySelectorAll<HTMLElement>('[data-do]'))
      button.addEventListener('click', () => does[button.dataset.do!]!());
    const file = this.#part<HTMLInputElement>('[name="file"]');
    file.addEventListener('change', () => void this.#open(file));
    const name = this.#part<HTMLInputElement>('[name="name"]');
    name.addEventListener('input', () => this.#title());
    this.#part('.work-share form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#share();
    });
  }

  get #name(): string {
    return this.#part<HTMLInputElement>('[name="name"]').value.trim();
  }

  #saveFile(): void {
    const { progress, runs } = this.#kept;
    saveFile(`my-work-${today()}.json`, 'application/json', toFile({ ...progress, runs }, today()));
  }

  #saveText(): void {
    const text = portfolioToMarkdown(
      this.#portfolio,
      this.#says,
      document.documentElement.lang,
      today(),
      this.#name,
    );
    saveFile(`my-work-${today()}.md`, 'text/markdown', text);
  }

  /** Takes a file whole or not at all, and says which. */
  async #open(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    // Four bytes are the most that a character takes.
    const read = file.size > longestFile * 4 ? ({ refused: 'long' } as const) : readFile(await file.text());
    input.value = '';
    const line = this.#part('.file-said');
    if ('refused' in read) {
      line.textContent = this.#refusal(read.refused);
      return;
    }
    const { runs, ...progress } = read.saved;
    const known = new Set(this.#kept.progress.entries.map(({ id }) => id));
    const added = progress.entries.filter(({ id, gone }) => !gone && !known.has(id)).length;
    this.#kept.addRuns(runs);
    this.#kept.update((mine) => merge(mine, progress));
    const { work } = this.#says;
    line.textContent = added > 0 ? count(work.opened, added, document.documentElement.lang) : work.nothingNew;
  }

  #refusal(why: Refusal): string {
    const { refusedLong, refusedForeign, refusedNewer, refusedWrong } = this.#says.work;
    return { long: refusedLong, foreign: refusedForeign, newer: refusedNewer, wrong: refusedWrong }[why];
  }

  #share(): void {
    const { work } = this.#says;
    const chosen = new Set(this.#chosen());
    const items = this.#kept.progress.entries.filter(({ id }) => chosen.has(id));
    const fragment =
      items.length > 0
        ? shareLink({ ...(this.#name && { from: this.#name }), on: today(), items })
        : undefined;
    const box = this.#part('.share-link');
    box.replaceChildren();
    this.#part('.share-said').textContent = fragment ? '' : items.length > 0 ? work.tooLong : work.chooseOne;
    if (!fragment) return;
    const link = new URL(`${this.dataset.base}shared-work/#${fragment}`, location.href).href;
    box.append(linkBox(link, work));
    box.querySelector('input')!.focus();
  }

  /** An answer in the address is shown, and kept only when the reader says so. */
  #offerAnswer(): void {
    const section = this.#part('.work-answer');
    section.hidden = true;
    section.querySelector('div')!.replaceChildren();
    this.#part('.work-said').textContent = '';
    if (!location.hash.startsWith('#answer=')) return;
    const read = readAnswerLink(location.hash);
    if (!read) {
      this.#part('.work-said').textContent = this.#says.work.badLink;
      return;
    }
    const { work } = this.#says;
    const keepIt = make('button', { type: 'button', class: 'button' }, work.keepAnswer);
    const leaveIt = make('button', { type: 'button', class: 'quiet-button' }, work.leaveAnswer);
    keepIt.addEventListener('click', () => {
      this.#kept.update((progress) => accept(progress, read.answers));
      this.#endAnswer(work.answerKept);
    });
    leaveIt.addEventListener('click', () => this.#endAnswer(''));
    const list = make(
      'ul',
      { class: 'proofs' },
      read.answers.map((answer) => this.#drawAnswer(answer)),
    );
    section
      .querySelector('div')!
      .replaceChildren(
        list,
        make('p', {}, work.answerLead),
        make('p', { class: 'work-buttons' }, [keepIt, leaveIt]),
      );
    section.hidden = false;
    section.querySelector('h2')!.focus({ preventScroll: true });
    section.scrollIntoView({ behavior: 'instant' });
  }

  #drawAnswer(answer: Answer): HTMLElement {
    const facts = this.#pathways?.flatMap(({ id, abilities }) =>
      abilities.map((one) => ({ ...one, name: `${id}/${one.id}` })),
    );
    const can =
      facts?.find(({ name }) => name === answer.ability)?.can ??
      answer.ability.split('/').at(-1)!.replaceAll('-', ' ');
    return make('li', { class: 'proof' }, [make('h3', {}, can), this.#drawer.answer(answer)]);
  }

  /** The address forgets the answer, so that reloading offers it no second time. */
  #endAnswer(says: string): void {
    history.replaceState(null, '', location.pathname + location.search);
    this.#offerAnswer();
    this.#part('.work-said').textContent = says;
    this.#part('h1').tabIndex = -1;
    this.#part('h1').focus();
  }

  #part<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }
}

customElements.define('my-work', MyWork);
