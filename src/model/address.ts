/** Where things stand: on the site, on the web, in the repository. */
import type { Site } from '../schema/site.ts';

/** Address of a page or a folder of the site: `job-aids/x` → `/kb/job-aids/x/`; `` → `/kb/`. */
export function href(site: Site, id: string): string {
  return id === '' ? site.base : `${site.base}${id}/`;
}

/** The same with the site's own host, for paper, feeds and other tools. */
export function fullAddress(site: Site, id: string): string {
  return new URL(href(site, id), site.address).href;
}

/** The shortest address of a page that never dies: its first alias below `/go/`, else its own. */
export function shortAddress(site: Site, page: { id: string; data: { aliases: string[] } }): string {
  const [alias] = page.data.aliases;
  return fullAddress(site, alias ? `go/${alias}` : page.id);
}

/** The host's editor with a page's file open, where a repository is named. */
export function editAddress(site: Site, file: string): string | undefined {
  if (!site.repository) return undefined;
  const { host, address, branch } = site.repository;
  const repository = address.replace(/\/$/, '');
  const edit = { github: 'edit', gitlab: '-/edit', forgejo: '_edit' }[host];
  return `${repository}/${edit}/${branch}/${file}`;
}
