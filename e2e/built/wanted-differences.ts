/** Where our rendering of a body differs from stock MDX on purpose: the whole list. Anything else that differs is a mistake. */
import { hasClass, withAttrs, wordsOf, type Part, type Piece } from './outline.ts';

/** Takes one difference out of a tree: the parts to put in a piece's place, or nothing where it is not concerned. */
type Change = (piece: Piece, above: Piece[]) => Part[] | undefined;

export interface WantedDifference {
  name: string;
  reason: string;
  /** What it means for our tree, and for that of stock MDX. */
  ours?: Change;
  stock?: Change;
}

export const wantedDifferences: WantedDifference[] = [
  {
    name: 'steps',
    reason: 'A step carries its number, its identity and a tick, and an anchor to be linked to.',
    ours: (piece) => {
      if (hasClass(piece, 'step-tick')) return [];
      if (hasClass(piece, 'step-body')) return piece.parts;
      if (piece.tag !== 'li' || !hasClass(piece, 'step')) return undefined;
      return [withAttrs(piece, { class: undefined, id: undefined, 'data-tick': undefined })];
    },
  },
  {
    name: 'stuck here',
    reason: 'The traps of a step open “Stuck here?” at its end, before the people who help.',
    ours: (piece) => (hasClass(piece, 'stuck') ? piece.parts.filter(isTrap) : undefined),
    stock: (piece, above) => {
      // The steps are the items of the lists that stand in nothing else.
      if (piece.tag !== 'li' || above.length !== 1 || above[0]!.tag !== 'ol' || !piece.parts.some(isTrap))
        return undefined;
      return [
        { ...piece, parts: [...piece.parts.filter((part) => !isTrap(part)), ...piece.parts.filter(isTrap)] },
      ];
    },
  },
  {
    name: 'task items',
    reason:
      'A check is a box with its words as its label, to be ticked; stock MDX shows a dead box beside the words.',
    ours: (piece) => {
      if (piece.tag !== 'li' || !hasClass(piece, 'check')) return undefined;
      return [
        task(
          piece.parts.flatMap((part) =>
            is(part, 'label')
              ? part.parts.flatMap((words) => (is(words, 'span') ? words.parts : []))
              : [part],
          ),
        ),
      ];
    },
    stock: (piece, above) => {
      if (!hasClass(piece, 'task-list-item') || inTemplate(above)) return undefined;
      const first = piece.parts.find((part) => is(part, 'p'));
      const parts = piece.parts.flatMap((part) => (part === first ? first.parts : [part]));
      return [task(parts.filter((part) => !is(part, 'input')))];
    },
  },
  {
    name: 'signs',
    reason: 'A box in a template is a sign that is copied with the text.',
    stock: (piece, above) => {
      if (piece.tag !== 'input' || !inTemplate(above)) return undefined;
      return ['checked' in piece.attrs ? '☑' : '☐'];
    },
  },
  {
    name: 'task classes',
    reason: 'Our lists of checks are styled by their items; the classes of GFM say nothing more.',
    ours: withoutTaskClasses,
    stock: withoutTaskClasses,
  },
  {
    name: 'addresses',
    reason:
      'Authors write the id of a page; the address adds the base path and the slash that every address ends with.',
    ours: asAuthored,
    // The components make whole addresses here as well.
    stock: asAuthored,
  },
  {
    name: 'links to elsewhere',
    reason: 'A link that leaves the site says so, and hands nothing of this page on.',
    ours: (piece) =>
      piece.tag === 'a' && piece.attrs.rel === 'external noopener'
        ? [withAttrs(piece, { rel: undefined })]
        : undefined,
  },
  {
    name: 'numbered components',
    reason:
      'Terms and templates are numbered through the page, so that each has an id and a file of its own.',
    ours: withoutNumbers,
    stock: withoutNumbers,
  },
  {
    name: 'tables',
    reason: 'A wide table scrolls by itself, and the heads of its columns say that they are heads.',
    ours: (piece) => {
      if (hasClass(piece, 'table')) return piece.parts;
      return piece.tag === 'th' ? [withAttrs(piece, { scope: undefined })] : undefined;
    },
  },
  {
    name: 'aligned columns',
    reason: 'The policy allows no inline style.',
    stock: (piece) => {
      const align = /^text-align:\s*(\w+)$/.exec(piece.attrs.style ?? '')?.[1];
      return align ? [withAttrs(piece, { style: undefined, align })] : undefined;
    },
  },
  {
    name: 'pictures',
    reason: 'A picture is shown as its author made it; stock Astro converts the ones that Markdown names.',
    ours: withoutConversion,
    stock: withoutConversion,
  },
  {
    name: 'code',
    reason:
      'Code is highlighted by class, as the policy allows no inline style, and long lines are reached by keyboard.',
    ours: (piece) =>
      piece.tag === 'pre' ? [plainCode(piece, /language-(\S+)/.exec(codeClass(piece))?.[1])] : undefined,
    stock: (piece) => (piece.tag === 'pre' ? [plainCode(piece, piece.attrs['data-language'])] : undefined),
  },
  {
    name: 'footnotes',
    reason: 'The footnotes speak the language of the site, and their ids tell nothing of GitHub.',
    ours: withoutFootnoteWords,
    stock: withoutFootnoteWords,
  },
];

function isTrap(part: Part): part is Piece {
  return typeof part !== 'string' && hasClass(part, 'note') && part.attrs['data-kind'] === 'trap';
}

function is(part: Part, tag: string): part is Piece {
  return typeof part !== 'string' && part.tag === tag;
}

function inTemplate(above: Piece[]): boolean {
  return above.some((piece) => hasClass(piece, 'template'));
}

/** A task item in both trees. */
function task(parts: Part[]): Piece {
  return { tag: 'li', attrs: { task: '' }, parts };
}

function withoutTaskClasses(piece: Piece): Part[] | undefined {
  const isOne = hasClass(piece, 'contains-task-list') || hasClass(piece, 'task-list-item');
  return isOne ? [withAttrs(piece, { class: undefined })] : undefined;
}

function asAuthored(piece: Piece): Part[] | undefined {
  const [, id, anchor = ''] = /^\/([^#]+)\/(#.*)?$/.exec(piece.attrs.href ?? '') ?? [];
  return piece.tag === 'a' && id ? [withAttrs(piece, { href: id + anchor })] : undefined;
}

function withoutNumbers(piece: Piece): Part[] | undefined {
  const { id, popovertarget, href } = piece.attrs;
  const name = /^term-(.*)-\d*$/;
  if (id && name.test(id)) return [withAttrs(piece, { id: id.replace(name, 'term-$1') })];
  if (popovertarget) return [withAttrs(piece, { popovertarget: popovertarget.replace(name, 'term-$1') })];
  return href?.endsWith('.txt') ? [withAttrs(piece, { href: href.replace(/\d+\.txt$/, '.txt') })] : undefined;
}

function withoutConversion(piece: Piece): Part[] | undefined {
  const { src } = piece.attrs;
  return piece.tag === 'img' && src
    ? [withAttrs(piece, { src: src.replace(/(_\w+)?\.\w+$/, '') })]
    : undefined;
}

function codeClass(pre: Piece): string {
  return pre.parts.map((part) => (is(part, 'code') ? (part.attrs.class ?? '') : '')).join('');
}

function plainCode(pre: Piece, language = ''): Piece {
  return { tag: 'pre', attrs: { language }, parts: [wordsOf(pre.parts).trimEnd()] };
}

function withoutFootnoteWords(piece: Piece): Part[] | undefined {
  const { id, href, 'aria-label': label } = piece.attrs;
  const plain = (text: string | undefined) => text?.replace(/^(#?)(?:user-content|foot)-(fn)/, '$1$2');
  if (id === 'footnote-label') return [{ ...piece, attrs: { id }, parts: [] }];
  if (hasClass(piece, 'data-footnote-backref'))
    return [withAttrs(piece, { href: plain(href), 'aria-label': label && 'back' })];
  if ('data-footnotes' in piece.attrs) return [withAttrs(piece, { 'data-footnotes': '' })];
  if ('data-footnote-ref' in piece.attrs)
    return [withAttrs(piece, { 'data-footnote-ref': '', href: plain(href), id: plain(id) })];
  return piece.tag === 'li' && id && plain(id) !== id ? [withAttrs(piece, { id: plain(id) })] : undefined;
}
