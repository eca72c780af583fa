/**
 * Do mode: the page's own steps, one a screen. Nothing is copied: the rest of the page is hidden, so ticks, words explained in place,
 * templates and the reader's choice of detail stay what they are.
 */
import says from 'sidekick:words/do';
import sheet from '../../styles/do.css?url';
import type { Run, Worked } from '../../model/run.ts';
import { fill } from '../../model/words.ts';
import type { DidItWork } from '../did-it-work.ts';
import { make } from '../make.ts';
import { keepAnswer } from '../runs.ts';
import type { TickList } from '../tick-list.ts';
import { Bar } from './bar.ts';
import { CurrentRun } from './current-run.ts';
import { Ending } from './ending.ts';
import { Foot, type Offer } from './foot.ts';
import { onKeys } from './keys.ts';
import { readScreens, type Screen } from './screens.ts';
import { skipForm } from './skip-form.ts';
import { StepTimers } from './step-timers.ts';
import { onSwipe } from './swipe.ts';
import { keepAwake } from './wake-lock.ts';
import { markWay } from './way.ts';

const root = document.documentElement;

/** Waits for the mode's own sheet, so that no step shows undressed. It holds for screens only: paper gets the whole page. */
export async function loadDoMode(opener: HTMLElement): Promise<DoMode> {
  const link = make('link', { rel: 'stylesheet', href: sheet, media: 'screen' });
  await new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
    document.head.append(link);
  });
  return new DoMode(opener, document.querySelector<TickList>('tick-list')!);
}

export class DoMode {
  readonly #opener: HTMLElement;
  readonly #list: TickList;
  readonly #run: CurrentRun;
  readonly #bar: Bar;
  readonly #foot: Foot;
  readonly #ending: Ending;
  readonly #timers: StepTimers;
  /** Below the step: its timers, why it was skipped, and the question why. */
  readonly #under = make('div', { class: 'do-under needs-script' });
  #screens: Screen[] = [];
  /** Which screen is shown; as many as there are, at the end. */
  #at = 0;
  #isOver = false;
  /** What to tell on the first screen, and no longer. */
  #notice: string[] = [];
  /** There while the mode is open; aborted, it takes every listener with it. */
  #opened: AbortController | undefined;

  constructor(opener: HTMLElement, list: TickList) {
    this.#opener = opener;
    this.#list = list;
    this.#run = new CurrentRun(list);
    const go = (step: number) => this.#show(this.#screenOf(step));
    this.#bar = new Bar({ leave: () => this.#goBack(), startAgain: () => this.#startAgain(), go });
    this.#foot = new Foot({
      main: () => this.#goOn(),
      back: () => this.#show(this.#at - 1),
      skip: () => this.#askWhy(),
      ahead: () => this.#show(this.#at + 1),
    });
    this.#ending = new Ending(go);
    this.#timers = new StepTimers(this.#run.items, this.#run);
  }

  /** Opens the mode where the run stands, one entry of the history further: Back leaves it. */
  begin(): void {
    history.pushState({ do: true }, '', '#do=1');
    this.follow();
  }

  /** @param asked the screen that the address asks for, counted from 0; a run that is under way knows better where it stands */
  follow(asked?: number): void {
    if (this.#opened) return this.#show(asked ?? this.#at);
    const isUnderWay = this.#open();
    const begun = this.#screens.findIndex(({ items }) =>
      items.some((step) => this.#run.fate(step) === 'open'),
    );
    this.#show(isUnderWay ? this.#screenOf(this.#run.at) : (asked ?? Math.max(0, begun)));
    this.#foot.focus();
  }

  /** The page again, at the step that was shown. */
  leave(): void {
    if (!this.#opened) return;
    this.#opened.abort();
    this.#opened = undefined;
    delete root.dataset.do;
    markWay(this.#list, undefined);
    for (const part of [this.#bar.element, this.#under, this.#ending.element, this.#foot.element])
      part.remove();
    const step = this.#screens[this.#at]?.items[0];
    const item = step === undefined ? undefined : this.#run.items[step];
    (item?.element ?? this.#opener).scrollIntoView({ behavior: 'instant' });
    (item?.box ?? this.#opener.querySelector('button'))?.focus({ preventScroll: true });
  }

  /** @returns whether a run was under way */
  #open(): boolean {
    this.#opened = new AbortController();
    const { signal } = this.#opened;
    this.#isOver = false;
    // Held back for the mode, the steps would count as hidden.
    delete root.dataset.do;
    this.#screens = readScreens(this.#list, this.#run.items);
    const { isUnderWay, notice } = this.#run.open(this.#steps);
    this.#list.before(this.#bar.element);
    this.#list.after(this.#under);
    document.querySelector('.done')!.after(this.#ending.element);
    this.#article.append(this.#foot.element);
    this.#notice = notice;
    this.#list.addEventListener('change', () => this.#refresh(), { signal });
    addEventListener('storage', ({ key }) => this.#run.hear(key) && this.#refresh(), { signal });
    const turn = (by: 1 | -1) => this.#show(this.#at + by);
    onKeys({ turn, escape: () => void (this.#closeQuestion() || this.#goBack()) }, signal);
    onSwipe(this.#article, turn, signal);
    keepAwake(signal);
    if (!this.#timers.isEmpty) {
      const clock = setInterval(() => this.#look(), 250);
      signal.addEventListener('abort', () => clearInterval(clock));
      document.addEventListener('visibilitychange', () => this.#look(), { signal });
    }
    return isUnderWay;
  }

  get #article(): HTMLElement {
    return this.#list.closest('article')!;
  }

  /** Every step on the way, in order. */
  get #steps(): number[] {
    return this.#screens.flatMap(({ items }) => items);
  }

  /** The steps on the screen; none at the end. */
  get #shown(): number[] {
    return this.#screens[this.#at]?.items ?? [];
  }

  #screenOf(step: number): number {
    if (step >= this.#run.items.length) return this.#screens.length;
    return Math.max(
      0,
      this.#screens.findIndex(({ items }) => items.includes(step)),
    );
  }

  #show(at: number): void {
    if (this.#isOver) return;
    this.#at = Math.min(Math.max(0, at), this.#screens.length);
    const screen = this.#screens[this.#at];
    root.dataset.do = screen ? 'step' : 'end';
    markWay(this.#list, screen?.element);
    history.replaceState(history.state, '', `#do=${screen ? this.#at + 1 : 'end'}`);
    this.#run.goTo(screen?.items[0] ?? this.#run.items.length);
    this.#under.replaceChildren(...this.#timers.draw(this.#shown));
    const hasChanged = this.#shown.some((step) => this.#run.changed.has(step));
    this.#bar.showNotice([...this.#notice, ...(hasChanged ? [says.changedStep] : [])]);
    this.#notice = [];
    this.#bar.showPlace(this.#place, screen?.under ?? '');
    this.#refresh();
    this.#bar.announce(this.#announcement);
    scrollTo({ top: 0, behavior: 'instant' });
    // Where the focus was is hidden now.
    if (document.activeElement === document.body || !document.activeElement?.checkVisibility())
      this.#foot.focus();
  }

  get #place(): string {
    const screen = this.#screens[this.#at];
    if (!screen) return says.end;
    if (screen.isList) return says.checks;
    const of = this.#screens.filter(({ isList }) => !isList).length;
    return fill(says.place, { n: this.#run.items[screen.items[0]!]!.number ?? this.#at + 1, of });
  }

  get #announcement(): string {
    const texts = this.#shown.map((step) => this.#run.items[step]!);
    const said = texts.map(({ text, isCritical }) => (isCritical ? `${says.criticalStep}. ${text}` : text));
    return [this.#place, ...said].join('. ');
  }

  /** The one step of the screen that the buttons tick and skip; a list of checks is ticked by itself. */
  get #step(): number | undefined {
    const screen = this.#screens[this.#at];
    return screen?.isList ? undefined : screen?.items[0];
  }

  /** What depends on ticks, skips and timers. */
  #refresh(): void {
    if (this.#isOver) return;
    for (const step of this.#steps) if (this.#run.items[step]!.box.checked) this.#run.takeBack(step);
    this.#foot.show(this.#offer);
    this.#showSkipped();
    if (!this.#screens[this.#at])
      this.#ending.showOpen(this.#leftOpen.map((step) => ({ step, text: this.#run.items[step]!.text })));
    this.#look();
  }

  get #offer(): Offer {
    const nothing = { main: '', back: '', skip: '', ahead: '' };
    if (this.#at === this.#screens.length) return { ...nothing, main: says.isDone, back: says.notYet };
    const back = this.#at > 0 ? says.back : '';
    const isOpen = this.#step !== undefined && this.#run.fate(this.#step) === 'open';
    if (!isOpen) return { ...nothing, main: says.goOn, back };
    const isLast = this.#at === this.#screens.length - 1;
    return { main: isLast ? says.doneLast : says.done, back, skip: says.skip, ahead: says.ahead };
  }

  get #leftOpen(): number[] {
    return this.#steps.filter((step) => this.#run.fate(step) === 'open');
  }

  /** The main button: ticks what is open and goes on; at the end it ends the run. */
  #goOn(): void {
    if (this.#isOver) return this.#goBack();
    if (this.#at === this.#screens.length) return this.#finish();
    const step = this.#step;
    if (step !== undefined && this.#run.fate(step) === 'open') this.#run.tick(step);
    this.#show(this.#at + 1);
  }

  #askWhy(): void {
    const step = this.#step;
    if (step === undefined) return;
    this.#under.querySelector('form')?.remove();
    const form = skipForm(this.#run.items[step]!.isCritical, {
      skip: (why) => {
        this.#run.skip(step, why);
        this.#show(this.#at + 1);
      },
      cancel: () => this.#closeQuestion(),
    });
    this.#under.append(form);
    form.querySelector('textarea')!.focus();
    form.scrollIntoView({ block: 'end', behavior: 'instant' });
  }

  #showSkipped(): void {
    this.#under.querySelector('.do-skipped')?.remove();
    const step = this.#step;
    const why = step === undefined ? undefined : this.#run.reason(step);
    if (step === undefined || why === undefined) return;
    const button = make('button', { type: 'button', class: 'link-button' }, says.takeBack);
    button.addEventListener('click', () => {
      this.#run.takeBack(step);
      this.#refresh();
      this.#foot.focus();
    });
    this.#under.prepend(make('p', { class: 'do-skipped' }, [fill(says.skipped, { why }), ' ', button]));
  }

  /** Brings the timers up to the moment. */
  #look(): void {
    const { ranOut, elsewhere } = this.#timers.look(Date.now(), this.#shown);
    this.#bar.showElsewhere(elsewhere);
    if (ranOut.length > 0) this.#bar.announce(ranOut.join('. '));
  }

  #finish(): void {
    const forgotten = this.#leftOpen.find((step) => this.#run.items[step]!.isCritical);
    if (forgotten !== undefined)
      return this.#ending.refuse(fill(says.mustNotStayOpen, { step: this.#run.items[forgotten]!.text }));
    const { run, isKept } = this.#run.finish(this.#steps);
    this.#isOver = true;
    root.dataset.do = 'over';
    // Reloaded from here on, the page begins nothing new.
    history.replaceState(history.state, '', this.#addressOfPage);
    this.#bar.showNotice([]);
    this.#foot.show({ main: says.leave, back: '', skip: '', ahead: '' });
    this.#ending.showRecord(run, isKept, `${import.meta.env.BASE_URL}runs/`);
    this.#askWhetherItWorked(run);
    scrollTo({ top: 0, behavior: 'instant' });
  }

  /** The page's own question stands below the record, and its answer in it. */
  #askWhetherItWorked(run: Run): void {
    const question = document.querySelector<DidItWork>('did-it-work')!;
    question.ask();
    question.addEventListener(
      'answered',
      (event) => {
        event.preventDefault();
        const { detail: worked } = event as CustomEvent<Worked>;
        keepAnswer(run, worked);
        this.#ending.showAnswer({ ...run, worked });
      },
      { signal: this.#opened!.signal },
    );
  }

  #startAgain(): void {
    this.#run.startAgain();
    this.#show(0);
  }

  get #addressOfPage(): string {
    return location.pathname + location.search;
  }

  /** Back in the history where the mode was opened from the page; else the page takes this entry. */
  #goBack(): void {
    if ((history.state as { do?: boolean } | null)?.do && !this.#isOver) return history.back();
    history.replaceState(null, '', this.#addressOfPage);
    this.leave();
  }

  /** @returns whether a question was open that Escape has closed */
  #closeQuestion(): boolean {
    const form = this.#under.querySelector('form');
    if (!form) return false;
    form.remove();
    this.#foot.focus();
    return true;
  }
}
