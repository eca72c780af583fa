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
import { fill } from '../model/words.ts';
import { AnswerForm } from './decision-tool/answer-form.ts';
import { copyOf } from './decision-tool/copy.ts';
import { fillOutcome } from './decision-tool/outcome-text.ts';
import { FragmentPlace, MemoryPlace, type Held, type Place } from './decision-tool/place.ts';
import { listReasons } from './decision-tool/reasons.ts';
import { ScoreTable } from './decision-tool/score-table.ts';
import type { ToolWords } from './decision-tool/words.ts';
import { keep, recall } from './storage.ts';

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
  /** The state that was shown last. */
  #state: State | undefined;
  #view: View = 'step';
  #title = document.title;

  connectedCallback(): void {
    const { words, ...packed } = JSON.parse(
      this.#part('script[type="application/json"]').textContent ?? '',
    ) as Packed & { words: ToolWords };
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
      this.#score.onWeight((weights) => this.#place.go({ ...this.#place.read(), weights }));
    }
    this.#part('[data-view]').addEventListener('click', () => this.#turnView());
    // From here on an address with an answer is a state and no place in the page.
    for (const landing of this.querySelectorAll('span[id*="="]')) landing.remove();
    this.#place.follow(this.#follow);
    this.#open(false);
  }

  disconnectedCallback(): void {
    this.#place.leave();
  }

  readonly #follow = () => this.#open(true);

  /** The day where the reader is. Swedish days are written YYYY-MM-DD. */
  get #today(): string {
    return new Date().toLocaleDateString('sv');
  }

  #circumstances({ weights }: Held): Circumstances {
    return { today: readDay(this.#today) ?? 0, weights };
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
    const held = this.#place.read();
    const { given } = replay(this.#graph, held.answers, this.#circumstances(held));
    const at = given.findIndex((one) => one.question.id === question.id);
    const before = at < 0 ? given : given.slice(0, at);
    const read = readAnswer(question, answer, scopeOf(this.#graph, before, this.#circumstances(held).today));
    if ('fault' in read) {
      form.refuse(read.fault);
      document.title = fill(this.#words.errorTitle, { title: this.#title });
      return;
    }
    const next = this.#after(question, answer, held);
    // The same answer again moves nothing by itself.
    const isSame = held.answers[question.id] === answer;
    this.#place.go(next);
    if (isSame) this.#open(true);
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
    const target = document.getElementById(location.hash.slice(1));
    if (target && this.contains(target)) this.#showAll(target, moved);
    // Any other anchor of the page leaves the tool where it is.
    else if (!target || !moved || !this.#state) this.#show(moved);
  }

  #show(moved: boolean): void {
    const held = this.#place.read();
    const known = this.#known(held.answers);
    const before = this.#state;
    const state = replay(this.#graph, held.answers, this.#circumstances(held));
    const { given, at } = state;
    this.#state = state;
    const section = this.#section('question' in at ? at.question.id : at.outcome.id);
    this.#showOnly(
      this.#view === 'list'
        ? [...given.map(({ question }) => this.#section(question.id)), section]
        : [section],
    );
    this.#say(this.#noticeOf(state, before, held.answers));
    for (const { question } of given) this.#offer(question, { ...held, answers: known });
    if ('question' in at) this.#offer(at.question, { ...held, answers: known });
    this.#listAnswers(state, { ...held, answers: known }, section);
    if ('outcome' in at) this.#tell(at.outcome, state, held);
    else this.#hideOutcome();
    this.#linkFoot(given.length > 0);
    const heading = headingOf(section);
    if (!this.dataset.prefix)
      document.title = given.length > 0 ? `${textOf(heading)} · ${this.#title}` : this.#title;
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

  #noticeOf({ given, at }: State, before: State | undefined, answers: Answers): string {
    if ('question' in at && at.trouble) return this.#words.trouble;
    const isLost = (name: string) =>
      !questionOf(this.#graph, name) || ('question' in at && name === at.question.id);
    if ('question' in at && Object.keys(answers).some(isLost)) return this.#words.answerGone;
    const isBack = 'question' in at && before?.given.some(({ question }) => question.id === at.question.id);
    if (!before || isBack || given.length === 0) return '';
    const dropped = before.given.filter(({ question }) => !Object.hasOwn(answers, question.id));
    const asks = dropped.map(({ question }) => `“${question.ask}”`);
    return asks.length > 0 ? fill(this.#words.dropped, { questions: asks.join(', ') }) : '';
  }

  /** Fills a question's form or links its answers, with what was answered before. */
  #offer(question: Question, held: Held): void {
    const answer = held.answers[question.id];
    this.#forms.get(question.id)?.show(answer);
    for (const link of this.#section(question.id).querySelectorAll<HTMLAnchorElement>('a[data-answer]')) {
      this.#place.link(link, this.#after(question, link.dataset.answer!, held));
      if (link.dataset.answer === answer) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
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
    this.#show(false);
  }

  #say(text: string): void {
    this.#part('.tool-notice').textContent = text;
  }

  #listAnswers({ given, at }: State, held: Held, section: HTMLElement): void {
    const box = this.#part('.tool-answers');
    (section.querySelector('.because') ?? section.lastElementChild)?.after(box);
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
    section.querySelector('.because')!.after(this.#part('.tool-reasons'));
    const reasons = listReasons(this.#part('.tool-reasons'), {
      graph: this.#graph,
      state,
      shown,
      sums: this.#packed.sums,
      writing: this.#writing,
    });
    this.#score?.show(state, section, held.weights, (id) => this.#verdictOf(id, state));
    this.#listTurns(state, held);
    const copy = this.#part('.tool-copy');
    copy.hidden = false;
    setText(copy, '[role="status"]', '');
    copy.querySelector<HTMLElement>('[data-copy-button]')!.dataset.text = copyOf({
      section,
      state,
      reasons,
      writing: this.#writing,
      day: this.#today,
      version: this.dataset.version ?? '',
      heading: textOf(this.#part('.tool-answers h3')),
      title: this.dataset.title ?? textOf(document.querySelector('h1')),
      address: this.#place.address({ answers: answersOf(state.given), weights: held.weights }),
    });
    this.#place.link(this.#part<HTMLAnchorElement>('[data-go-to="start"]'), { answers: {}, weights: {} });
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
