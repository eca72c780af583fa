/** What is kept of a role's abilities, drawn as a list: on paper a block each. */
import {
  answerLine,
  entryLine,
  noteOf,
  usedLine,
  type Portfolio,
  type PortfolioWords,
  type Proof,
  type RoleWork,
} from '../../model/portfolio.ts';
import type { Answer, Entry } from '../../model/progress.ts';
import { count } from '../../model/words.ts';
import { make } from '../make.ts';

export class ProofsDrawer {
  readonly #words: PortfolioWords;
  readonly #language: string;

  constructor(words: PortfolioWords, language: string) {
    this.#words = words;
    this.#language = language;
  }

  role({ title, href, next, proofs }: RoleWork): HTMLElement {
    const { work } = this.#words;
    const heading = make('h2', {}, [href ? make('a', { href }, title) : title]);
    const onward = next
      ? [
          make('p', { class: 'work-next' }, [
            make('span', {}, work.next),
            ' ',
            make('a', { href: next.href }, next.can),
          ]),
        ]
      : [];
    return make('section', { class: 'work-role' }, [
      heading,
      ...onward,
      make(
        'ul',
        { class: 'proofs' },
        proofs.map((proof) => this.#proof(proof)),
      ),
    ]);
  }

  used({ used }: Portfolio): HTMLElement[] {
    return used.map(({ title, href, times, last }) => {
      const facts = usedLine({ times, last }, this.#words, this.#language);
      return make('li', {}, [href ? make('a', { href }, title) : title, ' ', make('small', {}, facts)]);
    });
  }

  /** What was said, and the note. */
  entry(entry: Entry): HTMLElement {
    const line = make('p', { class: 'said' }, entryLine(entry, this.#words, this.#language));
    const text = noteOf(entry, this.#words);
    const note = text ? [make('p', { class: 'note-text' }, text)] : [];
    return make('div', { class: 'entry' }, [line, ...note]);
  }

  answer(answer: Answer): HTMLElement {
    const { work } = this.#words;
    const line = make('p', { class: 'said' }, answerLine(answer, this.#words, this.#language));
    const told = answer.missing ? [make('p', { class: 'note-text' }, answer.missing)] : [];
    const task = answer.task
      ? [make('p', { class: 'task' }, [make('strong', {}, `${work.task}:`), ' ', answer.task])]
      : [];
    return make('div', { class: 'answer', 'data-is': answer.is }, [line, ...told, ...task]);
  }

  #proof({ can, href, evidence, current, earlier, answers, used }: Proof): HTMLElement {
    const { work } = this.#words;
    const mark = make('span', { class: 'ability-mark', 'data-says': current?.says ?? 'notYet' });
    const facts = [
      used > 0 && make('span', {}, count(this.#words.used, used, this.#language)),
      href && make('a', { href, 'aria-label': `${work.change}: ${can}` }, work.change),
    ].filter((fact) => fact !== false && fact !== undefined && fact !== '');
    return make('li', { class: 'proof' }, [
      mark,
      make('h3', {}, can),
      ...(current ? [this.entry(current)] : []),
      ...answers.map((answer) => this.answer(answer)),
      ...(evidence
        ? [make('p', { class: 'wanted' }, [make('span', {}, `${work.evidence}:`), ' ', evidence])]
        : []),
      ...(earlier.length > 0
        ? [
            make('details', { class: 'earlier' }, [
              make('summary', {}, `${work.before} (${earlier.length})`),
              ...earlier.map((entry) => this.entry(entry)),
            ]),
          ]
        : []),
      make('p', { class: 'facts' }, facts as Node[]),
    ]);
  }
}
