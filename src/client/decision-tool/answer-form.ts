/** The form of a question that is typed or ticked: what stands in it, and what is wrong with it. */
import { writtenAnswer as asTyped, type AnswerFault } from '../../decisions/answer.ts';
import { countryCodes } from '../../decisions/countries.ts';
import { toText, type Exact } from '../../decisions/exact.ts';
import type { Question } from '../../decisions/graph.ts';
import { countryName, writtenLimit, type Writing } from '../../decisions/written.ts';
import { fill } from '../../model/words.ts';
import type { ToolWords } from './words.ts';

export class AnswerForm {
  readonly #form: HTMLFormElement;
  readonly #question: Question;
  readonly #words: ToolWords;
  readonly #writing: Writing;

  constructor(form: HTMLFormElement, question: Question, words: ToolWords, writing: Writing) {
    this.#form = form;
    this.#question = question;
    this.#words = words;
    this.#writing = writing;
    // The address holds answers: it must not change for a way within the form.
    this.#part('.error-summary a').addEventListener('click', (event) => {
      event.preventDefault();
      (this.#boxes[0] ?? this.#field).focus();
    });
    if (question.type === 'country') this.#listCountries();
    if (question.type === 'checkbox')
      form.addEventListener('change', ({ target }) => this.#untick(target as HTMLInputElement));
  }

  /** Calls back with the answer as it would stand in the address. */
  onAnswer(answered: (answer: string) => void): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      answered(this.#answer);
    });
  }

  get #answer(): string {
    const ticked = this.#boxes.filter(({ checked }) => checked).map(({ value }) => value);
    return this.#boxes.length > 0 ? ticked.join(',') : asTyped(this.#question, this.#field.value);
  }

  /** Shows what was answered before. */
  show(answer: string | undefined): void {
    const ticked = answer?.split(',') ?? [];
    for (const box of this.#boxes) box.checked = ticked.includes(box.value);
    if (this.#boxes.length === 0) this.#field.value = answer ?? '';
    this.clear();
  }

  /** Says what is wrong, at the field and in a summary that has the focus. What was typed stays. */
  refuse(fault: AnswerFault): void {
    this.clear();
    const says = this.#saysOf(fault);
    const summary = this.#part('.error-summary');
    const link = summary.querySelector('a')!;
    link.textContent = says;
    summary.hidden = false;
    const message = this.#part('.error');
    message.hidden = false;
    message.lastElementChild!.textContent = says;
    for (const one of this.#boxes.length > 0 ? [this.#form.querySelector('fieldset')!] : [this.#field]) {
      one.setAttribute('aria-describedby', message.id);
      if (one !== this.#form.querySelector('fieldset')) one.setAttribute('aria-invalid', 'true');
    }
    summary.focus();
  }

  clear(): void {
    this.#part('.error-summary').hidden = true;
    this.#part('.error').hidden = true;
    for (const one of this.#form.querySelectorAll('[aria-invalid], fieldset')) {
      one.removeAttribute('aria-invalid');
      one.removeAttribute('aria-describedby');
    }
  }

  #saysOf({ is, limit, says }: AnswerFault): string {
    if (says !== undefined) return says;
    const { errors } = this.#words;
    const { type } = this.#question;
    if (is === 'empty' || is === 'option')
      return this.#boxes.length > 0
        ? errors.emptyChoice
        : type === 'country'
          ? errors.country
          : type === 'date'
            ? errors.date
            : errors.empty;
    const isTime = type === 'date' || type === 'year';
    const text =
      is === 'min' && isTime
        ? errors.minDay
        : is === 'max' && isTime
          ? errors.maxDay
          : errors[is as keyof typeof errors];
    // Digits are counted, whatever the question counts.
    const written = (number: Exact) =>
      is === 'places' ? toText(number) : writtenLimit(this.#question, number, this.#writing);
    return fill(text, { limit: limit ? written(limit) : '' });
  }

  /** “None of these” and the others put each other out. */
  #untick(changed: HTMLInputElement): void {
    if (!changed.checked) return;
    const isAlone = (box: HTMLInputElement) => box.hasAttribute('data-alone');
    for (const box of this.#boxes)
      if (box !== changed && (isAlone(changed) || isAlone(box))) box.checked = false;
  }

  #listCountries(): void {
    const { language } = this.#writing;
    const names = countryCodes.map((code) => ({ code, name: countryName(code, language) }));
    names.sort((a, b) => a.name.localeCompare(b.name, language));
    const options = names.map(({ code, name }) => new Option(name, code));
    this.#field.append(...options);
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  }

  get #field(): HTMLInputElement {
    return this.#form.querySelector<HTMLInputElement>('.field')!;
  }

  #part(selector: string): HTMLElement {
    return this.#form.querySelector<HTMLElement>(selector)!;
  }
}
