/** A built site as a browser would find it: files by their address, and every page as a tree. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readSettings } from '../../src/content/read.ts';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Element = Tree.Element;
export type Node = Tree.ChildNode;

export interface BuiltSite {
  /** The folder that holds it. */
  folder: string;
  /** Where it will stand, such as `https://sidekick.example.org`. */
  address: string;
  /** Path in front of every address, `/` or `/kb/`. */
  base: string;
  language: string;
  /** Every file, from the folder, with forward slashes. */
  files: Set<string>;
  /** Sorted by file. */
  pages: BuiltPage[];
}

export interface BuiltPage {
  /** From the site's folder. */
  file: string;
  /** Path on the site, such as `/kb/job-aids/x/`. */
  address: string;
  html: string;
  /** Every element of the page, what templates hold included, in their order. */
  elements: Element[];
  /** The elements by where an id counts: first the page's own, then those of each `<template>`, which are no part of it yet. */
  scopes: Element[][];
  /** The page's own ids, which an anchor finds. */
  ids: Set<string>;
}

/** Reads what was built of a project. @param root its folder; @throws when its settings have findings */
export async function readBuiltSite(root: string): Promise<BuiltSite> {
  const { settings } = await readSettings(root);
  if (!settings) throw new Error(`The settings of ${root} have findings: run the check.`);
  const { address, base, language } = settings.site;
  const folder = path.join(root, 'dist');
  const files = await filesBelow(folder);
  const names = [...files].filter((file) => file.endsWith('.html')).sort();
  const pages = await Promise.all(names.map((file) => readPage(folder, base, file)));
  return { folder, address, base, language, files, pages };
}

async function readPage(folder: string, base: string, file: string): Promise<BuiltPage> {
  const html = await readFile(path.join(folder, file), 'utf8');
  const address = base + file.replace(/(^|\/)index\.html$/, '$1');
  const own = [...elementsIn(parse(html).childNodes)];
  const scopes = [own, ...own.filter(isTemplate).map(({ content }) => [...elementsIn(content.childNodes)])];
  return { file, address, html, elements: scopes.flat(), scopes, ids: new Set(idsOf(own)) };
}

/** Every id, in order and as often as it stands there. */
export function idsOf(elements: Element[]): string[] {
  return elements.flatMap((element) => attribute(element, 'id') ?? []);
}

/** Every file below a folder, with forward slashes. */
export async function filesBelow(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(
    files.map(({ parentPath, name }) => slashed(path.relative(folder, path.join(parentPath, name)))),
  );
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}

/** Elements in their order, without what templates hold. */
export function* elementsIn(nodes: Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    yield node;
    yield* elementsIn(node.childNodes);
  }
}

function isTemplate(element: Element): element is Tree.Template {
  return element.tagName === 'template';
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** The value of an attribute; `''` for a bare one, nothing where there is none. Foreign ones too, such as `xlink:href`. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => nameOf(attr) === name)?.value;
}

/** The name as it is written: parse5 keeps the prefix of `xlink:href` apart. */
export function nameOf({ prefix, name }: Element['attrs'][number]): string {
  return prefix ? `${prefix}:${name}` : name;
}

export function textOf(node: Node | Element): string {
  if (isElement(node)) return node.childNodes.map(textOf).join('');
  return 'value' in node ? node.value : '';
}

/** How a message names an element: its start tag as the parser understood it. */
export function tagOf(element: Element): string {
  const attrs = element.attrs.map((attr) => ` ${nameOf(attr)}="${attr.value}"`).join('');
  const tag = `<${element.tagName}${attrs}>`;
  return tag.length > 160 ? `${tag.slice(0, 160)}…` : tag;
}

/** Redirects of `/go/` are pages of their own kind: they show nothing of the site. */
export function isRedirect(page: BuiltPage): boolean {
  return page.elements.some((element) => attribute(element, 'http-equiv') === 'refresh');
}
