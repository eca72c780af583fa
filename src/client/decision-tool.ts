/**
 * `<decision-tool>`: asks one question at a time, or all on one page, and tells where the answers lead. The state is what was answered
 * (see place.ts); every answer of a choice is a link to the next state, so Back, Forward, reload and a link that was sent restore
 * it by themselves.
 */
import { readAnswer } from '../decisions/answer.ts';
import {
  outcomeOf,
  questionOf,
  type Answers,
  type Graph,
  type Outcome,
  type Question,
} from '../decisions/graph.ts';
import { answersOf, replay, scopeOf, type Circumstances, type State } from '../decisions/replay.ts';
import { turns } from '../decisions/turns.ts';
import { unpackTool, type Packed } from '../decisions/unpack.ts';
import { writtenAnswer, type Writing } from '../decisions/written.ts';
import { readDay } from '../decisions/calendar.ts';
import { fill, readableDay } from '../model/words.ts';
import { AnswerForm } from './decision-tool/answer-form.ts';
import { copyOf } from './decision-tool/copy.ts';
import { fillOutcome } from './decision-tool/outcome-text.ts';
import { FragmentPlace, MemoryPlace, type Held, type Place } from './decision-tool/place.ts';
import { listReasons } from './decision-tool/reasons.ts';
import { ScoreTable } from './decision-tool/score-table.ts';
import type { ToolWords } from './decision-tool/words.ts';
import { keep, recall } from './storage.ts';
import { today } from './today.ts';

type View = 'step' | 'list';
const isView = (value: unknown): value is View => value === 'step' || value === 'list';

class DecisionTool extends HTMLElement {
  #packed!: Packed;
  #graph!: Graph;
  #words!: ToolWords;
  #writing!: Writing;
  #place!: Place;
  #score: ScoreTable | undefined;
  readonly #forms = new Map<string, AnswerForm>();
  /** The state that was shown last, and what it follows from. */
  #state: State | undefined;
  #held: Held = { answers: {}, weights: {} };
  /** Whether the reader starts again: then nothing is offered that was answered before. */
  #isForgotten = false;
  #view: View = 'step';
  #title = document.title;

  /** In an article with several tools this script can be there before the data of the last one. */
  connectedCallback(): void {
    const json = this.#part('script[type="application/json"]').textContent;
    if (json) this.#start(json);
    else this.#part('script[src]').addEventListener('load', () => this.connectedCallback(), { once: true });
  }

  #start(json: string): void {
    const { words, ...packed } = JSON.parse(json) as Packed & { words: ToolWords };
    const { lang } = document.documentElement;
    this.#packed = packed;
    this.#words = words;
    this.#writing = { language: lang, yes: words.yes, no: words.no };
    this.#graph = unpackTool(packed, {
      ask: (id) => textOf(headingOf(this.#section(id))),
      say: (id, option) => textOf(this.#section(id).querySelector(`[data-answer="${option}"] .say`)),
      verdict: (id) => textOf(headingOf(this.#section(id))),
    });
    this.#place =
      'sensitive' in this.dataset ? new MemoryPlace() : new FragmentPlace(this.dataset.prefix ?? '');
    this.#view = recall('tool-view', isView) ?? 'step';
    for (const question of this.#graph.questions) this.#listen(question);
    const table = this.querySelector<HTMLElement>('[data-scoring]');
    if (table) {
      this.#score = new ScoreTable(table, this.#graph, this.#words, this.#writing);
      this.#score.onWeight((weights) => {
        this.#place.go({ ...this.#held, weights });
        // Who weighs stays at the weights, though another outcome takes them over.
        const weight = document.activeElement;
        this.#show({ moved: false });
        if (weight instanceof HTMLElement) weight.focus({ preventScroll: true });
      });
    }
    this.#part('[data-view]').addEventListener('click', () => this.#turnView());
    this.#part('[data-go-to="start"]').addEventListener('click', () => {
      this.#isForgotten = true;
    });
    // From here on an address with an answer is a state and no place in the page.
    for (const landing of this.querySelectorAll('span[id*="="]')) landing.remove();
    this.#place.follow(this.#follow);
    this.#open(false);
  }

  disconnectedCallback(): void {
    this.#place?.leave();
  }

  readonly #follow = () => {
    // Where another tool of the page has moved, only the links are made anew: the reader and what is half written stay.
    const isStep = this.dataset.shows !== 'all' && !this.#anchor;
    if (isStep && this.#state && isSame(this.#place.read(), this.#held))
      this.#show({ moved: false, anew: false });
    else this.#open(true);
  };

  #circumstances({ weights }: Held): Circumstances {
    return { today: readDay(today()) ?? 0, weights };
  }

  #listen(question: Question): void {
    const form = this.#section(question.id).querySelector<HTMLFormElement>('form');
    if (!form) return;
    const answerForm = new AnswerForm(form, question, this.#words, this.#writing);
    answerForm.onAnswer((answer) => this.#answer(question, answer, answerForm));
    this.#forms.set(question.id, answerForm);
  }

  /** What was typed is looked at before it becomes part of the state, so that a mistake stays in its field. */
  #answer(question: Question, answer: string, form: AnswerForm): void {
    const held = this.#held;
    const { given } = replay(this.#graph, held.answers, this.#circumstances(held));
    const at = given.findIndex((one) => one.question.id === question.id);
    const before = at < 0 ? given : given.slice(0, at);
    const read = readAnswer(question, answer, scopeOf(this.#graph, before, this.#circumstances(held).today));
    if ('fault' in read) {
      form.refuse(read.fault);
      this.#name(this.#title);
      return;
    }
    const next = this.#after(question, answer, held);
    this.#place.go(next);
    // The same answer again moves nothing by itself.
    if (isSame(next, held)) this.#show({ moved: true });
  }

  /**
   * The state in which a question is answered. Later answers that may still hold go along, until an outcome is reached: it
   * keeps what was asked on the way and nothing else.
   */
  #after(question: Question, answer: string, held: Held): Held {
    const answers = { ...this.#known(held.answers), [question.id]: answer };
    const { given, at } = replay(this.#graph, answers, this.#circumstances(held));
    const asked = answersOf(given);
    return { ...held, answers: 'outcome' in at ? asked : { ...asked, ...answers } };
  }

  /** @param moved whether the reader has just come here, and the focus goes along */
  #open(moved: boolean): void {
    const anchor = this.#anchor;
    if (anchor) this.#showAll(anchor, moved);
    else this.#show({ moved });
  }

  /** The part of the tool that the address points at. */
  get #anchor(): HTMLElement | undefined {
    const target = document.getElementById(location.hash.slice(1));
    return target && this.contains(target) ? target : undefined;
  }

  /** @param anew whether forms are filled and the reader is told what became of the answers */
  #show({ moved, anew = true }: { moved: boolean; anew?: boolean }): void {
    const held = this.#place.read();
    const before = this.#isForgotten ? {} : this.#held.answers;
    this.#held = held;
    this.#isForgotten = false;
    const known = this.#known(held.answers);
    const state = replay(this.#graph, held.answers, this.#circumstances(held));
    const { given, at } = state;
    this.#state = state;
    const section = this.#section('question' in at ? at.question.id : at.outcome.id);
    this.#showOnly(
      this.#view === 'list'
        ? [...given.map(({ question }) => this.#section(question.id)), section]
        : [section],
    );
    if (anew) this.#say(this.#noticeOf(state, before, held.answers));
    const asked = given.map(({ question }) => question);
    for (const question of 'question' in at ? [...asked, at.question] : asked) {
      this.#link(question, { ...held, answers: known });
      // Whoever changes an answer, or comes back to it, finds it there.
      if (anew) this.#offer(question, held.answers[question.id] ?? before[question.id]);
    }
    this.#listAnswers(state, { ...held, answers: known }, section);
    if ('outcome' in at) this.#tell(at.outcome, state, held);
    else this.#hideOutcome();
    this.#linkFoot(given.length > 0);
    const heading = headingOf(section);
    // A browser keeps titles in its history.
    const isNamed = given.length > 0 && !this.dataset.prefix && !('sensitive' in this.dataset);
    this.#name(isNamed ? `${textOf(heading)} · ${this.#title}` : this.#title);
    if (moved) moveTo(heading);
  }

  /** The answers of this tool's own questions, whether or not the present route asks for them. */
  #known(answers: Answers): Answers {
    const scope = scopeOf(this.#graph, [], 0);
    const isKnown = ([name, value]: [string, string]) => {
      const question = questionOf(this.#graph, name);
      return question && (question.type !== 'radio' || 'value' in readAnswer(question, value, scope));
    };
    return Object.fromEntries(Object.entries(answers).filter(isKnown));
  }

  /** @param before the answers that were there until now, those to later questions included */
  #noticeOf({ given, at }: State, before: Answers, answers: Answers): string {
    if ('question' in at && at.trouble) return this.#words.trouble;
    const isLost = (name: string) =>
      !questionOf(this.#graph, name) || ('question' in at && name === at.question.id);
    if ('question' in at && Object.keys(answers).some(isLost)) return this.#words.answerGone;
    const isBack = 'question' in at && Object.hasOwn(before, at.question.id);
    if (isBack || given.length === 0) return '';
    const isDropped = ({ id }: Question) => Object.hasOwn(before, id) && !Object.hasOwn(answers, id);
    const asks = this.#graph.questions.filter(isDropped).map(({ ask }) => `“${ask}”`);
    return asks.length > 0 ? fill(this.#words.dropped, { questions: asks.join(', ') }) : '';
  }

  /** Links a question's answers to what follows them. */
  #link(question: Question, held: Held): void {
    for (const link of this.#optionsOf(question))
      this.#place.link(link, this.#after(question, link.dataset.answer!, held));
  }

  /** Shows an answer in the question's form, or marks it among its options. */
  #offer(question: Question, answer: string | undefined): void {
    this.#forms.get(question.id)?.show(answer);
    for (const link of this.#optionsOf(question)) {
      if (link.dataset.answer === answer) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  #optionsOf(question: Question): NodeListOf<HTMLAnchorElement> {
    return this.#section(question.id).querySelectorAll('a[data-answer]');
  }

  /** Every question and outcome as the document that it is without a script. */
  #showAll(target: HTMLElement, moved: boolean): void {
    this.dataset.shows = 'all';
    this.#say('');
    for (const section of this.#sections()) section.hidden = false;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-go]'))
      link.href = `#${this.#anchorOf(link.dataset.go!)}`;
    for (const part of ['.tool-answers', '.tool-turns', '.tool-reasons', '.tool-copy'])
      this.#part(part).hidden = true;
    this.#part('[data-go-to="start"]').hidden = true;
    this.#part('[data-view]').hidden = true;
    const back = this.#part<HTMLAnchorElement>('[data-go-to="step"]');
    back.hidden = false;
    const held = this.#state
      ? { answers: answersOf(this.#state.given), weights: {} }
      : { answers: {}, weights: {} };
    this.#place.link(back, held);
    document.title = this.#title;
    if (moved) (target.matches('.node') ? headingOf(target) : target).focus({ preventScroll: true });
    target.scrollIntoView({ behavior: 'instant' });
  }

  #showOnly(shown: HTMLElement[]): void {
    this.dataset.shows = this.#view;
    for (const section of this.#sections()) section.hidden = !shown.includes(section);
  }

  #linkFoot(hasAnswers: boolean): void {
    const again = this.#part<HTMLAnchorElement>('[data-go-to="start"]');
    again.hidden = !hasAnswers;
    this.#place.link(again, { answers: {}, weights: {} });
    this.#part('[data-go-to="step"]').hidden = true;
    const view = this.#part('[data-view]');
    view.hidden = this.#graph.questions.length === 1;
    view.textContent = (this.#view === 'list' ? view.dataset.step : view.dataset.list) ?? '';
  }

  #turnView(): void {
    this.#view = this.#view === 'list' ? 'step' : 'list';
    keep('tool-view', this.#view);
    this.#show({ moved: false, anew: false });
  }

  #name(title: string): void {
    const isWrong = this.querySelector('.node:not([hidden]) .error-summary:not([hidden])');
    document.title = isWrong ? fill(this.#words.errorTitle, { title }) : title;
  }

  #say(text: string): void {
    this.#part('.tool-notice').textContent = text;
  }

  #listAnswers({ given, at }: State, held: Held, section: HTMLElement): void {
    const box = this.#part('.tool-answers');
    const parts = [...this.querySelectorAll('.score'), this.#part('.tool-reasons'), box];
    placeAfter(
      section.querySelector(':scope > :is(.because, .options, form)')!,
      'outcome' in at ? parts : [box],
    );
    // On one page the answers stand in their questions.
    box.hidden = given.length === 0 || (this.#view === 'list' && 'question' in at);
    const rows = given.map(({ question, answer }) => {
      const row = rowOf(box);
      setText(row, '.ask', question.ask);
      setText(row, '.say', writtenAnswer(question, answer, this.#writing));
      // Words are quoted, numbers and days are not.
      row.querySelector('.say')!.toggleAttribute('data-typed', question.options.length === 0);
      setText(row, '.visually-hidden', question.ask);
      const { [question.id]: _changed, ...others } = held.answers;
      this.#place.link(row.querySelector('a')!, { ...held, answers: others });
      return row;
    });
    box.querySelector('ol')!.replaceChildren(...rows);
  }

  #hideOutcome(): void {
    for (const part of ['.tool-turns', '.tool-reasons', '.tool-copy']) this.#part(part).hidden = true;
    this.#score?.hide();
  }

  #tell(outcome: Outcome, state: State, held: Held): void {
    const section = this.#section(outcome.id);
    const shown = this.#packed.shown[outcome.id] ?? [];
    fillOutcome(section, shown, state, this.#writing);
    const reasons = listReasons(this.#part('.tool-reasons'), {
      graph: this.#graph,
      state,
      shown,
      sums: this.#packed.sums,
      writing: this.#writing,
    });
    this.#score?.show(state, held.weights, (id) => this.#verdictOf(id, state));
    this.#listTurns(state, held);
    const copy = this.#part('.tool-copy');
    copy.hidden = false;
    setText(copy, '[role="status"]', '');
    copy.querySelector<HTMLElement>('[data-copy-button]')!.dataset.text = copyOf({
      section,
      state,
      reasons,
      writing: this.#writing,
      day: today(),
      version: this.dataset.version ?? '',
      heading: textOf(this.#part('.tool-answers h3')),
      title: this.dataset.title ?? textOf(document.querySelector('h1')),
      address: this.#place.address({ answers: answersOf(state.given), weights: held.weights }),
    });
    const day = this.#part('.tool-day');
    day.textContent = fill(day.dataset.says!, { on: readableDay(today(), this.#writing.language) });
    const routes = this.querySelector<HTMLAnchorElement>('[data-routes]');
    const fragment = this.#place.address({ answers: answersOf(state.given), weights: {} });
    if (routes && fragment && !this.dataset.prefix) routes.hash = new URL(fragment).hash;
  }

  /** The verdict of another outcome, with its values as they would be. */
  #verdictOf(id: string, state: State): string {
    const heading = headingOf(this.#section(id)).cloneNode(true) as HTMLElement;
    const box = document.createElement('div');
    box.append(heading);
    fillOutcome(box, this.#packed.shown[id] ?? [], state, this.#writing);
    return textOf(heading);
  }

  #listTurns({ given }: State, held: Held): void {
    const box = this.#part('.tool-turns');
    const answers = answersOf(given);
    const found = turns(this.#graph, given, this.#packed.probes, this.#circumstances(held));
    box.hidden = found.length === 0;
    let before: Question | undefined;
    const rows = found.map(({ question, answer, way, outcome }) => {
      const row = rowOf(box);
      if (question === before) row.querySelector('.ask')!.remove();
      else setText(row, '.ask', question.ask);
      before = question;
      const { turn, turnUp, turnDown, turnFrom, turnUntil } = this.#words;
      const isTime = question.type === 'date' || question.type === 'year';
      const says =
        way === 'up' ? (isTime ? turnFrom : turnUp) : way === 'down' ? (isTime ? turnUntil : turnDown) : turn;
      setText(row, '.say', fill(says, { say: writtenAnswer(question, answer, this.#writing) }));
      const link = row.querySelector('a')!;
      const changed = replay(this.#graph, { ...answers, [question.id]: answer }, this.#circumstances(held));
      link.textContent = this.#verdictOf(outcome.id, changed);
      this.#place.link(link, { ...held, answers: { ...answers, [question.id]: answer } });
      return row;
    });
    box.querySelector('ul')!.replaceChildren(...rows);
  }

  #sections(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.node')];
  }

  #section(id: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-question="${id}"], [data-outcome="${id}"]`)!;
  }

  #anchorOf(id: string): string {
    return this.#section(outcomeOf(this.#graph, id)?.id ?? id).id;
  }

  #part<E extends HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }
}

/** The focus goes to the heading, so that it is read out; the page moves only where the heading is out of sight. */
function moveTo(heading: HTMLElement): void {
  heading.focus({ preventScroll: true });
  const { top, bottom } = heading.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) heading.parentElement!.scrollIntoView({ behavior: 'instant' });
}

/** Puts parts behind one another. What stands there already is not moved: it may have the focus. */
function placeAfter(place: Element, parts: Element[]): void {
  let before = place;
  for (const part of parts) {
    if (before.nextElementSibling !== part) before.after(part);
    before = part;
  }
}

/** Whether two states hold the same, in whatever order. */
function isSame(a: Held, b: Held): boolean {
  const text = ({ answers, weights }: Held) =>
    JSON.stringify([answers, weights].map((part) => Object.entries(part).sort()));
  return text(a) === text(b);
}

function headingOf(section: HTMLElement): HTMLElement {
  return section.querySelector<HTMLElement>('.node-title')!;
}

function rowOf(box: HTMLElement): HTMLElement {
  const template = box.querySelector('template')!;
  return document.importNode(template.content.firstElementChild as HTMLElement, true);
}

function setText(part: HTMLElement, selector: string, text: string): void {
  part.querySelector(selector)!.textContent = text;
}

function textOf(part: Element | null): string {
  return part?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

customElements.define('decision-tool', DecisionTool);
