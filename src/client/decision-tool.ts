/**
 * `<decision-tool>`: one question at a time. The address's fragment is the whole state (`#worth=yes&can-do=no`), and every
 * answer is a link to the next state: Back, Forward, reload and a link that was sent restore it by themselves.
 */
import {
  questionOf,
  type Answers,
  type Graph,
  type Option,
  type Outcome,
  type Question,
} from '../decisions/graph.ts';
import { answersFromFragment, fragmentFromAnswers, replay, turns, type Given } from '../decisions/replay.ts';
import { fill, readableDay } from '../model/words.ts';

interface Shown {
  section: HTMLElement;
}
type ShownQuestion = Question & Shown;
type ShownOutcome = Outcome & Shown;

class DecisionTool extends HTMLElement {
  #graph: Graph<ShownQuestion, ShownOutcome> = { questions: [], outcomes: [] };
  /** The fragment that was shown last, for the way back from the list of all questions. */
  #last = '';
  #title = document.title;
  #follow = () => this.#open(true);

  connectedCallback(): void {
    this.#graph = readGraph(this);
    addEventListener('hashchange', this.#follow);
    this.#open(false);
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#follow);
  }

  /** @param moved whether the reader has just followed a link here, and the focus goes along */
  #open(moved: boolean): void {
    const target = document.getElementById(location.hash.slice(1));
    if (target && this.contains(target)) this.#showAll(target, moved);
    // Any other anchor of the page leaves the tool where it is.
    else if (!target || !moved) this.#showStep(answersFromFragment(location.hash), moved);
  }

  #showStep(answers: Answers, moved: boolean): void {
    const { given, at } = replay(this.#graph, answers);
    const held = heldAnswers(this.#graph, answers);
    const node = 'question' in at ? at.question : at.outcome;
    const isOutcome = 'outcome' in at;
    this.#last = `#${fragmentOf(held)}`;
    this.#showOnly(node);
    this.#say(!isOutcome && hasLostAnswer(this.#graph, at.question, answers));
    if (!isOutcome) this.#linkAnswers(at.question, held);
    this.#listAnswers(given, held, node.section);
    this.#listTurns(isOutcome ? given : []);
    this.#offerCopy(isOutcome ? at.outcome : undefined, given);
    this.#part('.tool-foot [data-go-to="start"]').hidden = given.length === 0;
    const heading = headingOf(node.section);
    document.title = given.length > 0 ? `${textOf(heading)} · ${this.#title}` : this.#title;
    if (moved) moveTo(heading);
  }

  #showOnly({ section }: Shown): void {
    this.#showing('step');
    for (const node of this.#nodes()) node.section.hidden = node.section !== section;
  }

  /**
   * Each answer of a question leads to the state in which it is given. Later answers that may still hold go along, until an
   * outcome is reached: a link to it holds what was asked on the way and nothing else.
   */
  #linkAnswers(question: ShownQuestion, held: Answers): void {
    for (const link of question.section.querySelectorAll<HTMLAnchorElement>('[data-answer]')) {
      const answers = { ...held, [question.id]: link.dataset.answer! };
      const { given, at } = replay(this.#graph, answers);
      const asked = answersOf(given);
      link.hash = fragmentOf('outcome' in at ? asked : { ...asked, ...answers });
    }
  }

  /** Every question and outcome as the document that it is without a script. */
  #showAll(target: HTMLElement, moved: boolean): void {
    this.#showing('all');
    this.#say(false);
    for (const { section } of this.#nodes()) section.hidden = false;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-answer]'))
      link.hash = this.#anchorOf(link.dataset.go!);
    for (const part of ['.tool-answers', '.tool-turns', '.tool-copy']) this.#part(part).hidden = true;
    this.#part<HTMLAnchorElement>('[data-go-to="step"]').href = this.#last || '#';
    document.title = this.#title;
    if (moved) (target.matches('.node') ? headingOf(target) : target).focus({ preventScroll: true });
    target.scrollIntoView({ behavior: 'instant' });
  }

  #showing(what: 'step' | 'all'): void {
    this.dataset.shows = what;
    this.#part('[data-go-to="start"]').hidden = true;
    this.#part('[data-go-to="all"]').hidden = what === 'all';
    this.#part('[data-go-to="step"]').hidden = what === 'step';
  }

  #say(isGone: boolean): void {
    const notice = this.#part('.tool-notice');
    notice.textContent = isGone ? (notice.dataset.says ?? '') : '';
  }

  #listAnswers(given: Given[], held: Answers, section: HTMLElement): void {
    const box = this.#part('.tool-answers');
    (section.querySelector('.because') ?? section.lastElementChild)?.after(box);
    box.hidden = given.length === 0;
    const rows = given.map(({ question, option }) => {
      const row = rowOf(box);
      setText(row, '.ask', question.ask);
      setText(row, '.say', option.say);
      setText(row, '.visually-hidden', question.ask);
      const { [question.id]: _changed, ...others } = held;
      row.querySelector('a')!.href = `#${fragmentOf(others)}`;
      return row;
    });
    box.querySelector('ol')!.replaceChildren(...rows);
  }

  #listTurns(given: Given[]): void {
    const box = this.#part('.tool-turns');
    const found = turns(this.#graph, given);
    const answers = answersOf(given);
    box.hidden = found.length === 0;
    let before: Question | undefined;
    const rows = found.map(({ question, option, outcome }) => {
      const row = rowOf(box);
      if (question === before) row.querySelector('.ask')!.remove();
      else setText(row, '.ask', question.ask);
      before = question;
      setText(row, '.say', fill(box.dataset.says ?? '', { say: option.say }));
      const link = row.querySelector('a')!;
      link.textContent = outcome.verdict;
      link.href = `#${fragmentOf({ ...answers, [question.id]: option.id })}`;
      return row;
    });
    box.querySelector('ul')!.replaceChildren(...rows);
  }

  #offerCopy(outcome: Outcome | undefined, given: Given[]): void {
    const copy = this.#part('.tool-copy');
    copy.hidden = !outcome;
    setText(copy, '[role="status"]', '');
    if (!outcome) return;
    const { lang } = document.documentElement;
    // Swedish days are written YYYY-MM-DD; this one is the day where the reader is.
    const today = new Date().toLocaleDateString('sv');
    const title = textOf(document.querySelector('h1'));
    const answers = given.map(({ question, option }) => `- ${question.ask} ${option.say}`);
    const address = new URL(`#${fragmentFromAnswers(given)}`, location.href).href;
    const heading = textOf(this.#part('.tool-answers h3'));
    const lines = [
      outcome.verdict,
      '',
      `${heading}:`,
      ...answers,
      '',
      title,
      readableDay(today, lang),
      address,
    ];
    copy.querySelector<HTMLElement>('[data-copy-button]')!.dataset.text = lines.join('\n');
  }

  #nodes(): Shown[] {
    return [...this.#graph.questions, ...this.#graph.outcomes];
  }

  #anchorOf(id: string): string {
    return questionOf(this.#graph, id) ? `#q-${id}` : `#o-${id}`;
  }

  #part<E extends HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }
}

/** The page holds the graph already: sections and links name their ids. */
function readGraph(tool: HTMLElement): Graph<ShownQuestion, ShownOutcome> {
  const sections = (name: string) => [...tool.querySelectorAll<HTMLElement>(`[data-${name}]`)];
  return {
    questions: sections('question').map((section) => ({
      id: section.dataset.question!,
      ask: textOf(headingOf(section)),
      options: [...section.querySelectorAll<HTMLElement>('[data-answer]')].map(readOption),
      section,
    })),
    outcomes: sections('outcome').map((section) => ({
      id: section.dataset.outcome!,
      verdict: textOf(headingOf(section)),
      section,
    })),
  };
}

function readOption(link: HTMLElement): Option {
  return { id: link.dataset.answer!, say: textOf(link.querySelector('.say')), go: link.dataset.go! };
}

/** The answers that this tool knows, whether or not the present route asks for them. */
function heldAnswers(graph: Graph, answers: Answers): Answers {
  const isKnown = ([name, value]: [string, string]) =>
    questionOf(graph, name)?.options.some((option) => option.id === value);
  return Object.fromEntries(Object.entries(answers).filter(isKnown));
}

/** Whether a link was made when this tool had other questions or answers. */
function hasLostAnswer(graph: Graph, at: Question, answers: Answers): boolean {
  return Object.keys(answers).some((name) => name === at.id || !questionOf(graph, name));
}

function answersOf(given: Given[]): Answers {
  return Object.fromEntries(given.map(({ question, option }) => [question.id, option.id]));
}

function fragmentOf(answers: Answers): string {
  return Object.entries(answers)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** The focus goes to the heading, so that it is read out; the page moves only where the heading is out of sight. */
function moveTo(heading: HTMLElement): void {
  heading.focus({ preventScroll: true });
  const { top, bottom } = heading.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) heading.parentElement!.scrollIntoView({ behavior: 'instant' });
}

function headingOf(section: HTMLElement): HTMLElement {
  return section.querySelector('h2')!;
}

function rowOf(box: HTMLElement): HTMLElement {
  const template = box.querySelector('template')!;
  return document.importNode(template.content.firstElementChild as HTMLElement, true);
}

function setText(part: HTMLElement, selector: string, text: string): void {
  part.querySelector(selector)!.textContent = text;
}

function textOf(part: Element | null): string {
  return part?.textContent?.trim() ?? '';
}

customElements.define('decision-tool', DecisionTool);
