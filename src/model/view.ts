/** All that a page shows, finished: the pages in `src/pages` and their components only read it. */
import type { ContentPage } from '../content/page.ts';
import type { ComponentBlock, Block } from '../content/blocks.ts';
import { fingerprint } from '../content/hash.ts';
import type { PageType } from '../schema/index.ts';
import type { Term } from '../schema/reference.ts';
import type { Person } from '../schema/taxonomy.ts';
import { editAddress, fullAddress, href, shortAddress } from './address.ts';
import { contact, type Contact, type Message } from './contact.ts';
import { freshness, type Freshness } from './freshness.ts';
import { isOfType, linkTo, type Library, type PageLink, type ServedAbility } from './library.ts';
import { pathPlacesOf, type PathPlace } from './path-place.ts';
import { abilitiesBehind, nextOf, reasonsOf, type Reasons } from './what-next.ts';
import { fill } from './words.ts';

/** A stage of a pathway that a page serves, with the ability in words. */
export interface Place {
  pathway: PageLink;
  stage: string;
  ability: string;
  can: string;
}

export interface PageView<T extends PageType = PageType> {
  page: ContentPage<T>;
  address: string;
  short: string;
  edit?: string;
  owner: Person;
  /** How to reach the owner about the whole page, and about each step. */
  report: Contact;
  /** How to ask the owner something that is no report. */
  ask: Contact;
  reportStep: Contact[];
  freshness: Freshness;
  reviewer?: string;
  next: PageLink[];
  reasons: Reasons;
  links: Record<string, PageLink>;
  places: Place[];
  /** For a page that serves no ability itself: those that come next. */
  placesBehind: Place[];
  /** The same by pathway, with the way onwards. */
  paths: PathPlace[];
  terms: Record<string, Term>;
  /** Decision tools that are answered on the page itself, with the pages that their outcomes lead to. */
  tools: Record<string, EmbeddedTool>;
}

export interface EmbeddedTool {
  page: ContentPage<'decision-tools'>;
  links: Record<string, PageLink>;
}

/** @param today `YYYY-MM-DD`, for the state of the review */
export function viewOf<T extends PageType>(
  library: Library,
  page: ContentPage<T>,
  today: string,
): PageView<T> {
  const { site, taxonomy } = library;
  const state = freshness(page, today);
  const owner = taxonomy.people.find((person) => person.id === page.data.owner)!;
  const edit = editAddress(site, page.file);
  return {
    page,
    address: fullAddress(site, page.id),
    short: shortAddress(site, page),
    ...(edit && { edit }),
    owner,
    report: contact(site, reportMessage(library, page)),
    ask: owner.ask ? { kind: 'link', href: owner.ask } : contact(site, questionMessage(library, page)),
    reportStep: page.steps.map((step) => contact(site, reportMessage(library, page, step.number))),
    freshness: state,
    ...('by' in state && {
      reviewer: taxonomy.people.find((person) => person.id === state.by)?.name ?? state.by,
    }),
    next: nextOf(library, page),
    reasons: reasonsOf(library, page),
    links: linksOf(library, page),
    places: (library.serves.get(page.id) ?? []).map((served) => placeOf(library, served)),
    placesBehind: abilitiesBehind(library, page).map((served) => placeOf(library, served)),
    paths: pathPlacesOf(library, page.id),
    terms: Object.fromEntries([...termsIn(page.blocks)].map((id) => [id, library.terms.get(id)!])),
    tools: Object.fromEntries(embeddedIn(page.blocks).flatMap((id) => embeddedTool(library, id))),
  };
}

/** A retired tool can't be answered any more: its card says so. */
function embeddedTool(library: Library, id: string): [string, EmbeddedTool][] {
  const page = library.byId.get(id);
  return page && isOfType(page, 'decision-tools') ? [[id, { page, links: linksOf(library, page) }]] : [];
}

function embeddedIn(blocks: Block[]): string[] {
  return blocks.flatMap((block) => {
    if (typeof block === 'string') return [];
    return block.name === 'Tool' && block.props.here !== undefined
      ? [block.props.id!]
      : embeddedIn(block.blocks);
  });
}

function linksOf(library: Library, page: ContentPage): Record<string, PageLink> {
  const ids = page.refs.filter((ref) => ref.kind === 'page').map((ref) => ref.to);
  return Object.fromEntries(ids.map((id) => [id, linkTo(library, id)]));
}

function placeOf(library: Library, { pathway, stage, ability }: ServedAbility): Place {
  return { pathway: linkTo(library, pathway), stage, ability, can: abilityOf(library, pathway, ability) };
}

function abilityOf(library: Library, pathway: string, ability: string): string {
  const page = library.byId.get(pathway);
  if (!page || !isOfType(page, 'pathways')) return '';
  return page.data.path.flatMap((stage) => stage.abilities).find(({ id }) => id === ability)?.can ?? '';
}

/** A report with page, step, version and stage filled in. The stage is the reader's; the page's script puts it in. */
export function reportMessage({ site, words }: Library, page: ContentPage, step?: number): Message {
  const { report } = words;
  const title = page.data.title;
  return {
    subject: step ? fill(report.stepSubject, { step, title }) : fill(report.subject, { title }),
    text: fill(report.body, {
      page: page.id,
      step: step ?? report.wholePage,
      version: page.version.slice(0, 8),
      stage: report.noStage,
      address: fullAddress(site, page.id) + (step ? `#step-${step}` : ''),
    }),
  };
}

function questionMessage({ site, words }: Library, page: ContentPage): Message {
  const { report } = words;
  return {
    subject: fill(report.questionSubject, { title: page.data.title }),
    text: fill(report.question, {
      page: page.id,
      stage: report.noStage,
      address: fullAddress(site, page.id),
    }),
  };
}

function* termsIn(blocks: Block[]): Generator<string> {
  for (const block of blocks) {
    if (typeof block === 'string') continue;
    if (block.name === 'Term') yield block.props.id!;
    yield* termsIn(block.blocks);
  }
}

/** Templates of a page, in order: what they are called and what stands in them. */
export function templatesOf(blocks: Block[]): ComponentBlock[] {
  return blocks.flatMap((block) => {
    if (typeof block === 'string') return [];
    return block.name === 'Template' ? [block] : templatesOf(block.blocks);
  });
}

/**
 * Key under which a rendered page may be kept: equal only when everything that the page shows is equal, its neighbours'
 * titles and the settings included.
 */
export function viewKey(view: PageView, library: Library): string {
  return fingerprint(JSON.stringify(view) + settingsKey(library));
}

/** The same for a list: what it says of itself, and the links of the pages on it. */
export function listKey(library: Library, list: object, ids: string[]): string {
  const links = ids.map((id) => linkTo(library, id));
  return fingerprint(JSON.stringify([list, links]) + settingsKey(library));
}

const keys = new WeakMap<Library, string>();
function settingsKey(library: Library): string {
  const known = keys.get(library);
  if (known) return known;
  const { site, words, taxonomy } = library;
  const key = fingerprint(JSON.stringify([site, words, taxonomy]));
  keys.set(library, key);
  return key;
}

/** Link to the list of a type, role, stage, topic or moment. */
export function listHref(
  library: Library,
  list: 'roles' | 'stages' | 'topics' | 'moments',
  id: string,
): string {
  return href(library.site, `${list}/${id}`);
}
