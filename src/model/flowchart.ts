/** A chart laid out: where each node, label and line stands, in whole pixels. There is no browser here to measure text. */
import { Graph as Layout, layout } from '@dagrejs/dagre';
import type { Chart, ChartEdge, ChartNode } from './chart.ts';

/** A rectangle, by its upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface DrawnNode extends ChartNode, Box {
  lines: string[];
}

export interface DrawnLabel extends Box {
  /** The lines of each of the edge's labels. */
  items: string[][];
}

export interface Point {
  x: number;
  y: number;
}

export interface DrawnEdge extends ChartEdge {
  label?: DrawnLabel;
  /** Corners of the line, from node to node; between two that differ in both directions it swings. */
  points: Point[];
  /** The line and its head, as SVG writes them. */
  path: string;
  head: string;
}

export interface Flowchart {
  width: number;
  height: number;
  nodes: DrawnNode[];
  edges: DrawnEdge[];
  /** Around what is asked for each of a group. */
  boxes: (Box & { group: string })[];
}

/** Larger charts help nobody; the table says the same. */
export const mostNodes = 60;

/** Sizes in pixels, at which `flowchart.css` sets the text. */
export const type = { size: 14, line: 18, labelSize: 13, labelLine: 16, padding: 12 };
const nodeText = 152;
const labelText = 112;
const listText = 176;
const labelPadding = 6;
const betweenLabels = 6;
const bullet = 14;

/** @returns nothing where the chart is too large to be read */
export function drawChart({ nodes, edges }: Chart): Flowchart | undefined {
  if (nodes.length > mostNodes) return undefined;
  const plan = new Layout({ compound: true });
  plan.setGraph({ rankdir: 'TB', nodesep: 20, edgesep: 14, ranksep: 64, marginx: 12, marginy: 12 });
  plan.setDefaultEdgeLabel(() => ({}));
  const texts = new Map(nodes.map((node) => [node.id, linesOf(node)]));
  for (const node of nodes) {
    const height = texts.get(node.id)!.length * type.line + type.padding * 2 - 4;
    plan.setNode(node.id, { width: nodeText + type.padding * 2, height });
  }
  for (const { group } of nodes) if (group) plan.setNode(boxId(group), {});
  for (const { id, group } of nodes) if (group) plan.setParent(id, boxId(group));
  const labels = new Map(edges.map((edge) => [edge, measureLabel(edge.labels)]));
  for (const edge of edges) {
    const label = labels.get(edge);
    plan.setEdge(edge.from, edge.to, label ? { ...label.size, labelpos: 'c' } : { width: 0, height: 0 });
  }
  layout(plan);
  return stretched({
    nodes: nodes.map((node) => ({ ...node, ...boxAround(plan.node(node.id)), lines: texts.get(node.id)! })),
    edges: edges.map((edge) => {
      const label = labels.get(edge);
      const planned: Centred & { points?: Point[] } = plan.edge(edge.from, edge.to);
      return {
        ...edge,
        points: (planned.points ?? []).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
        ...(label && { label: { ...boxAround(planned), items: label.items } }),
      };
    }),
    boxes: [...new Set(nodes.flatMap(({ group }) => group ?? []))].map((group) => ({
      group,
      ...boxAround(plan.node(boxId(group))),
    })),
    width: Math.ceil(plan.graph().width ?? 0),
    height: Math.ceil(plan.graph().height ?? 0),
  });
}

/** As the layout left it: lines with a point in every row. */
type Plan = Omit<Flowchart, 'edges'> & { edges: Omit<DrawnEdge, 'path' | 'head'>[] };

/** Gives lines that go far to the side more height to do it in, takes it where none is needed, and draws them. */
function stretched({ nodes, edges, boxes, width, height }: Plan): Flowchart {
  const planned = edges.flatMap(({ label }) => label ?? []);
  const bands = bandsOf([...nodes, ...planned]);
  const nodeAt = (id: string): Box => nodes.find((node) => node.id === id)!;
  const routed = edges.map(({ points, from, to }) => pointsOf(points, [nodeAt(from), nodeAt(to)], bands));
  const labels = raisedLabels(
    edges.map(({ label }, i) => ({ label, points: routed[i]! })),
    nodes,
    bands,
  );
  const gaps = bands.slice(1).map(({ top }, i): Gap => {
    const from = bands[i]!.bottom;
    const swings = routed.flatMap((points) => swingsBetween(points, from, top));
    const frames = boxes.filter((box) => [box.y, box.y + box.height].some((y) => from < y && y < top));
    const least = frames.length > 0 ? lowest * 1.5 : lowest;
    const wanted = Math.min(highest, least + Math.round(Math.max(0, ...swings) * steepness));
    return { from, to: top, more: wanted - (top - from) };
  });
  const moved = (y: number) => y + gaps.reduce((sum, gap) => sum + gap.more * shareAbove(gap, y), 0);
  const down = <B extends Box>(box: B): B => {
    const [top, bottom] = [Math.round(moved(box.y)), Math.round(moved(box.y + box.height))];
    return { ...box, y: top, height: bottom - top };
  };
  return {
    nodes: nodes.map(down),
    edges: edges.map((edge, i): DrawnEdge => {
      const points = routed[i]!.map(({ x, y }) => ({ x, y: Math.round(moved(y)) }));
      const label = labels[i];
      return { ...edge, ...(label && { label: down(label) }), points, ...drawn(points) };
    }),
    boxes: boxes.map(down),
    width,
    height: Math.ceil(moved(height)),
  };
}

const lowest = 32;
const highest = 104;
const steepness = 0.12;

/**
 * The layout puts a label into the middle of its line. Read from the top it is expected below its question, so it moves up to the first
 * row in which there is room beside its line's neighbours.
 */
function raisedLabels(
  edges: { label: DrawnLabel | undefined; points: Point[] }[],
  nodes: Box[],
  bands: Band[],
): (DrawnLabel | undefined)[] {
  const labels = edges.map(({ label }) => label);
  for (const [i, { label, points }] of edges.entries()) {
    if (!label) continue;
    const others = () => [...nodes, ...labels.filter((other, k) => other && k !== i)] as Box[];
    const lines = edges.flatMap((edge, k) => (k === i ? [] : uprights(edge.points)));
    const isFree = (box: Box) => ![...others(), ...lines].some((other) => isNear(box, other, clearance));
    const places = uprights(points.slice(1, -1)).flatMap(({ x, y }): DrawnLabel[] => {
      const band = bands.find(({ top }) => top === y);
      if (!band || band.bottom - band.top < label.height || y >= label.y) return [];
      const top = Math.round((band.top + band.bottom - label.height) / 2);
      return [{ ...label, x: Math.round(x - label.width / 2), y: top }];
    });
    labels[i] = places.find((place) => place.x >= 0 && isFree(place)) ?? label;
  }
  return labels;
}

const clearance = 10;

/** The straight parts of a line, as boxes without width. */
function uprights(points: Point[]): Box[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i]!;
    const y = Math.min(from.y, to.y);
    return from.x === to.x ? [{ x: to.x, y, width: 0, height: Math.abs(to.y - from.y) }] : [];
  });
}

/** Whether two boxes overlap or stand nearer to each other, side by side, than so many pixels. */
export function isNear(a: Box, b: Box, pixels: number): boolean {
  return (
    a.x < b.x + b.width + pixels &&
    b.x < a.x + a.width + pixels &&
    a.y < b.y + b.height &&
    b.y < a.y + a.height
  );
}

/** The empty height between two rows, and how much it is to grow or to shrink. */
interface Gap {
  from: number;
  to: number;
  more: number;
}

function shareAbove({ from, to }: Gap, y: number): number {
  return Math.min(1, Math.max(0, (y - from) / (to - from)));
}

/** How far lines go to the side between two heights. */
function swingsBetween(points: Point[], from: number, to: number): number[] {
  return points.slice(1).flatMap((point, i) => {
    const before = points[i]!;
    const [high, low] = [Math.min(point.y, before.y), Math.max(point.y, before.y)];
    return high < to && low > from ? [Math.abs(point.x - before.x)] : [];
  });
}

interface Centred {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
}

function boxId(group: string): string {
  return `box of ${group}`;
}

function boxAround({ x = 0, y = 0, width = 0, height = 0 }: Centred): Box {
  return {
    x: Math.round(x - width / 2),
    y: Math.round(y - height / 2),
    width: Math.ceil(width),
    height: Math.ceil(height),
  };
}

function linesOf({ text, is }: ChartNode): string[] {
  return wrap(text, nodeText, type.size * (is === 'outcome' ? boldness : 1));
}

function measureLabel(
  labels: string[],
): { items: string[][]; size: { width: number; height: number } } | undefined {
  if (labels.length === 0) return undefined;
  const indent = labels.length > 1 ? bullet : 0;
  const width = labels.length > 1 ? listText - bullet : labelText;
  const items = labels.map((label) => wrap(label, width, type.labelSize));
  const lines = items.flat();
  const longest = Math.max(...lines.map((line) => widthOf(line, type.labelSize)));
  return {
    items,
    size: {
      width: Math.ceil(longest) + indent + labelPadding * 2,
      height: lines.length * type.labelLine + (items.length - 1) * betweenLabels + labelPadding,
    },
  };
}

/** A line of a label: where it begins or, alone, has its middle; and where the mark of a list stands. */
export interface LabelLine extends Point {
  text: string;
  anchor?: 'middle';
  mark?: number;
}

export function labelLines({ x, y, width, items }: DrawnLabel): LabelLine[] {
  const isList = items.length > 1;
  let base = y + labelPadding / 2 - 4;
  return items.flatMap((lines, i) => {
    if (i > 0) base += betweenLabels;
    return lines.map((text, k): LabelLine => {
      base += type.labelLine;
      if (!isList) return { x: x + Math.round(width / 2), y: base, text, anchor: 'middle' };
      const mark = x + labelPadding;
      return { x: mark + bullet, y: base, text, ...(k === 0 && { mark }) };
    });
  });
}

const boldness = 1.08;

/** Broken between words; a word that is wider than the line, anywhere. */
function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (more: string) => widthOf(more, size) <= width;
  for (let word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    while (!fits(word)) {
      const signs = [...word];
      let end = signs.length - 1;
      while (end > 1 && !fits(signs.slice(0, end).join(''))) end--;
      lines.push(signs.slice(0, end).join(''));
      word = signs.slice(end).join('');
    }
    line = word;
  }
  return [...lines, line];
}

/**
 * How wide a text is at most in the fonts of the page's stack: the widths are those of DejaVu Sans, the widest of them, so that
 * elsewhere a little space stays.
 */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width * size;
}

function signWidth(sign: string): number {
  if (/[ijl|'’.,:;!]/.test(sign)) return 0.34;
  if (/[ftrI()[\]/ -]/.test(sign)) return 0.41;
  if (/[mwMW%…—@]/.test(sign)) return 1;
  if (/\p{Lu}/u.test(sign)) return 0.73;
  return /[ -ɏ‐-”£€Ͱ-ӿ]/.test(sign) ? 0.64 : 1.05;
}

interface Band {
  top: number;
  bottom: number;
}

/** Heights at which something stands. Between two bands there is nothing, so that lines may swing there. */
function bandsOf(boxes: Box[]): Band[] {
  const bands: Band[] = [];
  for (const { y, height } of boxes.toSorted((a, b) => a.y - b.y)) {
    const last = bands.at(-1);
    if (last && y <= last.bottom) last.bottom = Math.max(last.bottom, y + height);
    else bands.push({ top: y, bottom: y + height });
  }
  return bands;
}

/**
 * Straight through every band, at the place that the layout kept free there; so no line crosses a node or a label. It leaves a
 * node in the middle of one side and comes in at the middle of the other.
 */
function pointsOf(planned: Point[], [from, to]: [Box, Box], bands: Band[]): Point[] {
  const isDown = from.y < to.y;
  const bandAt = (y: number) => bands.find(({ top, bottom }) => top <= y && y <= bottom);
  const through = (y: number): [number, number] => {
    const band = bandAt(y);
    if (!band) return [y, y];
    return isDown ? [band.top, band.bottom] : [band.bottom, band.top];
  };
  const middle = ({ x, width }: Box) => Math.round(x + width / 2);
  const [start, end] = isDown ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
  const points: Point[] = [
    { x: middle(from), y: start },
    { x: middle(from), y: through(start)[1] },
    ...planned.slice(1, -1).flatMap(({ x, y }) => through(y).map((at) => ({ x, y: at }))),
    { x: middle(to), y: through(end)[0] },
    { x: middle(to), y: end },
  ];
  const onward = (a: Point, b: Point) => (isDown ? b.y >= a.y : b.y <= a.y);
  return points.reduce<Point[]>((line, point) => {
    const last = line.at(-1);
    const isSame = last && last.x === point.x && last.y === point.y;
    return isSame || (last && !onward(last, point)) ? line : [...line, point];
  }, []);
}

/** The line ends within its head, so that a thick one has a point as well. */
function drawn(points: Point[]): { path: string; head: string } {
  const tip = points.at(-1)!;
  const back = (points.at(-2)!.y <= tip.y ? -1 : 1) * headLength;
  const neck = { x: tip.x, y: tip.y + back };
  const head = `M${tip.x - 5} ${neck.y}h10L${tip.x} ${tip.y}z`;
  return { path: pathOf([...points.slice(0, -1), neck]), head };
}
const headLength = 9;

function pathOf([first, ...rest]: Point[]): string {
  let at = first!;
  let path = `M${at.x} ${at.y}`;
  for (const { x, y } of rest) {
    const half = Math.round((at.y + y) / 2);
    path += x === at.x ? `V${y}` : `C${at.x} ${half} ${x} ${half} ${x} ${y}`;
    at = { x, y };
  }
  return path;
}
