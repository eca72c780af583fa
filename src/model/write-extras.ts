/**
 * What is written beside the rendered pages, straight from the model: short addresses, where retired pages lead, templates to
 * download, the health of the pages for programs, the headers that a host should send. Not routes: thousands of tiny pages need
 * no rendering.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { blocksToText } from '../content/blocks.ts';
import { headerPolicy } from '../layouts/head-script.ts';
import { fullAddress, href } from './address.ts';
import { healthFile } from './health-file.ts';
import { healthOf } from './health.ts';
import { linkTo, type Library } from './library.ts';
import { pathwayFacts } from './pathway-facts.ts';
import { today } from './today.ts';
import { templatesOf } from './view.ts';

/** Path below the output folder → text of the file. */
type Extras = Map<string, string>;

/** @param outDir the folder of the rendered site */
export async function writeExtras({ library, outDir }: { library: Library; outDir: string }): Promise<void> {
  for (const [file, text] of extrasOf(library)) {
    const target = path.join(outDir, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}

/** Every extra file of a library. */
export function extrasOf(library: Library): Extras {
  const extras: Extras = new Map([['_headers', headers()]]);
  for (const page of library.pages) {
    for (const alias of page.data.aliases)
      extras.set(`go/${alias}/index.html`, redirect(library, page.id, page.data.title));
    for (const [index, template] of templatesOf(page.blocks).entries()) {
      const text = blocksToText(template.blocks).trim();
      extras.set(`${page.id}/template-${index + 1}.txt`, `${template.props.name}\n\n${text}\n`);
    }
  }
  for (const { id, title, to, aliases } of library.retired) {
    const leadsTo = to ? linkTo(library, to) : { id, title };
    const leads = redirect(library, leadsTo.id, leadsTo.title);
    if (to) extras.set(`${id}/index.html`, leads);
    for (const alias of aliases) extras.set(`go/${alias}/index.html`, leads);
  }
  extras.set('api/retired.json', `${JSON.stringify(retiredList(library))}\n`);
  extras.set('api/pathways.json', `${JSON.stringify(pathwayFacts(library))}\n`);
  extras.set('sitemap.xml', sitemap(library));
  extras.set('api/health.json', healthFile(healthOf(library, today())));
  return extras;
}

/** For copies that left the site, offline or on paper: which pages are gone, and whether they lead on or stop. */
function retiredList(library: Library): object[] {
  return library.retired.map(({ id, title, on, why, to }) => ({
    id,
    title,
    on,
    why,
    ...(to ? { to } : { stop: true }),
  }));
}

/** A page that leads on at once, script or not. */
function redirect(library: Library, id: string, title: string): string {
  const to = href(library.site, id);
  const name = escapeHtml(title);
  return `<!doctype html><html lang="${library.site.language}"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><meta http-equiv="refresh" content="0; url=${to}"><meta name="robots" content="noindex"><meta name="viewport" content="width=device-width"><link rel="canonical" href="${fullAddress(library.site, id)}"><title>${name}</title><h1><a href="${to}">${name}</a></h1></html>\n`;
}

function sitemap(library: Library): string {
  const addresses = library.pages.map(
    ({ id }) => `<url><loc>${escapeHtml(fullAddress(library.site, id))}</loc></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join('\n')}\n</urlset>\n`;
}

function headers(): string {
  return [
    '/*',
    `  Content-Security-Policy: ${headerPolicy}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: no-referrer',
    '  Permissions-Policy: camera=(), microphone=(), geolocation=()',
    '',
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
