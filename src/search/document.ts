/** A page → what the search knows of it: lean HTML for Pagefind, made from the same blocks as the page itself. */
import type { Block, ComponentBlock } from '../content/blocks.ts';
import type { ContentPage } from '../content/page.ts';
import { fillPlaceholders } from '../decisions/placeholders.ts';
import { isOfType, type Library } from '../model/library.ts';
import type { Question } from '../schema/decision-tool.ts';
import { askSeparator, type textWeights } from './fields.ts';

export interface SearchDocument {
  /** Address without the site's base path, so that one index serves wherever the site stands. */
  url: string;
  html: string;
}

/**
 * Title, summary and asks are metadata: searched with weights of their own (see fields.ts) and, unlike the body, never part of an
 * excerpt. What only labels or narrows a result is not in it: the answer index holds that.
 */
export function searchDocument(page: ContentPage, library: Library): SearchDocument {
  const html = `<!doctype html><html lang="${library.site.language}"><head>${head(page)}</head><body><main data-pagefind-body>${body(page, library)}</main></body></html>`;
  return { url: `/${page.id}/`, html };
}

function head({ data }: ContentPage): string {
  const meta: Record<keyof typeof textWeights, string> = {
    title: data.title,
    summary: data.summary,
    asks: data.asks.join(askSeparator),
  };
  return Object.entries(meta)
    .map(([name, text]) => `<meta data-pagefind-meta="${name}[content]" content="${escape(text)}">`)
    .join('');
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

/** With what stands in the frontmatter as Markdown, and the names of values where their amounts will stand. */
function questionsAndOutcomes({ data, texts }: ContentPage<'decision-tools'>): string {
  const nameOf = (formula: string) => nameOfValue(data, formula);
  const html = (path: string) =>
    (texts[path] ?? '').replace(standIn, (_, formula: string) => escape(nameOf(formula)));
  const questionHtml = ({ id, ask, options }: Question, path: string, group = '') =>
    section(`q-${group}${id}`, ask) +
    html(`${path}.help`) +
    paragraphs(...options.flatMap((option) => [option.say, option.help]));
  const questions = data.questions.map((question, i) => questionHtml(question, `questions.${i}`));
  const groups = data.groups.flatMap((group, i) =>
    group.questions.map((question, j) =>
      questionHtml(question, `groups.${i}.questions.${j}`, `${group.id}.1.`),
    ),
  );
  const outcomes = data.outcomes.map(({ id, verdict, passages }, i) => {
    const said = passages.map((_, k) => html(`outcomes.${i}.passages.${k}.say`));
    const heading = fillPlaceholders(verdict, (_, formula) => nameOf(formula));
    return section(`o-${id}`, heading) + html(`outcomes.${i}.because`) + said.join('');
  });
  const values = data.values.map(({ say }) => say);
  return [...questions, ...groups, ...outcomes, paragraphs(...values)].join('');
}

/** What stands in the HTML of a passage until a value is known; see content/passages.ts. */
const standIn = /<span class="value" data-value="\d+">([^<]*)<\/span>/g;

function nameOfValue({ values }: ContentPage<'decision-tools'>['data'], formula: string): string {
  const named = values.find(({ id }) => id === formula)?.say;
  return named ?? (/^[\w-]+$/.test(formula) ? formula.replaceAll('-', ' ') : '…');
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
