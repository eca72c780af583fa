/** Which pages something leads to, so that they are met where they are needed and not only searched for. */
import type { ContentPage } from '../content/page.ts';
import type { Site } from '../schema/site.ts';

/**
 * Ids of the pages that another page, a pathway, the home page or a place in another tool leads to. A page of terms is led to by
 * whoever uses one: the explained word ends with a link to it.
 * @param terms term → id of the page that explains it
 */
export function reachedPages(pages: ContentPage[], terms: Record<string, string>, site: Site): Set<string> {
  const reached = new Set(site.home.tasks.flatMap((task) => task.pages));
  for (const { id, refs, data } of pages) {
    if (data.contexts.length > 0) reached.add(id);
    for (const { kind, to } of refs) {
      const isLink = kind === 'page' || kind === 'anchor';
      const target = kind === 'term' ? terms[to] : isLink ? to.split('#')[0] : undefined;
      if (target && target !== id) reached.add(target);
    }
  }
  return reached;
}
