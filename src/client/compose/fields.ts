/** The form's controls, made from field specs. Each control sits in a `.field` that knows the path of its value. */
import type { DraftContext } from '../../checks/draft.ts';
import { idFromText, withoutEmpty, type Values } from '../../model/draft.ts';
import { fill } from '../../model/words.ts';
import { namesOf, type FieldSpec, type Named } from '../../schema/form.ts';
import { make } from '../make.ts';

/** What the controls need to know. */
export interface FormContext extends DraftContext {
  /** Called after any change, when the values are up to date already. */
  changed(): void;
}

/** Where a value lives: reading and writing go to the draft itself, so a field that nobody touches is never written. */
interface Slot {
  /** Names and indexes joined by slashes: `not_when/0/if`. */
  path: string;
  read(): unknown;
  write(value: unknown): void;
}

/** A line that may be longer grows with what is written in it. */
const longLine = 100;

export function slotIn(values: Values, name: string, above = ''): Slot {
  return {
    path: `${above}${name}`,
    read: () => values[name],
    write: (value) => void (values[name] = value),
  };
}

/** A field with its label, its help and the place for what is wrong with it. */
export function makeField(spec: FieldSpec, slot: Slot, context: FormContext): HTMLElement {
  const { shape } = spec;
  switch (shape.kind) {
    case 'fields': {
      const isThere = slot.read() !== undefined;
      const inside = innerFields(shape.fields, recordIn(slot), `${slot.path}/`, context);
      return group(spec, slot, context, [spec.required ? inside : waiting([inside], isThere, context)]);
    }
    case 'flag':
      return flag(spec, slot, context);
    case 'rows':
      return rows(spec, slot, context);
    case 'choice':
      return group(spec, slot, context, [choices(spec, shape.values, slot, context)]);
    case 'ids':
      return group(
        spec,
        slot,
        context,
        shape.of === 'page' ? [pageList(spec, slot, context)] : [ticks(shape.of, slot, context)],
      );
    default:
      return single(spec, slot, context);
  }
}

/** What the form calls a field. */
export function labelOf({ path, name }: FieldSpec, { settings }: DraftContext): string {
  return wordsFor(path, settings.words.compose.fields) ?? name;
}

function wordsFor(path: string, words: Record<string, string>): string | undefined {
  const name = namesOf(path).find((one) => Object.hasOwn(words, one));
  return name && words[name];
}

function helpOf({ path, help, shape }: FieldSpec, { settings }: DraftContext): string {
  const { fields, helps, onePerLine } = settings.words.compose;
  const text = wordsFor(path, helps) ?? help.replaceAll('`', '');
  const said = text.replace(/\.$/, '') === wordsFor(path, fields) ? '' : text;
  return shape.kind === 'lines' ? `${said} ${onePerLine}` : said;
}

/** Id of the control at a path. */
export function idOf(path: string): string {
  return `f-${path.replaceAll('/', '-')}`;
}

function errorPlace(path: string): HTMLElement {
  return make('p', { class: 'field-error', id: `${idOf(path)}-error`, hidden: true });
}

function labelParts(spec: FieldSpec, context: FormContext): (Node | string)[] {
  const label = labelOf(spec, context);
  if (spec.required) return [label];
  return [`${label} `, make('span', { class: 'optional' }, context.settings.words.compose.optional)];
}

function single(spec: FieldSpec, slot: Slot, context: FormContext): HTMLElement {
  const id = idOf(slot.path);
  const control = controlFor(spec, slot, context);
  control.id = id;
  control.setAttribute('aria-describedby', `${id}-help ${id}-error`);
  if (spec.required) control.setAttribute('aria-required', 'true');
  return make('div', { class: 'field', 'data-path': slot.path, 'data-kind': spec.shape.kind }, [
    make('label', { for: id }, labelParts(spec, context)),
    make('p', { class: 'help', id: `${id}-help` }, helpOf(spec, context)),
    errorPlace(slot.path),
    control,
  ]);
}

function group(spec: FieldSpec, slot: Slot, context: FormContext, inside: Node[]): HTMLElement {
  const id = idOf(slot.path);
  return make(
    'fieldset',
    {
      class: 'field',
      id,
      tabindex: '-1',
      'data-path': slot.path,
      'data-kind': spec.shape.kind,
      'aria-describedby': `${id}-help ${id}-error`,
    },
    [
      make('legend', {}, labelParts(spec, context)),
      make('p', { class: 'help', id: `${id}-help` }, helpOf(spec, context)),
      errorPlace(slot.path),
      ...inside,
    ],
  );
}

/** One box to tick; without the tick the field is not there. */
function flag(spec: FieldSpec, slot: Slot, context: FormContext): HTMLElement {
  const id = idOf(slot.path);
  const control = make('input', {
    type: 'checkbox',
    id,
    'aria-describedby': `${id}-help ${id}-error`,
  }) as HTMLInputElement;
  control.checked = slot.read() === true;
  control.addEventListener('change', () => {
    slot.write(control.checked ? true : undefined);
    context.changed();
  });
  return make('div', { class: 'field', 'data-path': slot.path, 'data-kind': 'flag' }, [
    make('div', { class: 'choices' }, [
      make('label', {}, [control, make('span', {}, labelParts(spec, context))]),
    ]),
    make('p', { class: 'help', id: `${id}-help` }, helpOf(spec, context)),
    errorPlace(slot.path),
  ]);
}

/** What few need, folded. */
function waiting(inside: Node[], isOpen: boolean, { settings }: FormContext): HTMLElement {
  return make('details', { class: 'waiting', open: isOpen }, [
    make('summary', {}, settings.words.compose.more),
    ...inside,
  ]);
}

function controlFor(spec: FieldSpec, slot: Slot, context: FormContext): HTMLElement {
  const { shape } = spec;
  const now = slot.read();
  switch (shape.kind) {
    case 'prose':
      return area(String(now ?? ''), 3, slot, context, (text) => text);
    case 'lines':
      return area([now ?? []].flat().join('\n'), 4, slot, context, (text) =>
        text.split('\n').map((one) => one.trim()),
      );
    case 'line':
      if ((shape.max ?? Infinity) > longLine)
        return area(String(now ?? ''), 2, slot, context, (text) => text.replace(/\s+/g, ' ').trim());
      return input(slot, context, {});
    case 'number':
      return input(slot, context, { inputmode: 'decimal', class: 'short', autocomplete: 'off' }, numberOr);
    case 'amount':
      return input(slot, context, { autocapitalize: 'off', autocomplete: 'off' }, numberOr);
    case 'day':
      return input(slot, context, { type: 'date', class: 'short' });
    case 'address':
      return input(slot, context, { type: 'url', inputmode: 'url' });
    case 'id':
      return shape.of === 'page'
        ? input(slot, context, { list: 'compose-pages', autocapitalize: 'off' })
        : select(shape.of, slot, context);
    case 'slug':
      // In a decision tool an answer names what follows it.
      return input(slot, context, {
        autocapitalize: 'off',
        autocomplete: 'off',
        ...(['go', 'tie'].includes(spec.name) && { list: 'compose-nodes' }),
      });
    default:
      return input(slot, context, {});
  }
}

/** A number as such, so that the file holds it without quotes; anything else as it was typed. */
function numberOr(text: string): string | number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function input(
  slot: Slot,
  { changed }: FormContext,
  attributes: Record<string, string>,
  valueOf: (text: string) => unknown = (text) => text,
): HTMLInputElement {
  const control = make('input', { type: 'text', ...attributes }) as HTMLInputElement;
  control.value = String(slot.read() ?? '');
  control.addEventListener('input', () => {
    slot.write(valueOf(control.value.trim()));
    changed();
  });
  return control;
}

function area(
  text: string,
  rowCount: number,
  slot: Slot,
  { changed }: FormContext,
  valueOf: (text: string) => unknown,
): HTMLTextAreaElement {
  const control = make('textarea', { rows: String(rowCount) }) as HTMLTextAreaElement;
  control.value = text;
  control.addEventListener('input', () => {
    slot.write(valueOf(control.value));
    changed();
  });
  return control;
}

function select(of: Exclude<Named, 'page'>, slot: Slot, context: FormContext): HTMLSelectElement {
  const control = make('select', {}, [
    make('option', { value: '' }, context.settings.words.compose.choose),
    ...entriesOf(of, context).map(({ id, name }) => make('option', { value: id }, name)),
  ]) as HTMLSelectElement;
  control.value = String(slot.read() ?? '');
  control.addEventListener('change', () => {
    slot.write(control.value);
    context.changed();
  });
  return control;
}

function choices({ name }: FieldSpec, values: string[], slot: Slot, context: FormContext): HTMLElement {
  const names = context.settings.words.compose.choices[name] ?? {};
  return make(
    'div',
    { class: 'choices' },
    values.map((value) => {
      const control = make('input', { type: 'radio', name: idOf(slot.path), value }) as HTMLInputElement;
      control.checked = slot.read() === value;
      control.addEventListener('change', () => {
        slot.write(value);
        context.changed();
      });
      return make('label', {}, [control, make('span', {}, names[value] ?? value)]);
    }),
  );
}

/** Boxes to tick. The order of ticking is the order in the file: the first one is the main one. */
function ticks(of: Exclude<Named, 'page'>, slot: Slot, context: FormContext): HTMLElement {
  const ticked = () => [slot.read() ?? []].flat() as string[];
  return make(
    'div',
    { class: 'choices' },
    entriesOf(of, context).map(({ id, name }) => {
      const control = make('input', { type: 'checkbox', value: id }) as HTMLInputElement;
      control.checked = ticked().includes(id);
      control.addEventListener('change', () => {
        slot.write(control.checked ? [...ticked(), id] : ticked().filter((one) => one !== id));
        context.changed();
      });
      return make('label', {}, [control, make('span', {}, name)]);
    }),
  );
}

/** Pages by title: one field each, and always an empty one to go on with. */
function pageList(spec: FieldSpec, slot: Slot, context: FormContext): HTMLElement {
  const list = make('div', { class: 'pages' });
  const label = labelOf(spec, context);
  const read = () => [...list.querySelectorAll('input')].map(({ value }) => value.trim());
  const addInput = (value: string) => {
    const number = String(list.childElementCount + 1);
    const name = fill(context.settings.words.compose.entry, { name: label, n: number });
    const control = make('input', {
      type: 'text',
      list: 'compose-pages',
      'aria-label': name,
      autocapitalize: 'off',
    });
    (control as HTMLInputElement).value = value;
    control.addEventListener('input', () => {
      slot.write(read());
      if (!read().includes('')) addInput('');
      context.changed();
    });
    list.append(control);
  };
  for (const id of [slot.read() ?? []].flat() as string[]) addInput(id);
  addInput('');
  return list;
}

interface TaxonomyEntry {
  id: string;
  name: string;
}

function entriesOf(of: Exclude<Named, 'page'>, { settings }: FormContext): TaxonomyEntry[] {
  const { roles, stages, topics, moments, people, contexts } = settings.taxonomy;
  return {
    role: roles,
    stage: stages,
    topic: topics,
    moment: moments.map(({ id, says }) => ({ id, name: says })),
    person: people,
    context: contexts,
  }[of];
}

/** Fields that belong together, several times. */
function rows(spec: FieldSpec, slot: Slot, context: FormContext): HTMLElement {
  if (spec.shape.kind !== 'rows') throw new Error(`${spec.path} has no rows`);
  const { fields, least, start } = spec.shape;
  const { words } = context.settings;
  const label = labelOf(spec, context);
  const list = make('div', { class: 'rows' });
  const entries = () => {
    const now = slot.read();
    if (Array.isArray(now)) return now as Values[];
    const none: Values[] = [];
    slot.write(none);
    return none;
  };
  const first = slot.read() === undefined ? start : least;
  const draw = () => {
    while (entries().length < least) entries().push({});
    list.replaceChildren(
      ...entries().map((entry, index) => {
        const name = fill(words.compose.entry, { name: label, n: index + 1 });
        const path = `${slot.path}/${index}`;
        const remove = make(
          'button',
          { type: 'button', class: 'link-button' },
          fill(words.compose.remove, { name }),
        );
        remove.addEventListener('click', () => {
          entries().splice(index, 1);
          draw();
          context.changed();
          add.focus();
        });
        const legend = make('legend', {}, name);
        return make(
          'fieldset',
          { class: 'row-fields field', id: idOf(path), tabindex: '-1', 'data-path': path },
          [
            legend,
            errorPlace(path),
            innerFields(fields, entry, `${path}/`, context),
            ...(entries().length > least ? [remove] : []),
          ],
        );
      }),
    );
  };
  const add = make(
    'button',
    { type: 'button', class: 'quiet-button' },
    fill(words.compose.add, { name: label }),
  );
  add.addEventListener('click', () => {
    entries().push({});
    draw();
    context.changed();
    list.lastElementChild?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  });
  while (entries().length < first) entries().push({});
  draw();
  return group(spec, slot, context, [list, add]);
}

/** The fields of an entry. Its short name comes last and is made from the first line, as long as nobody has written one. */
function innerFields(fields: FieldSpec[], values: Values, above: string, context: FormContext): HTMLElement {
  const named = fields.find(({ name }) => name === 'id');
  const others = fields.filter((field) => field !== named);
  const draw = (field: FieldSpec) => makeField(field, slotIn(values, field.name, above), context);
  const late = others.filter(({ waits }) => waits);
  const isGiven = late.some(({ name }) => withoutEmpty(values[name]) !== undefined);
  const box = make('div', {}, [
    ...[...others.filter(({ waits }) => !waits), ...(named ? [named] : [])].map(draw),
    ...(late.length > 0 ? [waiting(late.map(draw), isGiven, context)] : []),
  ]);
  const [first] = others;
  if (!named || !first) return box;
  const said = box.querySelector<HTMLInputElement>(`#${idOf(above + first.name)}`);
  said?.addEventListener('change', () => {
    const control = box.querySelector<HTMLInputElement>(`#${idOf(`${above}id`)}`);
    if (!control || values.id || !said.value.trim()) return;
    values.id = control.value = idFromText(said.value);
    context.changed();
  });
  return box;
}

function recordIn(slot: Slot): Values {
  const now = slot.read();
  if (typeof now === 'object' && now !== null && !Array.isArray(now)) return now as Values;
  const none: Values = {};
  slot.write(none);
  return none;
}
