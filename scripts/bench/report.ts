/** The common report: a table for people, JSON for programs. */
import os from 'node:os';
import type { Line, Measurement } from './measurement.ts';

/** What the figures were measured on. No names of hosts, people or folders. */
export interface Machine {
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  /** Others at work on the machine when the bench began, in busy cores. */
  load: number;
}

/** A line with its verdict. */
export interface JudgedLine extends Line {
  /** Ours divided by the peer's. */
  ratio?: number;
  /** Only where there is a budget. */
  met?: boolean;
}

/** What one measurement found. */
export interface Result {
  name: string;
  about: string;
  lines: JudgedLine[];
}

/** The content of `.build/bench/report.json`. */
export interface Report {
  machine: Machine;
  /** `YYYY-MM-DD` */
  on: string;
  results: Result[];
}

/** The machine as it is now. */
export function thisMachine(): Machine {
  return {
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 1e9),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    load: Math.round(os.loadavg()[0]! * 10) / 10,
  };
}

/** `2 cores, 25 GB, linux x64, Node 24.21.0` */
export function describeMachine(machine: Machine): string {
  const { cores, memoryGb, system, node, load } = machine;
  const words = `${cores} cores, ${memoryGb} GB, ${system}, Node ${node}`;
  return !isBusy(machine)
    ? words
    : `${words}; other work is running (load ${load}): read the ratios, not the seconds`;
}

function isBusy({ load, cores }: Machine): boolean {
  return load >= cores / 4;
}

/** Holds each line against its budget. */
export function judge({ name, about }: Measurement, lines: Line[]): Result {
  return { name, about, lines: lines.map(judgeLine) };
}

function judgeLine(line: Line): JudgedLine {
  const ratio = line.peer && line.ours / line.peer.value;
  const measured = line.budget?.of === 'ratio' ? ratio : line.ours;
  return {
    ...line,
    ...(ratio !== undefined && { ratio }),
    ...(line.budget && measured !== undefined && { met: measured <= line.budget.most }),
  };
}

/** A table as wide as its widest cells. */
export function tableOf(lines: JudgedLine[]): string {
  const head = ['', 'pages', 'ours', 'peer', '', 'ratio', 'budget', ''];
  const rows = [head, ...lines.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const toTheLeft = new Set([0, 4, 7]);
  const align = (cell: string, column: number) =>
    toTheLeft.has(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  return rows.map((row) => row.map(align).join('  ').trimEnd()).join('\n');
}

function cellsOf({ what, pages, unit, ours, peer, ratio, budget, met }: JudgedLine): string[] {
  return [
    what,
    pages.toLocaleString('en'),
    `${round(ours)} ${unit}`,
    peer ? `${round(peer.value)} ${unit}` : '',
    peer?.name ?? '',
    ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    budget ? `≤ ${budget.most} ${budget.of === 'ratio' ? '×' : unit}` : '',
    met === undefined ? '' : met ? 'met' : 'NOT MET',
  ];
}

function round(figure: number): string {
  return figure >= 100 ? Math.round(figure).toLocaleString('en') : figure.toFixed(figure < 10 ? 2 : 1);
}

/** The end of the report in words. */
export function verdictOf(results: Result[], machine: Machine): string {
  const judged = results.flatMap(({ lines }) => lines).filter(({ met }) => met !== undefined);
  if (judged.length === 0)
    return 'No budget stands at these sizes: without --pages all of them are measured.';
  const missed = judged.filter(({ met }) => met === false);
  const busy = isBusy(machine) && missed.some(({ budget }) => budget?.of === 'ours');
  return [
    `${judged.length - missed.length} of ${judged.length} budgets met.`,
    ...(missed.length > 0 ? ['Not met:', ...missed.map(nameOf)] : []),
    ...(busy
      ? ['Others were at work on the machine: measure what is not a ratio again when it is quiet.']
      : []),
  ].join('\n');
}

function nameOf({ what, pages, peer }: JudgedLine): string {
  const size = pages === 1 ? '1 page' : `${pages.toLocaleString('en')} pages`;
  return `  ${what}, ${size}${peer ? `, against ${peer.name}` : ''}`;
}
