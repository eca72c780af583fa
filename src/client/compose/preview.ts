/**
 * The page as its readers will see it, as markup. Runs of HTML come from the one parser, behind the gate; whatever else was
 * typed is escaped here. Pure, so that it can be tested without a browser.
 */
import type { DraftContext } from '../../checks/draft.ts';
import { icon } from '../../components/page/icons.ts';
import type { Block } from '../../content/blocks.ts';
import { href } from '../../model/address.ts';
import { withoutEmpty, type Values } from '../../model/draft.ts';
import { count, fill } from '../../model/words.ts';
import { formOf, namesOf, type FieldSpec } from '../../schema/form.ts';
import type { PageType } from '../../schema/index.ts';

/** What is shown: fields as far as they are filled in, and the body as it could last be read. */
export interface Shown {
  type: PageType;
  values: Values;
  blocks: Block[];
}

export function previewOf({ type, values, blocks }: Shown, context: DraftContext): string {
  const { words, site } = context.settings;
  const full = (withoutEmpty(values) ?? {}) as Values;
  const { title, summary, kind, minutes } = full;
  const facts = [
    words.types[type].one,
    typeof kind === 'string' && (words.kinds as Record<string, string>)[kind],
    typeof minutes === 'number' && count(words.minutes, minutes, site.language),
  ].filter((text) => typeof text === 'string');
  const body = `<div class="body">${drawBlocks(blocks, context)}</div>`;
  return [
    `<div class="page-head"><p class="eyebrow">${icon(type)} ${facts.map(escape).join(' · ')}</p>`,
    `<h2 class="preview-title">${escape(title ?? words.compose.fields.title ?? '')}</h2>`,
    summary ? `<p class="lead">${escape(summary)}</p>` : '',
    '</div>',
    type === 'job-aids' ? jobAid(full, body, context) : body + ownFacts(type, full, context),
  ].join('');
}

function jobAid(values: Values, body: string, context: DraftContext): string {
  const { jobAid: say } = context.settings.words;
  const not = ([values.not_when ?? []].flat() as Values[]).map(({ if: when, go, instead }) =>
    pair(
      say.notWhen,
      `${escape(when ?? '')} <span aria-hidden="true">→</span> ${go ? pageLink(go, context) : escape(instead ?? '')}`,
    ),
  );
  const when = [
    values.use_when ? pair(say.useWhen, escape(values.use_when)) : '',
    ...not,
    values.needs ? pair(say.needs, escape([values.needs].flat().join('; '))) : '',
  ].join('');
  const done = values.done_when
    ? `<div class="done"><h3>${escape(say.done)}</h3><p>${escape(values.done_when)}</p></div>`
    : '';
  return `${when && `<dl class="when">${when}</dl>`}${body}${done}`;
}

/** What the other types hold above or below their text, under the names that the form uses. */
function ownFacts(type: PageType, values: Values, context: DraftContext): string {
  const own = formOf(type).filter(
    ({ part, name }) => part === 'first' && name !== 'summary' && name !== 'minutes',
  );
  const rows = own
    .filter(({ name }) => name in values)
    .map((field) => fact(field, values[field.name], context));
  return rows.length > 0 ? `<dl class="plan">${rows.join('')}</dl>` : '';
}

function fact(field: FieldSpec, value: unknown, context: DraftContext): string {
  return pair(nameOf(field, context), factValue(field, value, context));
}

function nameOf({ path, name }: FieldSpec, { settings }: DraftContext): string {
  const { fields } = settings.words.compose;
  return (
    namesOf(path)
      .map((one) => fields[one])
      .find(Boolean) ?? name
  );
}

function factValue(field: FieldSpec, value: unknown, context: DraftContext): string {
  const { shape } = field;
  const { choices } = context.settings.words.compose;
  switch (shape.kind) {
    case 'rows':
      return `<ul>${([value].flat() as Values[]).map((entry) => `<li>${inner(shape.fields, entry, context)}</li>`).join('')}</ul>`;
    case 'fields':
      return inner(shape.fields, value as Values, context);
    case 'lines':
      return `<ul>${([value].flat() as unknown[]).map((one) => `<li>${escape(one)}</li>`).join('')}</ul>`;
    case 'ids':
      return ([value].flat() as unknown[]).map((id) => named(shape.of, id, context)).join('<br>');
    case 'id':
      return named(shape.of, value, context);
    case 'flag':
      return escape(nameOf(field, context));
    case 'choice':
      return escape(choices[field.name]?.[String(value)] ?? value);
    default:
      return escape(value);
  }
}

function inner(fields: FieldSpec[], entry: Values, context: DraftContext): string {
  const shown = fields.filter(({ name }) => name !== 'id' && name in entry);
  return shown.map((field) => `<div>${factValue(field, entry[field.name], context)}</div>`).join('');
}

function named(of: string, id: unknown, context: DraftContext): string {
  if (of === 'page') return pageLink(id, context);
  const { taxonomy } = context.settings;
  const lists: Record<string, { id: string; name?: string; says?: string }[]> = {
    role: taxonomy.roles,
    stage: taxonomy.stages,
    topic: taxonomy.topics,
    moment: taxonomy.moments,
    person: taxonomy.people,
  };
  const entry = lists[of]?.find((one) => one.id === id);
  return escape(entry?.name ?? entry?.says ?? id);
}

function pageLink(id: unknown, { known, settings }: DraftContext): string {
  const page = Object.hasOwn(known.pages, String(id)) && known.pages[String(id)];
  return page ? `<a href="${escape(href(settings.site, String(id)))}">${escape(page.title)}</a>` : escape(id);
}

function pair(term: string, value: string): string {
  return `<div><dt>${escape(term)}</dt><dd>${value}</dd></div>`;
}

/** Runs of HTML need not be balanced one by one, so the whole is put together before it becomes elements. */
export function drawBlocks(blocks: Block[], context: DraftContext): string {
  return blocks
    .map((block) => {
      if (typeof block === 'string') return block;
      const draw = Object.hasOwn(components, block.name) ? components[block.name] : undefined;
      return draw?.(block.props, drawBlocks(block.blocks, context), context) ?? '';
    })
    .join('');
}

type Draw = (props: Record<string, string>, inside: string, context: DraftContext) => string;

/** What authors may use, and the three names that the parser adds: a picture, a step's number, a step's traps. */
const components: Record<string, Draw> = {
  Stage: ({ for: stages = '' }, inside, { settings }) => {
    const names = stages.split(' ').map((stage) => {
      const name = settings.taxonomy.stages.find(({ id }) => id === stage)?.name ?? stage;
      return `<span class="stage-name" data-stage="${escape(stage)}">${icon(stage)} ${escape(name)}</span>`;
    });
    return `<div class="stage" data-for="${escape(stages)}"><p class="stage-label">${names.join('')}</p>${inside}</div>`;
  },
  Critical: (_, __, { settings }) =>
    `<strong class="critical-mark">${icon('warning')} ${escape(settings.words.stages.critical)}</strong>`,
  Timer: ({ for: time = '' }) => `<span class="timer">${escape(time)}</span>`,
  Term: (_, inside) => `<span class="term">${inside}</span>`,
  Note: ({ kind = 'tip' }, inside, { settings }) => note(kind, inside, settings.words.notes),
  Example: (_, inside, { settings }) =>
    `<div class="example"><p class="note-label">${escape(settings.words.notes.example)}</p>${inside}</div>`,
  Template: ({ name = '' }, inside) =>
    `<div class="template"><p class="template-name">${escape(name)}</p><div class="template-text">${inside}</div></div>`,
  Tool: ({ id = '' }, _, context) => `<div class="tool-card"><p>${pageLink(id, context)}</p></div>`,
  Figure: (props, _, context) => `<figure>${picture(props, context)}</figure>`,
  Picture: (props, _, context) => picture(props, context),
  StepTick: ({ number = '' }) =>
    `<span class="step-tick"><span class="step-number">${escape(number)}</span></span>`,
  StuckHere: (_, inside, { settings }) =>
    inside &&
    `<details class="stuck"><summary>${escape(settings.words.jobAid.stuck)}</summary>${inside}</details>`,
};

function note(kind: string, inside: string, words: Record<string, string>): string {
  const sign = kind === 'tip' ? '' : icon('warning');
  return `<div class="note" data-kind="${escape(kind)}"><p class="note-label">${sign} ${escape(words[kind] ?? '')}</p>${inside}</div>`;
}

/** A picture is handed in beside the page, so there is none to show yet. */
function picture({ alt = '' }: Record<string, string>, { settings }: DraftContext): string {
  return `<span class="preview-picture">${escape(fill(settings.words.compose.picture, { alt }))}</span>`;
}

function escape(value: unknown): string {
  return String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
