/** What stands at the address of a withdrawn page: a stop page for whoever still has the link, the code or the paper. */
import { isPageType, type PageType } from '../schema/index.ts';
import type { RetiredPage } from '../schema/retired.ts';
import { fullAddress } from './address.ts';
import { contact, type Contact } from './contact.ts';
import { linkTo, type Library, type PageLink } from './library.ts';
import { fill } from './words.ts';

export interface StopView {
  title: string;
  /** What it was, as far as the site still has pages of that type. */
  type?: PageType;
  why: string;
  /** `YYYY-MM-DD` */
  on: string;
  instead: PageLink[];
  ask: Contact;
}

/** Retired pages that lead to no other page. */
export function withdrawnPages(library: Library): RetiredPage[] {
  return library.retired.filter(({ to }) => to === undefined);
}

export function stopOf(library: Library, { id, title, why, on, instead }: RetiredPage): StopView {
  const { site, words } = library;
  const [type = ''] = id.split('/');
  return {
    title,
    ...(isPageType(type) && { type }),
    why,
    on,
    instead: instead.map((one) => linkTo(library, one)),
    ask: contact(site, {
      subject: fill(words.report.subject, { title }),
      text: fill(words.retired.message, { page: id, on, address: fullAddress(site, id) }),
    }),
  };
}
