/**
 * What may stand in a body, by list. Whatever is not named here is refused with its place: a page can hold no code, no
 * HTML, no unknown component and no address that acts. The loader asks the gate too, so a build without the check is as safe.
 */
import { visit } from 'unist-util-visit';
import type { Nodes, Root } from 'mdast';
import { hiddenByEscape } from './characters.ts';
import { authorComponents } from './components.ts';
import { placeOf, type Problem } from './finding.ts';
import { isMdxElement, type MdxElement } from './markdown.ts';
import { nearest } from './nearest.ts';

const allowedNodes = new Set<string>([
  'root', 'yaml', 'paragraph', 'heading', 'text', 'emphasis', 'strong', 'delete', 'inlineCode', 'code', 'break',
  'thematicBreak', 'blockquote', 'list', 'listItem', 'link', 'linkReference', 'image', 'imageReference', 'definition',
  'table', 'tableRow', 'tableCell', 'footnoteDefinition', 'footnoteReference', 'mdxJsxFlowElement', 'mdxJsxTextElement',
]); // prettier-ignore

const code: Record<string, { found: string; mend: string }> = {
  mdxjsEsm: { found: 'an import or export', mend: 'Delete the line: components need no import here.' },
  mdxFlowExpression: { found: 'an expression in braces', mend: 'Write the text itself; \\{ is a brace in text.' },
  mdxTextExpression: { found: 'an expression in braces', mend: 'Write the text itself; \\{ is a brace in text.' },
};

/** Every problem of a body. @param text the whole file, for places in characters */
export function inspectBody(tree: Root, text: string): Problem[] {
  const problems: Problem[] = [];
  const report = (node: Nodes, rule: string, found: string, expected: string, mend?: string) =>
    problems.push({ rule, ...placeOf(text, node.position?.start.offset ?? 0), found, expected, ...(mend && { mend }) });

  visit(tree, (node) => {
    const refused = code[node.type];
    if (refused) {
      report(node, 'no-code', refused.found, 'text and components only', refused.mend);
    } else if (!allowedNodes.has(node.type)) {
      report(node, 'no-html', `a node of the kind "${node.type}"`, 'GFM and the components of the contributor guide');
    }
    if (isMdxElement(node)) inspectElement(node, report);
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image') {
      const problem = node.type === 'image' ? pictureProblem(node.url) : addressProblem(node.url);
      if (problem) report(node, 'address', `the address "${node.url}"`, problem.expected, problem.mend);
    }
    const hidden = 'value' in node && sourceOf(node, text).includes('&') ? hiddenByEscape(node.value) : undefined;
    if (hidden) report(node, 'characters', `an escape for ${hidden}`, 'characters that a reader can see', 'Delete the escape (&#…;).');
    if (node.type === 'heading' && node.depth === 1) {
      report(node, 'heading', 'a first-level heading', 'headings from ## on', 'The title comes from the frontmatter; write ## here.');
    }
  });
  return problems;
}

function sourceOf(node: Nodes, text: string): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

type Report = (node: Nodes, rule: string, found: string, expected: string, mend?: string) => void;

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
  if (/^[a-z]/.test(name) && !/[.:]/.test(name)) {
    report(element, 'no-html', `the HTML element <${name}>`, `Markdown, or one of ${known.join(', ')}`, 'Say it in Markdown, or write &lt; for a “<” in text.');
  } else {
    const close = nearest(name, known);
    report(element, 'component', name ? `the component <${name}>` : 'a fragment <>', `one of ${known.join(', ')}`, close && `Did you mean <${close}>?`);
  }
}

function inspectProps(element: MdxElement, name: string, rules: (typeof authorComponents)[string]['props'], report: Report): void {
  const known = Object.keys(rules);
  const expectedProps = known.length > 0 ? `<${name}> with ${known.join(' and ')}` : `<${name}> without props`;
  const seen = new Set<string>();
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      report(element, 'no-code', `a computed prop on <${name}>`, expectedProps, 'Write prop="value".');
      continue;
    }
    if (typeof attribute.value === 'object' && attribute.value !== null) {
      report(element, 'no-code', `${attribute.name}={…} on <${name}>`, `${attribute.name}="value"`, 'Write the value in quotes.');
      seen.add(attribute.name);
      continue;
    }
    if (seen.has(attribute.name)) report(element, 'component', `the prop "${attribute.name}" a second time`, 'each prop once');
    seen.add(attribute.name);
    const rule = Object.hasOwn(rules, attribute.name) ? rules[attribute.name] : undefined;
    if (!rule) {
      const close = nearest(attribute.name, known);
      report(element, 'component', `the prop "${attribute.name}" on <${name}>`, expectedProps, close && `Did you mean "${close}"?`);
    } else if (!rule.fits(attribute.value ?? '')) {
      report(element, 'component', `${attribute.name}="${attribute.value ?? ''}" on <${name}>`, rule.expected);
    }
  }
  for (const prop of known) {
    if (!seen.has(prop)) report(element, 'component', `<${name}> without "${prop}"`, rules[prop]!.expected);
  }
}

/** A page's id, an anchor on the same page, or an address of a few harmless schemes. */
export function addressProblem(address: string): { expected: string; mend?: string } | undefined {
  if (/^#[^\s]+$/.test(address)) return undefined;
  if (/^https:\/\/[^\s/]+/.test(address) || /^(mailto|tel):[^\s]+$/.test(address)) return undefined;
  if (/^[a-z]+(-[a-z]+)*\/[a-z0-9-]+(#\S+)?$/.test(address)) return undefined;
  const expected = 'the id of a page (job-aids/state-the-problem), #a-heading-of-this-page, or https://, mailto:, tel:';
  const id = /^(?:\.{0,2}\/)*([a-z-]+\/[a-z0-9-]+)\/?(?:\.mdx?)?(#\S+)?$/.exec(address);
  if (id) return { expected, mend: `Write ${id[1]}${id[2] ?? ''}.` };
  if (/^http:\/\//.test(address)) return { expected, mend: 'Write https:// instead of http://.' };
  return { expected };
}

function pictureProblem(address: string): { expected: string; mend?: string } | undefined {
  const { fits, expected } = authorComponents.Figure!.props.src!;
  return fits(address) ? undefined : { expected };
}
