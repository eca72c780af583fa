/**
 * The built pages as they stand, at `/` and under a base path: nothing leads nowhere, every page is whole, and nothing is
 * on a page that its policy would have to forbid.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { headerPolicy, headScript, policy } from '../../src/layouts/head-script.ts';
import { addressesOf, brokenInAssets, isElsewhere, problemOf } from './addresses.ts';
import {
  attribute,
  idsOf,
  isRedirect,
  nameOf,
  readBuiltSite,
  tagOf,
  textOf,
  type BuiltPage,
  type BuiltSite,
  type Element,
} from './built-site.ts';
import { build, scratchSite, type ScratchSite } from './scratch-site.ts';

const project = path.resolve(import.meta.dirname, '../..');

describe('the site at its own address', () => {
  promises(async () => ({ root: project }));
});

describe('the site under the base path /kb/', () => {
  let scratch: ScratchSite;
  promises(async () => {
    scratch = await scratchSite();
    await scratch.edit('content/site.yaml', /^base: .*$/m, 'base: /kb/');
    await build(scratch.root);
    return scratch;
  });
  after(() => scratch.remove());
});

/** Everything that has to hold on every page of a site. */
function promises(open: () => Promise<{ root: string }>): void {
  let site: BuiltSite;
  /** Pages of the site itself; redirects show nothing of it. */
  let whole: BuiltPage[];

  before(async () => {
    const { root } = await open();
    site = await readBuiltSite(root);
    whole = site.pages.filter((page) => !isRedirect(page));
  });

  test('it has pages of every kind, so that the rest means something', () => {
    for (const kind of kinds) {
      assert.ok(
        whole.some(({ file }) => kind.test(file)),
        `no page of the kind ${kind}`,
      );
    }
  });

  test('every address on it leads to a page, a file or an anchor that is there', async () => {
    const broken = site.pages.flatMap((page) =>
      addressesOf(page).flatMap(({ address, at }) => {
        const problem = problemOf(address, page, site);
        return problem ? [`${page.address}: ${at} ${problem}`] : [];
      }),
    );
    none([...broken, ...(await brokenInAssets(site))]);
  });

  test('its own address, written out in a text, a mail or the sitemap, leads to a page that is there', async () => {
    const host = site.address.replace(/^https:\/\/|\/$/g, '');
    const mention = new RegExp(`${RegExp.escape(host)}(/[^\\s"'<>),;]*)`, 'g');
    const sitemap = await readFile(path.join(site.folder, 'sitemap.xml'), 'utf8');
    const texts = [
      ...site.pages.flatMap((page) => wordsOn(page).map((text) => [page.address, text] as const)),
      ['sitemap.xml', sitemap] as const,
    ];
    const mentions = texts.flatMap(([where, text]) =>
      [...text.matchAll(mention)].map(([, address]) => ({ where, address: address!.replace(/[.…]+$/, '') })),
    );
    assert.ok(mentions.length > site.pages.length, 'hardly a page says its own address');
    const broken = mentions.flatMap(({ where, address }) => {
      const problem = problemOf(address, site.pages[0]!, site);
      return problem ? [`${where}: mentions ${address}, which ${problem}`] : [];
    });
    none([...new Set(broken)]);
  });

  test('the sitemap lists each content page once', async () => {
    const sitemap = await readFile(path.join(site.folder, 'sitemap.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc!);
    const isContent = (page: BuiltPage) =>
      page.elements.some((element) => attribute(element, 'data-page') && element.tagName === 'article');
    const content = whole.filter(isContent).map(({ address }) => new URL(address, site.address).href);
    assert.deepEqual(listed.toSorted(), content.toSorted());
  });

  test('no id stands twice on a page, and whatever names an id finds it', () => {
    none(
      site.pages.flatMap((page) =>
        page.scopes.flatMap((elements, index) => {
          // What a template holds will stand beside the page's own elements.
          const ids = index === 0 ? idsOf(elements) : [...idsOf(page.scopes[0]!), ...idsOf(elements)];
          const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
          const dangling = elements.flatMap((element) =>
            namesIn(element)
              .filter((name) => !ids.includes(name))
              .map((name) => `${tagOf(element)} names #${name}, which is not there`),
          );
          return [...twice.map((id) => `the id "${id}" stands twice`), ...dangling].map(
            (problem) => `${page.address}: ${problem}`,
          );
        }),
      ),
    );
  });

  test('every page has one first heading, a language, a title and its own canonical address', () => {
    none(
      site.pages.flatMap((page) => {
        const all = (tag: string) => page.elements.filter(({ tagName }) => tagName === tag);
        const canonical = page.elements.filter((element) => attribute(element, 'rel') === 'canonical');
        const isHidden = page.elements.some((element) => attribute(element, 'content') === 'noindex');
        const own = new URL(page.address, site.address).href;
        const isOwn = isHidden || (canonical.length === 1 && attribute(canonical[0]!, 'href') === own);
        return [
          ...(all('h1').length === 1 ? [] : [`${all('h1').length} first headings`]),
          ...(all('h1').every((heading) => textOf(heading).trim()) ? [] : ['an empty first heading']),
          ...(attribute(all('html')[0]!, 'lang') === site.language
            ? []
            : ['no language, or another than the site’s']),
          ...(documentTitles(page).length === 1 && documentTitles(page)[0]
            ? []
            : ['no title, or more than one']),
          ...(isOwn ? [] : [`the canonical address is ${canonical.map(tagOf).join(' ') || 'missing'}`]),
        ].map((problem) => `${page.address}: ${problem}`);
      }),
    );
  });

  test('no two pages have the same title', () => {
    const byTitle = Map.groupBy(whole, (page) => documentTitles(page)[0]);
    none(
      [...byTitle].flatMap(([title, pages]) =>
        pages.length > 1 ? [`“${title}”: ${pages.map(({ address }) => address).join(' ')}`] : [],
      ),
    );
  });

  test('every page carries the same policy, before anything that it governs', () => {
    none(
      whole.flatMap((page) => {
        const metas = page.elements.filter((element) => isPolicy(element));
        const first = page.elements.find(
          ({ tagName, attrs }) => isLoader(tagName) || attrs.some(({ name }) => name === 'style'),
        );
        const isFirst = !first || page.elements.indexOf(metas[0]!) < page.elements.indexOf(first);
        return [
          ...(metas.length === 1 && attribute(metas[0]!, 'content') === policy
            ? []
            : [`its policy is ${metas.map(tagOf).join(' ') || 'missing'}`]),
          ...(isFirst ? [] : [`${tagOf(first!)} stands before the policy`]),
        ].map((problem) => `${page.address}: ${problem}`);
      }),
    );
  });

  test('the policy and the header name the one inline script by its hash', async () => {
    const hash = `'sha256-${createHash('sha256').update(headScript).digest('base64')}'`;
    const sources = /script-src ([^;]*)/.exec(policy)![1]!.split(' ');
    assert.deepEqual(sources.toSorted(), ["'self'", "'wasm-unsafe-eval'", hash].toSorted());
    assert.ok(policy.startsWith("default-src 'none'; "));
    const headers = await readFile(path.join(site.folder, '_headers'), 'utf8');
    assert.ok(headers.includes(`\n  Content-Security-Policy: ${headerPolicy}\n`));
    assert.ok(headerPolicy.startsWith(policy));
  });

  test('the one inline script is the same on every page, and there is no other code in a page', () => {
    none(
      whole.flatMap((page) => {
        const inline = page.elements.filter((element) => isInlineScript(element));
        const isTheOne = inline.length === 1 && textOf(inline[0]!) === headScript;
        return [
          ...(isTheOne
            ? []
            : [
                `inline scripts: ${inline.map((script) => textOf(script).slice(0, 80)).join(' | ') || 'none'}`,
              ]),
          ...page.elements.flatMap(activeParts),
        ].map((problem) => `${page.address}: ${problem}`);
      }),
    );
  });

  test('a redirect has no script at all and leads on by itself and by a link', () => {
    none(
      site.pages.filter(isRedirect).flatMap((page) => {
        const refresh = page.elements.find((element) => attribute(element, 'http-equiv') === 'refresh')!;
        const target = /^0; url=(.+)$/.exec(attribute(refresh, 'content')!)?.[1];
        const links = page.elements
          .filter(({ tagName }) => tagName === 'a')
          .map((link) => attribute(link, 'href'));
        const metas = page.elements.filter((element) => isPolicy(element));
        return [
          ...(target !== undefined && links.includes(target) ? [] : ['no link to where it leads']),
          ...(metas.length === 1 && attribute(metas[0]!, 'content') === "default-src 'none'"
            ? []
            : ['another policy than none of all']),
          ...(page.elements.some(({ tagName }) => isLoader(tagName) && tagName !== 'link')
            ? ['it loads something']
            : []),
          ...page.elements.flatMap(activeParts),
        ].map((problem) => `${page.address}: ${problem}`);
      }),
    );
  });

  test('nothing is loaded from another host, and no form is sent to one', () => {
    none(
      site.pages.flatMap((page) =>
        addressesOf(page)
          .filter(({ loads, address }) => loads && isElsewhere(address, page, site))
          .map(({ at }) => `${page.address}: ${at} is loaded from another host`),
      ),
    );
  });
}

/** One of each kind of page has to be there. */
const kinds = [
  /^index\.html$/,
  /^404\.html$/,
  /^search\/index\.html$/,
  /^a-z\/index\.html$/,
  /^(about|privacy|contributing|how-to-search|health)\/index\.html$/,
  /^(roles|stages|topics|moments)\/[^/]+\/index\.html$/,
  ...['job-aids', 'references', 'decision-tools', 'pathways', 'technologies', 'experiments'].flatMap(
    (type) => [new RegExp(`^${type}/index\\.html$`), new RegExp(`^${type}/[^/]+/index\\.html$`)],
  ),
];

function none(problems: string[]): void {
  assert.ok(problems.length === 0, `\n${problems.join('\n')}\n${problems.length} in all`);
}

/** Attributes that hold ids, several or one. */
const idLists = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-flowto', 'aria-details', 'aria-errormessage', 'headers']; // prettier-ignore
const singleIds = [
  'popovertarget',
  'commandfor',
  'aria-activedescendant',
  'form',
  'list',
  'usemap',
  'anchor',
  'interestfor',
];

/** Every place where an element names another by its id. */
function namesIn(element: Element): string[] {
  const isFor = element.tagName === 'label' || element.tagName === 'output';
  const words = (name: string) => attribute(element, name)?.split(/\s+/).filter(Boolean) ?? [];
  return [
    ...idLists.flatMap(words),
    ...singleIds.flatMap((name) => attribute(element, name)?.replace(/^#/, '') ?? []),
    ...(isFor ? words('for') : []),
    ...element.attrs.flatMap(({ value }) => [...value.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id!)),
  ];
}

/** `<title>` of the document; an SVG may have one as well. */
function documentTitles(page: BuiltPage): string[] {
  return page.elements
    .filter(({ tagName, namespaceURI }) => tagName === 'title' && namespaceURI.endsWith('xhtml'))
    .map((title) => textOf(title).trim());
}

function isPolicy(element: Element): boolean {
  return attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy';
}

function isLoader(tagName: string): boolean {
  return ['script', 'style', 'link', 'img', 'iframe', 'object', 'embed', 'video', 'audio', 'source'].includes(
    tagName,
  );
}

function isInlineScript(element: Element): boolean {
  return (
    element.tagName === 'script' &&
    attribute(element, 'src') === undefined &&
    attribute(element, 'type') !== 'application/json'
  );
}

/** Elements that bring code, style or another page along. */
const forbidden = [
  'style',
  'iframe',
  'frame',
  'object',
  'embed',
  'base',
  'applet',
  'portal',
  'math',
  'foreignobject',
  'animate',
  'set',
];

/** What of an element acts or styles by itself. The one inline script is looked at apart. */
function activeParts(element: Element): string[] {
  const attrs = element.attrs.filter(
    (attr) =>
      /^(on|style$|srcdoc$)/i.test(attr.name) ||
      /^\s*(javascript|data|vbscript):/i.test(attr.value.replace(/[\u0000-\u0020]/g, '')),
  );
  return [
    ...(forbidden.includes(element.tagName.toLowerCase()) ? [tagOf(element)] : []),
    ...attrs.map((attr) => `${nameOf(attr)}="${attr.value.slice(0, 60)}" on <${element.tagName}>`),
  ];
}

/** The texts of a page and the values of its attributes, those of addresses decoded. */
function wordsOn(page: BuiltPage): string[] {
  return page.elements.flatMap(({ attrs, childNodes }) => [
    ...attrs.map(({ value }) => decoded(value)),
    ...childNodes.flatMap((node) => ('value' in node ? [node.value] : [])),
  ]);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
