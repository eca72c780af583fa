/** The way to a person from a search that found nothing. Apart from words.ts, which the browser does without. */
import type { Contact } from '../model/contact.ts';

/** Puts the query in its place in a way to a person, whether it is text or an address. */
export function withQuery(way: Contact, query: string): Contact {
  if (way.kind === 'link')
    return { ...way, href: way.href.replaceAll(encodeURIComponent('{query}'), encodeURIComponent(query)) };
  return { ...way, text: way.text.replaceAll('{query}', () => query) };
}
