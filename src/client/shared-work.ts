/** `<shared-work>`: what a link carries behind its `#`, and the answer to it, which goes back as a link. */
import type { PathwayFacts } from '../model/pathway-facts.ts';
import type { PortfolioWords } from '../model/portfolio.ts';
import { longest } from '../model/progress.ts';
import { answerLink, readShareLink, type Reply, type SharedItem } from '../model/shared-work.ts';
import { fill, readableDay } from '../model/words.ts';
import type { Words } from '../schema/words.ts';

import { make } from './make.ts';
import { fetchPathways, wordsOf } from './work/facts.ts';
import { linkBox } from './work/link-box.ts';
import { ProofsDrawer } from './work/proofs.ts';
import { today } from './today.ts';

type Says = PortfolioWords & { sharedWork: Words['sharedWork'] };

class SharedWork extends HTMLElement {
  #pathways: PathwayFacts[] | undefined;
  #items: SharedItem[] = [];
  #says!: Says;
  #follow = () => this.#draw();

  connectedCallback(): void {
    this.#says = wordsOf<Says>(this);
    const form = this.querySelector('form')!;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#answer(form);
    });
    addEventListener('hashchange', this.#follow);
    void this.#load();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#follow);
  }

  async #load(): Promise<void> {
    this.#pathways = await fetchPathways(this.dataset.base!);
    this.#draw();
    this.dataset.ready = '';
  }

  #draw(): void {
    const { sharedWork } = this.#says;
    const { lang } = document.documentElement;
    const shared = readShareLink(location.hash);
    this.#items = shared?.items ?? [];
    const form = this.querySelector('form')!;
    form.hidden = !shared;
    const on = shared ? readableDay(shared.on, lang) : '';
    this.querySelector('.shared-from')!.textContent = shared
      ? fill(shared.from ? sharedWork.from : sharedWork.fromSomebody, { who: shared.from ?? '', on })
      : sharedWork.none;
    form
      .querySelector('.shared-items')!
      .replaceChildren(...this.#items.map((item, i) => this.#drawItem(item, i)));
    form.querySelector('.share-link')!.replaceChildren();
  }

  #drawItem(item: SharedItem, i: number): HTMLElement {
    const { sharedWork, work } = this.#says;
    const drawer = new ProofsDrawer(this.#says, document.documentElement.lang);
    const facts = this.#factsOf(item.ability);
    const can = facts?.can ?? item.ability.split('/').at(-1)!.replaceAll('-', ' ');
    const radio = (value: string, text: string) =>
      make('label', {}, [
        make('input', { type: 'radio', name: `is-${i}`, value, autocomplete: 'off' }),
        make('span', {}, text),
      ]);
    const area = (name: string, text: string, help = '') =>
      make('label', { class: `field ${name}` }, [
        make('span', {}, text),
        make('textarea', {
          name: `${name}-${i}`,
          rows: '2',
          maxlength: String(longest.note),
          autocomplete: 'off',
        }),
        ...(help ? [make('small', {}, help)] : []),
      ]);
    return make('li', { class: 'proof' }, [
      make('span', { class: 'ability-mark', 'data-says': item.says }),
      make('h2', {}, can),
      drawer.entry({ ...item, n: 1, v: 1 }),
      ...(facts
        ? [make('p', { class: 'wanted' }, [make('span', {}, `${work.evidence}:`), ' ', facts.evidence])]
        : []),
      make('fieldset', { class: 'reply' }, [
        make('legend', {}, [sharedWork.answer, make('span', { class: 'visually-hidden' }, `: ${can}`)]),
        radio('confirmed', sharedWork.confirmed),
        radio('missing', sharedWork.missing),
        area('missing', sharedWork.whatMissing),
        area('task', sharedWork.task, sharedWork.taskHelp),
      ]),
    ]);
  }

  #factsOf(name: string): PathwayFacts['abilities'][number] | undefined {
    return this.#pathways
      ?.flatMap(({ id, abilities }) => abilities.map((facts) => ({ facts, name: `${id}/${facts.id}` })))
      .find((one) => one.name === name)?.facts;
  }

  #answer(form: HTMLFormElement): void {
    const { sharedWork, work } = this.#says;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '');
    const replies = this.#items.flatMap((item, i): Reply[] => {
      const is = data.get(`is-${i}`);
      if (is !== 'confirmed' && is !== 'missing') return [];
      return [{ item, is, missing: is === 'missing' ? text(`missing-${i}`) : '', task: text(`task-${i}`) }];
    });
    const fragment = replies.length > 0 ? answerLink(text('by'), today(), replies) : undefined;
    const says =
      replies.length === 0 ? sharedWork.answerOne : fragment ? sharedWork.sendBack : sharedWork.tooLong;
    form.querySelector('.share-said')!.textContent = says;
    const box = form.querySelector('.share-link')!;
    box.replaceChildren();
    if (!fragment) return;
    const link = new URL(`${this.dataset.base}my-work/#${fragment}`, location.href).href;
    box.append(linkBox(link, { ...work, link: sharedWork.link }));
    box.querySelector('input')!.focus();
  }
}

customElements.define('shared-work', SharedWork);
