/** The site's pages → what the answer index is made of. */
import type { ContentPage } from '../content/page.ts';
import { addPeriod } from '../model/freshness.ts';
import { isOfType, type Library } from '../model/library.ts';
import { pageTypeNames } from '../schema/index.ts';
import type { AnswerData, AnswerDocument } from './answer-index.ts';

/** In the order of their ids, so that the same content gives the same file. */
export function answerData(library: Library): AnswerData {
  const { site, taxonomy, words } = library;
  return {
    language: site.language,
    synonyms: taxonomy.synonyms,
    facets: {
      type: Object.fromEntries(pageTypeNames.map((type) => [type, words.types[type].one])),
      role: Object.fromEntries(taxonomy.roles.map(({ id, name }) => [id, name])),
      stage: Object.fromEntries(taxonomy.stages.map(({ id, name }) => [id, name])),
    },
    documents: library.pages.map(answerDocument).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

export function answerDocument(page: ContentPage): AnswerDocument {
  const { id, type, data, version } = page;
  const { title, summary, asks, aliases, roles, stages, topics, moments, owner, review } = data;
  return {
    id,
    title,
    summary,
    asks,
    names: [...aliases.map((alias) => alias.replaceAll('-', ' ')), ...termsOf(page)],
    type,
    roles,
    stages,
    topics,
    moments,
    owner,
    ...('minutes' in data && { minutes: data.minutes }),
    ...(review && { review: review.of === version ? addPeriod(review.on, review.every) : 'void' }),
    ...(isOfType(page, 'references') && page.data.terms.length > 0 && { terms: page.data.terms }),
  };
}

function termsOf(page: ContentPage): string[] {
  if (!isOfType(page, 'references')) return [];
  return page.data.terms.flatMap(({ term, also }) => [term, ...also]);
}
