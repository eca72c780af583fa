/** Every address that stands in a built site, and whether it leads somewhere. Other hosts are never asked. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { attribute, tagOf, type BuiltPage, type BuiltSite, type Element } from './built-site.ts';

export interface Address {
  address: string;
  /** The tag it stands in. */
  at: string;
  /** Whether a browser fetches it, or sends a form to it, without showing that it leaves the site. */
  loads: boolean;
}

const attributes = ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'poster', 'cite', 'background', 'ping', 'manifest', 'longdesc']; // prettier-ignore

export function addressesOf(page: BuiltPage): Address[] {
  return page.elements.flatMap((element) => {
    const at = tagOf(element);
    const plain = attributes.flatMap((name) => attribute(element, name) ?? []);
    const pictures = ['srcset', 'imagesrcset'].flatMap((name) => candidates(attribute(element, name)));
    return [
      ...plain.map((address) => ({ address, at, loads: !isLink(element) })),
      ...pictures.map((address) => ({ address, at, loads: true })),
      ...refreshTarget(element).map((address) => ({ address, at, loads: false })),
    ];
  });
}

/** Whether it only says where to go; a `<link>` may also load. */
function isLink(element: Element): boolean {
  const relation = attribute(element, 'rel') ?? '';
  return element.tagName === 'link'
    ? /^(canonical|alternate|license|prev|next)$/.test(relation)
    : ['a', 'area'].includes(element.tagName);
}

/** `a.png 1x, b.png 2x` → both addresses. */
function candidates(srcset = ''): string[] {
  return srcset.split(/,\s+/).flatMap((candidate) => candidate.trim().split(/\s+/)[0] || []);
}

function refreshTarget(element: Element): string[] {
  if (attribute(element, 'http-equiv') !== 'refresh') return [];
  return [/url=(.*)$/i.exec(attribute(element, 'content') ?? '')?.[1] ?? ''];
}

/** What is wrong with an address on a page, if anything. */
export function problemOf(address: string, page: BuiltPage, site: BuiltSite): string | undefined {
  if (/^(mailto:[^@\s]+@[^@\s]+|tel:\+?[\d-]+)/.test(address)) return undefined;
  const url = resolved(address, page, site);
  if (!url) return 'is no address';
  if (url.protocol !== 'https:') return `has the scheme ${url.protocol}`;
  if (isElsewhere(address, page, site)) return undefined;
  if (!url.pathname.startsWith(site.base)) return `does not begin with ${site.base}`;
  const file = decodeURIComponent(url.pathname.slice(site.base.length)).replace(/(^|\/)$/, '$1index.html');
  if (!site.files.has(file)) {
    return site.files.has(`${file}/index.html`) ? 'has no / at its end' : 'leads nowhere';
  }
  // `#` alone is the top of the page.
  const anchor = decodeURIComponent(url.hash.slice(1));
  const target = site.pages.find((other) => other.file === file);
  return anchor && !target?.ids.has(anchor) ? `finds no #${anchor} there` : undefined;
}

export function isElsewhere(address: string, page: BuiltPage, site: BuiltSite): boolean {
  const url = resolved(address, page, site);
  return url !== undefined && url.origin !== new URL(site.address).origin;
}

function resolved(address: string, page: BuiltPage, site: BuiltSite): URL | undefined {
  return URL.parse(address, new URL(page.address, site.address)) ?? undefined;
}

/** Addresses in styles and scripts that lead nowhere, each with the file it stands in. */
export async function brokenInAssets(site: BuiltSite): Promise<string[]> {
  const files = [...site.files].filter((file) => /^assets\/.*\.(css|js)$/.test(file));
  const broken = files.map(async (file) => {
    const text = await readFile(path.join(site.folder, file), 'utf8');
    const missing = namedFiles(text, file).filter((name) => !site.files.has(name));
    return missing.map((name) => `${file}: ${name} is not there`);
  });
  return (await Promise.all(broken)).flat();
}

/** Files that a style or a script asks for, from the site's folder. */
function namedFiles(text: string, file: string): string[] {
  const from = new URL(file, 'https://site/');
  const matches = file.endsWith('.css')
    ? text.matchAll(/(?:url\(\s*|@import\s*)["']?(?!data:)([^"')]+)/g)
    : text.matchAll(/\b(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`$]+)["'`]/g);
  const relative = [...matches].map(([, address]) => new URL(address!, from).pathname.slice(1));
  // What Vite fetches beforehand for a dynamic import is listed from the site's folder.
  const listed = [...text.matchAll(/["'`](assets\/[\w.-]+)["'`]/g)].map(([, name]) => name!);
  return [...relative, ...listed];
}
