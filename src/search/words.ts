/** What the search says, picked from the site's words and taxonomy, to travel to the browser as an attribute. */
import { contact } from '../model/contact.ts';
import type { Library } from '../model/library.ts';
import { fill } from '../model/words.ts';
import { pageTypeNames } from '../schema/index.ts';
import type { Facet } from './fields.ts';
import { partSize } from './pack.ts';

/** Id → name. */
type Names = Record<string, string>;

const boxKeys = [
  'label',
  'hint',
  'loading',
  'failed',
  'nothing',
  'shutOut',
  'closest',
  'request',
  'showingFor',
  'index',
  'section',
  'results',
  'preview',
  'previewMore',
  'openPage',
  'overdue',
  'void',
  'recent',
  'forget',
] as const;

/** What the search page needs besides. */
const pageKeys = ['askSomebody', 'clear', 'more', 'only', 'missed', 'missedWhere', 'missedSend'] as const;

/** What the box needs. */
export function boxWords({ pages, site, taxonomy, words }: Library) {
  return {
    ...pick(words.search, boxKeys),
    base: site.base,
    language: site.language,
    parts: Math.max(1, Math.ceil(pages.length / partSize)),
    minutes: words.minutes,
    types: typeNames(words, 'one'),
    stages: namesOf(taxonomy.stages),
  };
}
export type BoxWords = ReturnType<typeof boxWords>;

/** What the search page needs besides: the facets, and the ways to a person when nothing is found. */
export function pageWords(library: Library) {
  const { site, taxonomy, words } = library;
  const { type, role, stage, topic, moment } = words.search;
  const { promise, copy, copied, openChannel, request, requestSubject } = words.report;
  const facets: Record<Facet, { name: string; ids: Names }> = {
    type: { name: type, ids: typeNames(words, 'many') },
    role: { name: role, ids: namesOf(taxonomy.roles) },
    stage: { name: stage, ids: namesOf(taxonomy.stages) },
    topic: { name: topic, ids: namesOf(taxonomy.topics) },
    moment: { name: moment, ids: Object.fromEntries(taxonomy.moments.map(({ id, says }) => [id, says])) },
  };
  return {
    ...boxWords(library),
    ...pick(words.search, pageKeys),
    copy,
    copied,
    openChannel,
    facets,
    promise: fill(promise, { days: site.promise.days, who: site.promise.who }),
    /** How to ask for a page that is missing, with `{query}` still open (see request.ts). */
    missing: contact(site, { subject: requestSubject, text: request }),
    /** How to send the searches without results, with `{query}` still open. */
    sendMissed: contact(site, { subject: words.search.missedSubject, text: words.search.missedMessage }),
    people: Object.fromEntries(
      taxonomy.people.map(({ id, name, knows, ask }) => [
        id,
        { says: fill(words.page.askAbout, { name, knows }), ask },
      ]),
    ),
  };
}
export type PageWords = ReturnType<typeof pageWords>;

function typeNames(words: Library['words'], form: 'one' | 'many'): Names {
  return Object.fromEntries(pageTypeNames.map((type) => [type, words.types[type][form]]));
}

function namesOf(entries: { id: string; name: string }[]): Names {
  return Object.fromEntries(entries.map(({ id, name }) => [id, name]));
}

function pick<T, Key extends keyof T>(from: T, keys: readonly Key[]): Pick<T, Key> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, Key>;
}
