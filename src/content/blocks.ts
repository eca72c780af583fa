/**
 * Markdown tree → blocks: runs of finished HTML, and components with literal props between them. Pages store and render
 * blocks; nothing that an author writes ever becomes a JavaScript module.
 */
import GithubSlugger from 'github-slugger';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { common, createLowlight } from 'lowlight';
import { visit, SKIP } from 'unist-util-visit';
import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast';
import type { ListItem, Nodes, Root } from 'mdast';
import { shortHash } from './hash.ts';
import { isMdxElement, literalProp, type MdxElement } from './markdown.ts';

/** HTML that is not necessarily balanced by itself, or a component with what it holds. */
export type Block = string | ComponentBlock;
export interface ComponentBlock {
  name: string;
  props: Record<string, string>;
  blocks: Block[];
}

export interface Heading {
  depth: number;
  text: string;
  id: string;
}

/** A step of a job aid. */
export interface Step {
  /** One-based, running over the whole page. */
  number: number;
  /** The action, without marks. */
  text: string;
  /** Four characters: two for the action, two for the rest of the step (see model/steps.ts). */
  hash: string;
  critical: boolean;
}

/** A task item of a checklist. */
export interface Check {
  text: string;
  hash: string;
}

export interface Body {
  blocks: Block[];
  headings: Heading[];
  steps: Step[];
  checks: Check[];
  /** Whether some of it is for some stages only. */
  hasStages: boolean;
}

export interface BlockOptions {
  /** Path in front of every address on the site, `/` or `/kb/`. */
  base: string;
  /** Whether top-level ordered lists are steps. */
  steps: boolean;
  /** Names of the footnotes section and of the link back, in the site's language. */
  footnotes: { title: string; back: string };
}

const lowlight = createLowlight(common);
/** Marks the place of a component in a run of HTML. The gate refuses these characters in text. */
const [open, close] = ['\uE000', '\uE001'];

type MdxHast = HastNodes | MdxElement;

export function makeBlocks(tree: Root, options: BlockOptions): Body {
  const steps = options.steps ? markSteps(tree) : [];
  const checks = markChecks(tree);
  const hast = toHast(tree, {
    passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
    clobberPrefix: 'foot-',
    footnoteLabel: options.footnotes.title,
    footnoteBackLabel: (index) => `${options.footnotes.back} ${index + 1}`,
    footnoteLabelProperties: {},
  }) as HastRoot;
  const headings = finishElements(hast, options);
  const counts = new Map<string, number>();
  const blocks = cut(hast.children as MdxHast[], counts);
  return { blocks, headings, steps, checks, hasStages: counts.has('Stage') };
}

/** Numbers the top-level items of top-level ordered lists and gives each its hash. */
function markSteps(tree: Root): Step[] {
  const steps: Step[] = [];
  for (const list of tree.children) {
    if (list.type !== 'list' || !list.ordered) continue;
    for (const item of list.children) {
      const step = describeStep(item, steps.length + 1);
      steps.push(step);
      item.data = {
        hProperties: {
          id: `step-${step.number}`,
          className: step.critical ? ['step', 'critical'] : ['step'],
          dataTick: step.hash,
        },
      };
    }
  }
  return steps;
}

function describeStep(item: ListItem, number: number): Step {
  const [first, ...rest] = item.children;
  const action = first?.type === 'paragraph' ? first.children.find((child) => child.type === 'strong') : undefined;
  const text = oneLine(action ?? first ?? item);
  const remainder = first ? oneLine(first).replace(text, '') + rest.map((node) => canonical(node)).join('') : '';
  let critical = false;
  visit(item, (node) => {
    if (isMdxElement(node) && node.name === 'Critical') critical = true;
  });
  return { number, text, critical, hash: shortHash(text, 2) + shortHash(remainder, 2) };
}

/** Task items outside templates become labelled boxes; those in a template stay signs to be copied. */
function markChecks(tree: Root): Check[] {
  const checks: Check[] = [];
  visit(tree, (node) => {
    if (isMdxElement(node) && node.name === 'Template') return SKIP;
    if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return undefined;
    const text = oneLine(node);
    const hash = shortHash(text, 4);
    checks.push({ text, hash });
    node.data = { hProperties: { className: ['check'], dataTick: hash } };
    return undefined;
  });
  return checks;
}

/** Ids for headings, addresses with the base path, labels for task items, scopes for tables, classes for code. */
function finishElements(hast: HastRoot, options: BlockOptions): Heading[] {
  const slugger = new GithubSlugger();
  const headings: Heading[] = [];
  let tables = 0;
  let tablesSince = -1;
  visit(hast, 'element', (element, index, parent) => {
    const { tagName, properties } = element;
    if (/^h[2-6]$/.test(tagName)) {
      const text = plainText(element);
      if (!properties.id) properties.id = slugger.slug(text);
      headings.push({ depth: Number(tagName[1]), text, id: String(properties.id) });
    } else if (tagName === 'a') {
      finishLink(element, options.base);
    } else if (tagName === 'li') {
      if (properties.className && [properties.className].flat().includes('check')) labelCheck(element);
      else if (properties.className && [properties.className].flat().includes('step')) wrapStep(element);
      else signCheck(element);
    } else if (tagName === 'th') {
      properties.scope = 'col';
    } else if (tagName === 'table' && parent && index !== undefined) {
      tables = headings.length > tablesSince ? 1 : tables + 1;
      tablesSince = headings.length;
      parent.children[index] = scrollable(element, headings.at(-1)?.text, tables);
    } else if (tagName === 'code' && parent?.type === 'element' && parent.tagName === 'pre') {
      parent.properties.tabIndex = 0;
      highlight(element);
    } else if (tagName === 'img' && parent && index !== undefined) {
      const { src, alt } = properties;
      parent.children[index] = component('Picture', { src: String(src), alt: String(alt ?? '') }, []) as unknown as Element;
    }
  });
  return headings;
}

/**
 * A wide table scrolls by itself, reachable by keyboard, so that the page never does. The box is named after the heading
 * above; a second table below the same heading gets its number.
 */
function scrollable(table: Element, heading: string | undefined, count: number): Element {
  const named = heading && { role: 'region', ariaLabel: count > 1 ? `${heading} (${count})` : heading };
  return { type: 'element', tagName: 'div', properties: { className: ['table'], tabIndex: 0, ...named }, children: [table] };
}

function finishLink(element: Element, base: string): void {
  const href = String(element.properties.href ?? '');
  if (/^https:/.test(href)) element.properties.rel = ['external', 'noopener'];
  else if (!/^(#|[a-z]+:)/.test(href)) {
    const [id, anchor] = href.split('#');
    element.properties.href = `${base}${id}/${anchor ? `#${anchor}` : ''}`;
  }
}

/** The item's first paragraph becomes the label of its box; what follows stays beside it. */
function labelCheck(item: Element): void {
  const paragraph = item.children.find((child): child is Element => child.type === 'element' && child.tagName === 'p');
  const holder = paragraph ?? item;
  const content = holder.children.filter((child) => !isElement(child, 'input'));
  const [space] = content;
  if (space?.type === 'text') space.value = space.value.trimStart();
  const isNested = (child: ElementContent) => isElement(child, 'ul') || isElement(child, 'ol');
  const label: Element = {
    type: 'element',
    tagName: 'label',
    properties: {},
    children: [
      { type: 'element', tagName: 'input', properties: { type: 'checkbox' }, children: [] },
      { type: 'element', tagName: 'span', properties: {}, children: content.filter((child) => !isNested(child)) },
    ],
  };
  if (paragraph) item.children[item.children.indexOf(paragraph)] = label;
  else item.children = [label, ...content.filter(isNested)];
}

/** A box in a template is a sign to be copied with the text, not a control. */
function signCheck(item: Element): void {
  visit(item, 'element', (child, index, parent) => {
    if (child.tagName !== 'input' || !parent || index === undefined) return;
    parent.children[index] = { type: 'text', value: child.properties.checked ? '☑' : '☐' };
  });
}

/** Number and tick in front, "Stuck here?" with the step's traps behind. The page's components draw them. */
function wrapStep(item: Element): void {
  const isTrap = (child: unknown) =>
    isMdxElement(child as { type: string }) && (child as MdxElement).name === 'Note' && literalProp(child as MdxElement, 'kind') === 'trap';
  const number = String(item.properties.id).replace('step-', '');
  const hash = String(item.properties.dataTick);
  const traps = item.children.filter(isTrap);
  const body = item.children.filter((child) => !isTrap(child));
  item.children = [
    component('StepTick', { number }, []),
    { type: 'element', tagName: 'div', properties: { className: ['step-body'] }, children: [...body, component('StuckHere', { number, hash }, traps as never[])] },
  ] as unknown as ElementContent[];
}

function component(name: string, props: Record<string, string>, children: MdxElement['children']): MdxElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(props).map(([prop, value]) => ({ type: 'mdxJsxAttribute', name: prop, value })),
    children,
  } as MdxElement;
}

function highlight(code: Element): void {
  const language = /language-(\S+)/.exec([code.properties.className].flat().join(' '))?.[1];
  if (!language || !lowlight.registered(language)) return;
  code.children = lowlight.highlight(language, plainText(code)).children as ElementContent[];
}

function cut(nodes: MdxHast[], counts: Map<string, number>): Block[] {
  const components: ComponentBlock[] = [];
  const holder = { type: 'root', children: nodes } as HastRoot;
  visit(holder as unknown as Root, (node, index, parent) => {
    if (!isMdxElement(node) || !parent || index === undefined) return;
    components.push(makeComponent(node, counts));
    parent.children[index] = { type: 'raw', value: `${open}${components.length - 1}${close}` } as never;
    return SKIP;
  });
  const html = toHtml(holder, { allowDangerousHtml: true });
  return html
    .split(/\uE000(\d+)\uE001/)
    .map((part, index): Block => (index % 2 === 0 ? part : components[Number(part)]!))
    .filter((block) => typeof block !== 'string' || block.trim() !== '');
}

function makeComponent(element: MdxElement, counts: Map<string, number>): ComponentBlock {
  const name = element.name!;
  const props: Record<string, string> = {};
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || (attribute.value && typeof attribute.value === 'object')) {
      throw new Error(`<${name}> has a computed prop; the gate should have refused the page`);
    }
    props[attribute.name] = attribute.value ?? '';
  }
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  // Terms and templates need an id of their own on the page.
  if (name === 'Term' || name === 'Template') props.n = String(count);
  return { name, props, blocks: cut(element.children as unknown as MdxHast[], counts) };
}

function isElement(node: { type: string }, tagName: string): boolean {
  return node.type === 'element' && (node as Element).tagName === tagName;
}

/** The words of a node, without marks. */
export function plainText(node: Nodes | HastNodes | MdxElement): string {
  if (node.type === 'break' || (node.type === 'element' && node.tagName === 'br')) return ' ';
  if ('value' in node && typeof node.value === 'string' && node.type !== 'comment') return node.value;
  return 'children' in node ? (node.children as Nodes[]).map((child) => plainText(child)).join('') : '';
}

/** The words of a node, however its source is wrapped. */
function oneLine(node: Nodes): string {
  return plainText(node).replace(/\s+/g, ' ').trim();
}

/** A node as text without its positions: equal for equal content, however the source is wrapped. */
export function canonical(node: Nodes): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key === 'position' || key === 'data') return undefined;
    return key === 'value' && typeof value === 'string' ? value.replace(/\s+/g, ' ') : value;
  });
}

/** The plain text of blocks, one line a block of HTML: for the search index and for downloads. */
export function blocksToText(blocks: Block[]): string {
  return blocks.map((block) => (typeof block === 'string' ? htmlToText(block) : blocksToText(block.blocks))).join('');
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x3C;': '<', '&#x26;': '&', '&#x22;': '"', '&amp;': '&', '&#x27;': "'" };

function htmlToText(html: string): string {
  return html
    .replace(/>\n+</g, '><')
    .replace(/<\/p><\/li>/g, '</li>')
    .replace(/<\/(p|ul|ol|h\d|table|pre|blockquote)>/g, '\n\n')
    .replace(/<(br|\/li|\/tr)\b[^>]*>/g, '\n')
    .replace(/<\/t[hd]>/g, '\t')
    .replace(/<li\b[^>]*>/g, '- ')
    .replace(/<[^>]*>/g, '')
    .replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}
