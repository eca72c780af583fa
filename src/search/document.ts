/** A page → what the search knows of it: lean HTML for Pagefind, made from the same blocks as the page itself. */
import type { Block, ComponentBlock } from '../content/blocks.ts';
import type { ContentPage } from '../content/page.ts';
import { isOfType, type Library } from '../model/library.ts';
import { askSeparator, type Facet, type fieldWeights } from './fields.ts';

export interface SearchDocument {
  /** Address without the site's base path, so that one index serves wherever the site stands. */
  url: string;
  html: string;
}

/**
 * Title, summary and asks are metadata: searched with weights of their own (see fields.ts) and, unlike the body, never
 * part of an excerpt. What only labels a result (type, stages, minutes …) are filters: metadata would be searched too, and
 * a search for “novice” would find every page that has something for one.
 */
export function searchDocument(page: ContentPage, library: Library): SearchDocument {
  const html = `<!doctype html><html lang="${library.site.language}"><head>${head(page)}</head><body><main data-pagefind-body>${body(page, library)}</main></body></html>`;
  return { url: `/${page.id}/`, html };
}

function head({ type, data }: ContentPage): string {
  const meta: Record<keyof typeof fieldWeights, string> = {
    title: data.title,
    summary: data.summary,
    asks: data.asks.join(askSeparator),
  };
  const filters: Record<Facet | 'owner' | 'minutes' | 'kind', string[]> = {
    type: [type],
    role: data.roles,
    stage: data.stages,
    moment: data.moments,
    topic: data.topics,
    owner: [data.owner],
    minutes: 'minutes' in data ? [String(data.minutes)] : [],
    kind: 'kind' in data ? [data.kind] : [],
  };
  const fields = Object.entries(meta).map(([name, text]) => tag('meta', name, text));
  const facts = Object.entries(filters).flatMap(([name, ids]) => ids.map((id) => tag('filter', name, id)));
  return [...fields, ...facts].join('');
}

function tag(kind: 'meta' | 'filter', name: string, text: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escape(text)}">`;
}

/** The ids of headings are those that stand on the page, so that a result can lead to its section. */
function body(page: ContentPage, { words }: Library): string {
  const prose = blocksToHtml(page.blocks);
  if (isOfType(page, 'job-aids')) {
    const { use_when, not_when, needs, done_when } = page.data;
    return paragraphs(use_when, ...not_when.map((reason) => reason.if), needs.join(', '), done_when) + prose;
  }
  if (isOfType(page, 'references')) return prose + page.data.terms.map(termHtml).join('');
  if (isOfType(page, 'decision-tools')) return questionsAndOutcomes(page) + prose;
  if (isOfType(page, 'pathways')) return page.data.path.map(bandHtml).join('') + prose;
  if (isOfType(page, 'technologies')) {
    const { affords, replaces, evidence, verdict } = page.data;
    const say = words.technology;
    return (
      section('verdict', say.verdict, say.calls[verdict.call], verdict.why, verdict.until) +
      section('affords', say.affords, ...affords) +
      section('replaces', say.replaces, ...replaces) +
      section('evidence-for', say.for, ...evidence.for.flatMap(({ says, source }) => [says, source])) +
      section(
        'evidence-against',
        say.against,
        ...evidence.against.flatMap(({ says, source }) => [says, source]),
      ) +
      prose
    );
  }
  if (isOfType(page, 'experiments')) {
    const { question, hypothesis, who, measure, stop, decide, result, decision } = page.data;
    const say = words.experiment;
    const rules = decide.flatMap((rule) => [rule.if, rule.then]);
    return (
      paragraphs(question, hypothesis, who, ...measure, ...stop) +
      section('decide', say.decide, ...rules) +
      (result ? section('result', say.result, result) : '') +
      (decision ? section('decision', say.decision, decision) : '') +
      prose
    );
  }
  return prose;
}

function termHtml({
  id,
  term,
  means,
  also,
}: {
  id: string;
  term: string;
  means: string;
  also: string[];
}): string {
  return section(`term-${id}`, term, means, also.join(', '));
}

function questionsAndOutcomes({ data }: ContentPage<'decision-tools'>): string {
  const questions = data.questions.map(({ id, ask, help, options }) =>
    section(`q-${id}`, ask, help, ...options.flatMap((option) => [option.say, option.help])),
  );
  const outcomes = data.outcomes.map(({ id, verdict, because }) => section(`o-${id}`, verdict, because));
  return [...questions, ...outcomes].join('');
}

function bandHtml({ stage, can, abilities }: ContentPage<'pathways'>['data']['path'][number]): string {
  const rows = abilities.map((ability) =>
    section(ability.id, ability.can, ability.try, ability.with, ability.evidence),
  );
  return section(stage, can) + rows.join('');
}

function section(id: string, heading: string, ...texts: (string | undefined)[]): string {
  return `<h3 id="${id}">${escape(heading)}</h3>${paragraphs(...texts)}`;
}

function paragraphs(...texts: (string | undefined)[]): string {
  return texts.map((text) => (text ? `<p>${escape(text)}</p>` : '')).join('');
}

/** Components that stand inside a sentence: the words around them belong together. */
const inline = new Set(['Term', 'Critical', 'Timer', 'StepTick']);

function blocksToHtml(blocks: Block[]): string {
  return blocks.map((block) => (typeof block === 'string' ? block : componentToHtml(block))).join('');
}

function componentToHtml({ name, props, blocks }: ComponentBlock): string {
  const content = blocksToHtml(blocks);
  if (inline.has(name)) return content;
  // A template is mostly gaps to be filled in; its name is what people look for.
  if (name === 'Template')
    return `<p>${escape(props.name ?? '')}</p><div data-pagefind-weight="0.5">${content}</div>`;
  if (name === 'Picture' || name === 'Figure') return paragraphs(props.alt);
  return content && `<div>${content}</div>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
