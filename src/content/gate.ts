/**
 * What may stand in a body, by list. Whatever is not named here is refused with its place: a page can hold no code, no
 * HTML, no unknown component and no address that acts. The loader asks the gate too, so a build without the check is as safe.
 */
import { visit } from 'unist-util-visit';
import type { Nodes, Root } from 'mdast';
import { hiddenByEscape } from './characters.ts';
import { authorComponents } from './components.ts';
import { placeOf, type Problem } from './finding.ts';
import { isPageType, pageTypeNames } from '../schema/index.ts';
import { isMdxElement, noComment, type MdxElement } from './markdown.ts';
import { nearest } from './nearest.ts';

const allowedNodes = new Set<string>([
  'root', 'yaml', 'paragraph', 'heading', 'text', 'emphasis', 'strong', 'delete', 'inlineCode', 'code', 'break',
  'thematicBreak', 'blockquote', 'list', 'listItem', 'link', 'linkReference', 'image', 'imageReference', 'definition',
  'table', 'tableRow', 'tableCell', 'footnoteDefinition', 'footnoteReference', 'mdxJsxFlowElement', 'mdxJsxTextElement',
]); // prettier-ignore

const code: Record<string, string> = {
  mdxjsEsm: 'Delete the line: components need no import here.',
  mdxFlowExpression: 'Write the text itself; \\{ is a brace in text.',
  mdxTextExpression: 'Write the text itself; \\{ is a brace in text.',
};

/** A page with more problems than this needs more than a report. */
const mostTold = 200;

/** Every problem of a body. @param text the whole file, for places in characters */
export function inspectBody(tree: Root, text: string): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (node, rule, found, expected, mend) => {
    if (problems.length === mostTold) return;
    problems.push({ rule, ...placeOf(text, node.position?.start.offset ?? 0), found, expected, ...(mend && { mend }) });
  };

  visit(tree, (node) => {
    if (Object.hasOwn(code, node.type)) reportCode(node, report);
    else if (!allowedNodes.has(node.type)) {
      report(node, 'no-html', `a node of the kind "${node.type}"`, 'GFM and the components of the contributor guide');
    }
    if (isMdxElement(node)) inspectElement(node, report);
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image') {
      const problem = node.type === 'image' ? pictureProblem(node.url) : addressProblem(node.url);
      if (problem) report(node, 'address', `the address "${node.url}"`, problem.expected, problem.mend);
    }
    const hidden = hiddenIn(node, sourceOf(node, text));
    if (hidden) report(node, 'characters', `an escape for ${hidden}`, 'characters that a reader can see', 'Delete the escape (&#…;).');
    if (node.type === 'heading' && node.depth === 1) {
      report(node, 'heading', 'a first-level heading', 'headings from ## on', 'The title comes from the frontmatter; write ## here.');
    }
  });
  return problems;
}

function reportCode(node: Nodes, report: Report): void {
  const value = 'value' in node ? node.value.trim() : '';
  const comment = /^(\/\*|\/\/)/.test(value) && node.type !== 'mdxjsEsm';
  if (comment) report(node, 'no-code', 'a comment in braces', noComment.expected, noComment.mend);
  else report(node, 'no-code', node.type === 'mdxjsEsm' ? 'an import or export' : 'an expression in braces', 'text and components only', code[node.type]);
}

/**
 * What an escape (`&#x202E;`) hid in a node itself: in its text, an address, a title, a prop. Characters that stand in the
 * source as they are were found there.
 */
function hiddenIn(node: Nodes, source: string): string | undefined {
  if (!source.includes('&') || hiddenByEscape(source)) return undefined;
  const fields = ['value', 'url', 'title', 'alt', 'lang', 'meta', 'label'] as const;
  const own = fields.map((field) => (node as Partial<Record<(typeof fields)[number], unknown>>)[field]);
  const props = isMdxElement(node) ? node.attributes.map(({ value }) => value) : [];
  const texts = [...own, ...props].filter((value) => typeof value === 'string');
  return texts.map((value) => hiddenByEscape(value)).find(Boolean);
}

function sourceOf(node: Nodes, text: string): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** Tells a problem at a node, or at one of its props. */
type Report = (node: Pick<Nodes, 'position'>, rule: string, found: string, expected: string, mend?: string) => void;

function inspectElement(element: MdxElement, report: Report): void {
  const name = element.name ?? '';
  const component = Object.hasOwn(authorComponents, name) ? authorComponents[name] : undefined;
  if (!component) return reportUnknown(element, name, report);

  const block = element.type === 'mdxJsxFlowElement';
  if (component.place === 'block' && !block) {
    report(element, 'component', `<${name}> inside a line of text`, `<${name}> on a line of its own`);
  }
  if (component.holds && element.children.length === 0) {
    report(element, 'component', `<${name}> with nothing in it`, `<${name}>text</${name}>`);
  }
  if (!component.holds && element.children.length > 0) {
    report(element, 'component', `<${name}> around text`, `<${name} /> alone`);
  }
  inspectProps(element, name, component.props, report);
}

function reportUnknown(element: MdxElement, name: string, report: Report): void {
  const known = Object.keys(authorComponents);
  if (/^[a-z]/.test(name) && !name.includes('.')) {
    report(element, 'no-html', `the HTML element <${name}>`, `Markdown, or one of ${known.join(', ')}`, 'Say it in Markdown, or write &lt; for a “<” in text.');
  } else {
    const close = nearest(name, known);
    report(element, 'component', name ? `the component <${name}>` : 'a fragment <>', `one of ${known.join(', ')}`, close && `Did you mean <${close}>?`);
  }
}

function inspectProps(element: MdxElement, name: string, rules: (typeof authorComponents)[string]['props'], report: Report): void {
  const known = Object.keys(rules);
  const needed = known.filter((prop) => !rules[prop]!.optional);
  const expectedProps = needed.length > 0 ? `<${name}> with ${needed.join(' and ')}` : `<${name}> without props`;
  const seen = new Set<string>();
  for (const attribute of element.attributes) {
    const place = attribute.position ? attribute : element;
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      report(place, 'no-code', `a computed prop on <${name}>`, expectedProps, 'Write prop="value".');
      // Nobody can tell which props it would bring.
      for (const prop of known) seen.add(prop);
      continue;
    }
    const prop = attribute.name;
    if (typeof attribute.value === 'object' && attribute.value !== null) {
      report(place, 'no-code', `${prop}={…} on <${name}>`, `${prop}="value"`, 'Write the value in quotes.');
      seen.add(prop);
      continue;
    }
    if (seen.has(prop)) report(place, 'component', `the prop "${prop}" a second time`, 'each prop once');
    seen.add(prop);
    const rule = Object.hasOwn(rules, prop) ? rules[prop] : undefined;
    if (!rule) {
      const meant = meantProp(prop, element, known);
      if (meant) seen.add(meant);
      report(place, 'component', `the prop "${prop}" on <${name}>`, expectedProps, meant ? `Did you mean "${meant}"?` : 'Delete it.');
    } else if (!rule.fits(attribute.value ?? '')) {
      const close = rule.values && nearest(attribute.value ?? '', rule.values);
      report(place, 'component', `${prop}="${attribute.value ?? ''}" on <${name}>`, rule.expected, close && `Did you mean "${close}"?`);
    }
  }
  for (const prop of needed) {
    if (!seen.has(prop)) report(element, 'component', `<${name}> without "${prop}"`, rules[prop]!.expected);
  }
}

/** The missing prop that an unknown one most likely stands for. */
function meantProp(prop: string, element: MdxElement, known: string[]): string | undefined {
  const given = element.attributes.map((attribute) => (attribute.type === 'mdxJsxAttribute' ? attribute.name : ''));
  const missing = known.filter((name) => !given.includes(name));
  // client:load and set:html never stand for one.
  if (prop.includes(':')) return undefined;
  return nearest(prop, missing) ?? (missing.length === 1 && !/^on|^(class|style|id)/.test(prop) ? missing[0] : undefined);
}

/** A page's id, an anchor on the same page, or an address of a few harmless schemes. */
export function addressProblem(address: string): { expected: string; mend?: string } | undefined {
  if (/^#[^\s]+$/.test(address) || /^(mailto|tel):[^\s]+$/.test(address)) return undefined;
  const expected = 'the id of a page (job-aids/state-the-problem), #a-heading-of-this-page, or https://, mailto:, tel:';
  if (/^https:\/\/[^\s\\/][^\s\\]*$/.test(address) && URL.canParse(address)) {
    const { username, password, host, pathname } = new URL(address);
    if (!username && !password) return undefined;
    return { expected: 'an address without a name or password in it', mend: `Write https://${host}${pathname}.` };
  }
  const [, folder, rest] = /^([a-z]+(?:-[a-z]+)*)(\/[a-z0-9-]+(?:#\S+)?)$/.exec(address) ?? [];
  if (folder !== undefined) {
    if (isPageType(folder)) return undefined;
    const close = nearest(folder, pageTypeNames);
    return { expected: `a folder of pages: ${pageTypeNames.join(', ')}`, ...(close && { mend: `Did you mean ${close}${rest}?` }) };
  }
  const id = idInPath(address);
  if (id) return { expected, mend: `Write ${id}.` };
  const other = /^(?:https?:\/\/(?=[^/])|www\.)/i.exec(address);
  if (other) return { expected, mend: `Write https://${address.slice(other[0].startsWith('w') ? 0 : other[0].length)}.` };
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(\/|$)/i.test(address) && !/\.mdx?$/.test(address)) return { expected, mend: `Write https://${address}.` };
  return { expected };
}

/** The id of the page that a path means: `../job-aids/x.mdx#y` → `job-aids/x#y`. */
export function idInPath(address: string): string | undefined {
  const [, folder = '', name, anchor = ''] = /^(?:\.{0,2}\/)*(?:content\/)?([a-z-]+)\/([a-z0-9-]+)\/?(?:\.mdx?)?(#\S+)?$/.exec(address.replaceAll('\\', '/')) ?? [];
  return isPageType(folder) ? `${folder}/${name}${anchor}` : undefined;
}

function pictureProblem(address: string): { expected: string; mend?: string } | undefined {
  const { fits, expected } = authorComponents.Figure!.props.src!;
  return fits(address) ? undefined : { expected };
}
