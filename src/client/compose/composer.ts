/**
 * The page on which somebody writes a page: holds the draft, lets the check read it after every pause, and shows what came of
 * it. Loaded when it is first needed; everything that it decides stands in `model/`.
 */
import './jitless.ts';
import { checkDraft, type DraftContext } from '../../checks/draft.ts';
import { readBody } from '../../content/body.ts';
import type { Block } from '../../content/blocks.ts';
import { fingerprint } from '../../content/hash.ts';
import type { Finding } from '../../content/finding.ts';
import { pageOptions } from '../../content/settings.ts';
import {
  draftText,
  fieldOfFinding,
  isSame,
  mendedText,
  pathWithEmpty,
  readDraft,
  type Draft,
} from '../../model/draft.ts';
import { slugOfTitle } from '../../model/slug.ts';
import { fill } from '../../model/words.ts';
import { fieldNames, formOf, parts, type FieldSpec, type Part, type TopField } from '../../schema/form.ts';
import { isPageType, type PageType } from '../../schema/index.ts';
import { kept } from '../storage.ts';
import { makeBody, type BodyField } from './body-field.ts';
import {
  changesOf,
  forgetDraft,
  keepDraft,
  recallDraft,
  withChanges,
  type KeptDraft,
} from './draft-store.ts';
import { idOf, labelOf, makeField, slotIn, type FormContext } from './fields.ts';
import { fieldFor, listRemarks, remarkOf, showBeside, summaryOf, type Remark } from './findings-panel.ts';
import { drawWays } from './hand-in-panel.ts';
import { make } from '../make.ts';
import { previewOf } from './preview.ts';
import { today } from '../today.ts';

/** After the last of several keys, in milliseconds. */
const pause = 250;

/** The page that is mended. */
interface Mended {
  id: string;
  /** Its file as it was fetched. */
  text: string;
}

/** Fields that are no author's: the review command writes them. */
const written = new Set(['review']);

/** @param id of the page to mend, where the address names one */
export async function compose(page: HTMLElement, id: string | undefined): Promise<void> {
  const base = page.dataset.base!;
  const context = (await (await fetchOk(`${base}api/check.json`)).json()) as DraftContext;
  const known = id !== undefined && Object.hasOwn(context.known.pages, id);
  const text = known ? await (await fetchOk(`${base}source/${id}.mdx`)).text() : '';
  new Composer(page, context, known ? { id, text } : undefined).start(known ? undefined : id);
}

async function fetchOk(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response;
}

/** What a new page says before anybody has written: that it is new. @param what the words for it */
function newDraft(what: string): Draft {
  return { values: { changes: [{ on: today(), what }] }, body: '' };
}

class Composer {
  readonly #page: HTMLElement;
  readonly #context: FormContext;
  readonly #mended: Mended | undefined;
  /** Where the draft began: the page that is mended, or nothing. */
  readonly #began: Draft;
  #type: PageType | undefined;
  #draft: Draft;
  /** File name without ending, where the author chose it. */
  #name: string | undefined;
  #bodyField: BodyField | undefined;
  /** The body as it could last be read. */
  #blocks: Block[] = [];
  #remarks: Remark[] = [];
  /** Paths of the fields that were left once: from then on they are judged while somebody writes. */
  #left = new Set<string>();
  /** Paths of the fields in which something was written or chosen. */
  #touched = new Set<string>();
  #judgeAll = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pressed = false;
  /** How far the form was scrolled when the author went to look at the page. */
  #scrolled: number | undefined;

  constructor(page: HTMLElement, context: DraftContext, mended: Mended | undefined) {
    this.#page = page;
    this.#context = { ...context, changed: () => this.#changed() };
    this.#mended = mended;
    this.#began = (mended && readDraft(mended.text)) ?? newDraft(this.#words.newPage);
    this.#draft = structuredClone(this.#began);
  }

  /** @param unknown id of a page that was asked for and is not there */
  start(unknown: string | undefined): void {
    const before = recallDraft(this.#store);
    this.#draft = withChanges(this.#began, before);
    this.#name = before?.name;
    this.#say(this.#greeting(before, unknown));
    this.#offerTypes(before?.type);
    this.#offerTabs();
    this.#fillPages();
    addEventListener('pagehide', () => this.#keepNow());
    this.#part('.compose-again').addEventListener('click', () => this.#startAgain());
    const form = this.#part('.compose-form');
    form.addEventListener('input', ({ target }) => {
      for (const field of fieldsAround(target as HTMLElement)) this.#touched.add(field.dataset.path!);
    });
    form.addEventListener('focusout', (event) => this.#leave(event));
    this.#page.addEventListener('pointerdown', () => (this.#pressed = true));
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (this.#pressed = false));
    this.#part('.compose-first').addEventListener('click', () => this.#goToFirst());
    if (this.#type) this.#drawForm();
  }

  get #words() {
    return this.#context.settings.words.compose;
  }

  /** Under which name the draft is kept. */
  get #store(): string {
    return this.#mended?.id ?? 'new';
  }

  #greeting(before: KeptDraft | undefined, unknown: string | undefined): string {
    if (unknown !== undefined) return fill(this.#words.noSuchPage, { page: unknown });
    if (!before) return '';
    const isSamePage = before.of === this.#origin;
    return isSamePage ? this.#words.restored : this.#words.moved;
  }

  get #origin(): string {
    return this.#mended ? fingerprint(this.#mended.text) : '';
  }

  #offerTypes(before: PageType | undefined): void {
    const types = this.#part('.compose-types');
    if (this.#mended) {
      const type = this.#mended.id.split('/')[0]!;
      this.#type = isPageType(type) ? type : undefined;
      types.hidden = true;
      const { title } = this.#context.known.pages[this.#mended.id]!;
      this.#page.querySelector('h1')!.textContent = fill(this.#words.mendTitle, { title });
      this.#page.querySelector('.lead')!.textContent = this.#words.mendLead;
      return;
    }
    const chosen = types.querySelector<HTMLInputElement>('input:checked')?.value ?? before;
    for (const input of types.querySelectorAll('input')) {
      input.checked = input.value === chosen;
      if (input.checked && isPageType(input.value)) this.#type = input.value;
      input.addEventListener('change', () => {
        if (!isPageType(input.value)) return;
        this.#type = input.value;
        this.#drawForm();
        this.#changed();
      });
    }
  }

  /** On a narrow screen the form and the page take turns. */
  #offerTabs(): void {
    for (const button of this.#page.querySelectorAll<HTMLElement>('.compose-tabs button')) {
      button.addEventListener('click', () => {
        if (button.dataset.tab === this.#page.dataset.shows) return;
        const before = scrollY;
        this.#page.dataset.shows = button.dataset.tab!;
        // The page is looked at from its top; the form goes on where it was left.
        scrollTo({ top: this.#scrolled ?? this.#page.offsetTop, behavior: 'instant' });
        this.#scrolled = button.dataset.tab === 'look' ? before : undefined;
        for (const one of this.#page.querySelectorAll<HTMLElement>('.compose-tabs button'))
          one.setAttribute('aria-pressed', String(one === button));
      });
    }
  }

  /** What the fields for pages offer: ids with titles. */
  #fillPages(): void {
    const { pages } = this.#context.known;
    const options = Object.entries(pages).map(([id, { title }]) => make('option', { value: id }, title));
    this.#part('#compose-pages').replaceChildren(...options);
  }

  #drawForm(): void {
    const type = this.#type!;
    const fields = formOf(type).filter(({ name }) => !written.has(name));
    this.#bodyField = makeBody(
      this.#draft.body.replace(/^\n+/, ''),
      this.#words,
      (id) =>
        Object.hasOwn(this.#context.known.pages, id) ? this.#context.known.pages[id]!.title : undefined,
      (text) => {
        this.#draft.body = withFrame(text, this.#began.body);
        this.#changed();
      },
    );
    const sections = parts.map((part) => this.#section(part, fields));
    sections.splice(2, 0, this.#box('body', [this.#bodyField.element]));
    this.#part('.compose-fields').replaceChildren(...sections);
    this.#part('.compose-hand-in').hidden = false;
    this.#part('.compose-tabs').hidden = false;
    this.#part('.compose-look').hidden = false;
    this.#page.toggleAttribute('data-open', true);
    this.#check();
  }

  #section(part: Part, fields: TopField[]): HTMLElement {
    const own = fields.filter((field) => field.part === part);
    const drawn = own.map((field) => makeField(field, slotIn(this.#draft.values, field.name), this.#context));
    if (part === 'name') drawn.push(...this.#fileField());
    if (part !== 'more') return this.#box(part, drawn);
    return make('details', { class: 'compose-part' }, [
      make('summary', {}, [make('h2', {}, this.#words.more)]),
      ...drawn,
    ]);
  }

  #box(part: Exclude<Part, 'more'> | 'body', inside: HTMLElement[]): HTMLElement {
    return make('section', { class: 'compose-part' }, [make('h2', {}, this.#words[part]), ...inside]);
  }

  /** The name of a new file follows the title until somebody writes another one. */
  #fileField(): HTMLElement[] {
    if (this.#mended) return [];
    const control = make('input', {
      type: 'text',
      id: 'f-file',
      autocapitalize: 'off',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-describedby': 'f-file-help f-file-error',
    });
    control.value = this.#fileName;
    control.addEventListener('input', () => {
      this.#name = control.value.trim() || undefined;
      this.#changed();
    });
    return [
      make('div', { class: 'field', 'data-path': 'file' }, [
        make('label', { for: 'f-file' }, this.#words.file),
        make('p', { class: 'help', id: 'f-file-help' }, this.#words.fileHelp),
        make('p', { class: 'field-error', id: 'f-file-error', hidden: true }),
        control,
      ]),
    ];
  }

  get #fileName(): string {
    return this.#name ?? slugOfTitle(String(this.#draft.values.title ?? ''));
  }

  get #file(): string {
    return `content/${this.#mended?.id ?? `${this.#type}/${this.#fileName || 'page'}`}.mdx`;
  }

  get #text(): string {
    const { values, body } = this.#draft;
    const own = this.#ownValues(values);
    return this.#mended
      ? mendedText(this.#type!, this.#mended.text, this.#draft)
      : draftText(this.#type!, own, body);
  }

  /** Without what was written for another type before the author chose this one. */
  #ownValues(values: Draft['values']): Draft['values'] {
    const names = new Set(fieldNames(this.#type!));
    return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
  }

  #changed(): void {
    const file = this.#page.querySelector<HTMLInputElement>('#f-file');
    if (file && this.#name === undefined) file.value = this.#fileName;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#keep();
      this.#whenReleased(() => this.#check());
    }, pause);
  }

  /** A page that is closed in the middle of a word keeps that word. */
  #keepNow(): void {
    if (this.#timer !== undefined) this.#keep();
  }

  #keep(): void {
    this.#timer = undefined;
    if (!this.#type) return;
    keepDraft(this.#store, {
      type: this.#type,
      ...changesOf(this.#began, this.#draft),
      ...(this.#name && { name: this.#name }),
      of: this.#origin,
    });
    this.#part('.compose-kept').textContent = kept ? this.#words.kept : this.#words.notKept;
  }

  #check(): void {
    if (!this.#type) return;
    const text = this.#text;
    const { findings } = checkDraft(text, this.#file, this.#context, today());
    this.#remarks = [...this.#ownRemarks(), ...findings.map((finding) => this.#remarkOf(text, finding))];
    this.#show(text);
    this.#fillNodes();
  }

  /** What an answer of a decision tool can lead to. */
  #fillNodes(): void {
    const { questions, groups, scoring, outcomes } = this.#draft.values;
    const nodes = [questions ?? [], groups ?? [], scoring ?? [], outcomes ?? []].flat() as Record<
      'id' | 'ask' | 'say' | 'verdict',
      string | undefined
    >[];
    const options = nodes.flatMap(({ id, ask, say, verdict }) =>
      id ? make('option', { value: id }, ask ?? verdict ?? say ?? id) : [],
    );
    this.#part('#compose-nodes').replaceChildren(...options);
  }

  #remarkOf(text: string, finding: Finding): Remark {
    const place = finding.rule === 'file-name' ? { path: ['file'] } : fieldOfFinding(text, finding);
    const path = place?.path[0] === 'body' ? ['body'] : pathWithEmpty(this.#draft.values, place?.path ?? []);
    const line = place?.line && this.#shownLine(place.line);
    const help = this.#specAt(path.join('/'))?.help ?? '';
    return remarkOf(finding, { path, ...(line && { line }) }, help, this.#context.settings.words);
  }

  /** What only this page knows: a text that is not there yet, a name that is taken. */
  #ownRemarks(): Remark[] {
    const remarks: Remark[] = [];
    const add = (path: string, isMissing: boolean, text: string) =>
      remarks.push({ path, isMissing, isWarning: false, text });
    if (!this.#draft.body.trim()) add('body', true, this.#words.stillMissing);
    const id = this.#file.slice('content/'.length, -'.mdx'.length);
    const taken =
      !this.#mended && Object.hasOwn(this.#context.known.pages, id) && this.#context.known.pages[id];
    if (taken) add('file', false, fill(this.#words.fileTaken, { title: taken.title }));
    return remarks;
  }

  /** The field shows the text without the empty lines above it. */
  #shownLine(line: number): number {
    const above = this.#mended ? /^\n*/.exec(this.#draft.body)![0].length : 1;
    return Math.max(1, line - above);
  }

  #show(text: string): void {
    const { settings } = this.#context;
    const form = this.#part('.compose-form');
    this.#showBeside();
    const isUnchanged = this.#mended !== undefined && text === this.#mended.text;
    const status = this.#part('.compose-status');
    const summary = isUnchanged ? this.#words.unchanged : summaryOf(this.#remarks, settings);
    if (status.textContent !== summary) status.textContent = summary;
    listRemarks(
      this.#part('.compose-remarks'),
      this.#inFormOrder(form),
      this.#words,
      (path) => this.#nameOf(path),
      (remark) => this.#goTo(remark),
    );
    const isComplete = this.#remarks.every(({ isWarning }) => isWarning);
    this.#part('.compose-first').hidden = isComplete;
    this.#part('.compose-file pre').textContent = text;
    this.#part('.compose-ways').hidden = isUnchanged;
    const title = String(this.#draft.values.title ?? '');
    const isNew = this.#mended === undefined;
    const subject = fill(isNew ? this.#words.subjectNew : this.#words.subjectMend, { title });
    drawWays(
      this.#part('.compose-ways'),
      { file: this.#file, text, isNew, subject, paste: this.#words.paste },
      settings,
      isComplete,
      (said) => (this.#part('.compose-said').textContent = said),
    );
    this.#look();
  }

  #look(): void {
    const { settings } = this.#context;
    const body = readBody(this.#draft.body, { ...pageOptions(settings), steps: this.#type === 'job-aids' });
    if (body) this.#blocks = body.blocks;
    const isEmpty = isSame(this.#draft.values, this.#began.values) && this.#draft.body === '';
    this.#part('.compose-last').textContent = body
      ? isEmpty
        ? this.#words.lookEmpty
        : ''
      : this.#words.lookLast;
    const page = this.#part('.compose-page');
    page.innerHTML = previewOf(
      { type: this.#type!, values: this.#ownValues(this.#draft.values), blocks: this.#blocks },
      this.#context,
    );
    // A link that is tried must not take the form away.
    for (const link of page.querySelectorAll<HTMLAnchorElement>('a:not([href^="#"])')) link.target = '_blank';
  }

  /** A field is judged once something was written in it and it was left; its group once all of it was. */
  #leave({ target, relatedTarget }: FocusEvent): void {
    for (const field of fieldsAround(target as HTMLElement)) {
      const path = field.dataset.path!;
      if (this.#touched.has(path) && !field.contains(relatedTarget as Node | null)) this.#left.add(path);
    }
    this.#whenReleased(() => this.#showBeside());
  }

  #showBeside(): void {
    showBeside(this.#part('.compose-form'), this.#remarks, (path) => this.#judgeAll || this.#left.has(path));
  }

  /** What appears while a finger or a mouse button is down moves the target away from under it, and the press is lost. */
  #whenReleased(act: () => void): void {
    if (!this.#pressed) return act();
    const once = new AbortController();
    const later = () => {
      once.abort();
      // After the click that the press becomes.
      setTimeout(act);
    };
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, later, { signal: once.signal });
  }

  #goToFirst(): void {
    this.#judgeAll = true;
    this.#check();
    const [first] = this.#inFormOrder(this.#part('.compose-form')).filter(({ isWarning }) => !isWarning);
    if (first) this.#goTo(first);
  }

  #inFormOrder(form: HTMLElement): Remark[] {
    const order = [...form.querySelectorAll<HTMLElement>('[data-path]')];
    const placeOf = ({ path }: Remark) => order.indexOf(fieldFor(form, path)!);
    return this.#remarks.toSorted((a, b) => placeOf(a) - placeOf(b));
  }

  #goTo(remark: Remark): void {
    const form = this.#part('.compose-form');
    const field = fieldFor(form, remark.path);
    this.#part<HTMLButtonElement>('.compose-tabs [data-tab="write"]').click();
    if (!field) return;
    for (let folded = field.closest('details'); folded; folded = folded.parentElement!.closest('details'))
      folded.open = true;
    this.#left.add(field.dataset.path!);
    this.#showBeside();
    if (remark.path === 'body' && remark.line) return this.#bodyField?.select(remark.line);
    const control = document.getElementById(idOf(field.dataset.path!));
    const inner = control === field ? field.querySelector<HTMLElement>('input, textarea, select') : control;
    (inner ?? field).focus();
    field.scrollIntoView({ block: 'nearest' });
  }

  #startAgain(): void {
    if (!confirm(this.#words.sureStartAgain)) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    forgetDraft(this.#store);
    this.#draft = structuredClone(this.#began);
    this.#name = undefined;
    this.#left.clear();
    this.#touched.clear();
    this.#judgeAll = false;
    this.#blocks = [];
    this.#say('');
    this.#part('.compose-kept').textContent = '';
    if (this.#mended) return this.#drawForm();
    this.#type = undefined;
    for (const input of this.#page.querySelectorAll<HTMLInputElement>('.compose-types input'))
      input.checked = false;
    this.#part('.compose-fields').replaceChildren();
    for (const part of ['.compose-hand-in', '.compose-tabs', '.compose-look']) this.#part(part).hidden = true;
    this.#page.toggleAttribute('data-open', false);
    this.#page.querySelector<HTMLElement>('.compose-types input')?.focus();
  }

  /** What the form calls the field at a path, with the number of its entry. */
  #nameOf(path: string): string {
    if (path === 'body') return this.#words.body;
    if (path === 'file') return this.#words.file;
    const [top = '', ...rest] = path.split('/');
    const spec = this.#specAt(path);
    const owner = this.#specAt(top);
    if (!spec || !owner) return this.#file;
    const entry = rest.find((part) => /^\d+$/.test(part));
    const isRow = owner.shape.kind === 'rows' && entry !== undefined;
    const group = isRow
      ? fill(this.#words.entry, { name: labelOf(owner, this.#context), n: Number(entry) + 1 })
      : labelOf(owner, this.#context);
    return spec.path === owner.path ? group : `${group}: ${labelOf(spec, this.#context)}`;
  }

  #specAt(path: string): FieldSpec | undefined {
    const names = path.split('/').filter((part) => !/^\d+$/.test(part));
    let fields: FieldSpec[] = formOf(this.#type!);
    let spec: FieldSpec | undefined;
    for (const name of names) {
      spec = fields.find((field) => field.name === name) ?? spec;
      fields = spec && 'fields' in spec.shape ? spec.shape.fields : [];
    }
    return spec;
  }

  #say(text: string): void {
    this.#part('.compose-greeting').textContent = text;
  }

  #part<E extends HTMLElement>(selector: string): E {
    return this.#page.querySelector<E>(selector)!;
  }
}

/** The field of a control, and the groups that it stands in. */
function* fieldsAround(control: HTMLElement): Generator<HTMLElement> {
  let field = control.closest<HTMLElement>('[data-path]');
  while (field) {
    yield field;
    field = field.parentElement!.closest<HTMLElement>('[data-path]');
  }
}

/** The empty lines around the text stay as they were in the file. */
function withFrame(text: string, began: string): string {
  const above = /^\n*/.exec(began)![0];
  const isEnded = text === '' || text.endsWith('\n') || !began.endsWith('\n');
  return above + text + (isEnded ? '' : '\n');
}
