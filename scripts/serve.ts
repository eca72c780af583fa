/** A small static server for a built folder, as the usual hosts behave. Built-in modules only. */
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { codeOf, Refusal } from './command.ts';

/** What is served, and where. */
export interface Serving {
  /** The built folder. */
  folder: string;
  /** The path that the folder stands for: `/` or `/kb/`. */
  base?: string;
  /** 0 takes any free one. */
  port?: number;
  /** `localhost` listens on both loopback addresses, so that no other program can answer on one of them. */
  host?: string;
  /** Sent with every answer, besides those of the folder's `_headers` file. */
  headers?: Record<string, string>;
}

/** A running server. */
export interface ServedFolder {
  port: number;
  /** Where the folder's first page is: `http://localhost:4321/kb/`. */
  address: string;
  close(): Promise<void>;
}

/** The `Name: value` lines that a `_headers` file gives to a path pattern. */
interface HeaderRule {
  path: RegExp;
  headers: Record<string, string>;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

const compress = promisify(gzip);

/**
 * Serves a built folder until it is closed.
 * @throws an error with code `EADDRINUSE` when the port is taken
 */
export async function serveFolder({
  folder,
  base = '/',
  port = 0,
  host = 'localhost',
  headers,
}: Serving): Promise<ServedFolder> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const rules = parseHeaders(await readFile(path.join(folder, '_headers'), 'utf8').catch(() => ''));
    await send(request, response, await answerTo(request, folder, base), {
      ...headersFor(rules, request),
      ...headers,
    });
  };
  const listen = (on: string, at: number) => listenOn(on, at, answer);
  const [first, ...others] = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  const servers = [await listen(first!, port)];
  const taken = (servers[0]!.address() as AddressInfo).port;
  try {
    for (const other of others) servers.push(...(await listenIfThere(() => listen(other, taken))));
  } catch (error) {
    await closeAll(servers);
    throw error;
  }
  return { port: taken, address: `http://${host}:${taken}${base}`, close: () => closeAll(servers) };
}

/** Serves `dist` on the wanted port, or on the next free one, and says where. It runs until the process ends. */
export async function serveSite(root: string, base: string, wanted: number): Promise<void> {
  const { port, address } = await serveNear({ folder: path.join(root, 'dist'), base }, wanted);
  if (wanted !== 0 && port !== wanted) console.log(`Port ${wanted} is taken; ${port} is free.`);
  console.log(`Sidekick is at ${address}\nCtrl-C ends it.`);
}

/** @throws a refusal when twenty ports in a row are taken, or the system does not let us have this one */
async function serveNear(serving: Serving, wanted: number): Promise<ServedFolder> {
  for (let port = wanted; port < wanted + 20 && port <= 65535; port++) {
    try {
      return await serveFolder({ ...serving, port });
    } catch (error) {
      if (codeOf(error) === 'EACCES')
        throw new Refusal(`The system does not let us use port ${port}. Choose one above 1024.`);
      if (codeOf(error) !== 'EADDRINUSE') throw error;
    }
  }
  throw new Refusal(
    `Port ${wanted} and the ports after it are taken. Choose another: npm start -- --port 8080`,
  );
}

/**
 * Reads a `_headers` file: a path pattern, then its headers, indented. `*` stands for anything.
 * @param text as Netlify and Cloudflare define it
 */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const [, name, value] = /^\s+([^:\s]+):\s*(.*)$/.exec(line) ?? [];
    if (name) Object.assign(rules.at(-1)?.headers ?? {}, { [name]: value!.trim() });
    else rules.push({ path: patternOf(line.trim()), headers: {} });
  }
  return rules;
}

function patternOf(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*')}$`);
}

function headersFor(rules: HeaderRule[], request: IncomingMessage): Record<string, string> {
  const { pathname } = splitAddress(request.url ?? '/');
  return Object.assign(
    {},
    ...rules.filter((rule) => rule.path.test(pathname)).map((rule) => rule.headers),
  ) as Record<string, string>;
}

async function answerTo(request: IncomingMessage, folder: string, base: string): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { ...plain(405, 'Only GET and HEAD are answered here.'), headers: { Allow: 'GET, HEAD' } };
  }
  const { pathname, query } = splitAddress(request.url ?? '/');
  if (base !== '/' && (pathname === '/' || `${pathname}/` === base)) return redirect(`${base}${query}`);
  const name = pathname.startsWith(base) ? nameOf(pathname.slice(base.length)) : undefined;
  if (name === undefined) return notFound(folder);
  const file = path.join(folder, name);
  if (!(await isFolder(file))) return (await fileAnswer(file)) ?? notFound(folder);
  if (!pathname.endsWith('/')) return redirect(`${pathname}/${query}`);
  return (await fileAnswer(path.join(file, 'index.html'))) ?? notFound(folder);
}

/** Not with `URL`: it reads `//x/` as a host and mends what should be refused. */
function splitAddress(url: string): { pathname: string; query: string } {
  const end = url.indexOf('?');
  return end < 0 ? { pathname: url, query: '' } : { pathname: url.slice(0, end), query: url.slice(end) };
}

/** A path below the folder, or nothing when it leads out of it, hides a file or can't be read. */
function nameOf(encoded: string): string | undefined {
  const name = decode(encoded);
  const parts = name?.split(/[/\\]/) ?? ['..'];
  if (
    parts.includes('..') ||
    parts.slice(0, -1).includes('') ||
    parts[0] === '_headers' ||
    name?.includes('\0')
  ) {
    return undefined;
  }
  return name;
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function fileAnswer(file: string, status = 200): Promise<Answer | undefined> {
  if (file.endsWith(path.sep)) return undefined;
  const body = await readFile(file).catch(() => undefined);
  return body && { status, body, headers: { 'Content-Type': contentType(file) } };
}

async function notFound(folder: string): Promise<Answer> {
  return (await fileAnswer(path.join(folder, '404.html'), 404)) ?? plain(404, 'There is no such page.');
}

function redirect(to: string): Answer {
  return { ...plain(301, `Moved to ${to}`), headers: { Location: to } };
}

function plain(status: number, body: string): Answer {
  return { status, body: `${body}\n`, headers: { 'Content-Type': 'text/plain; charset=utf-8' } };
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  extra: Record<string, string>,
): Promise<void> {
  const headers: Record<string, string> = { 'Cache-Control': 'no-cache', ...extra, ...answer.headers };
  let body = Buffer.from(answer.body);
  if (isText(headers['Content-Type'] ?? '')) {
    headers['Vary'] = 'Accept-Encoding';
    if (/\bgzip\b/.test(String(request.headers['accept-encoding']))) {
      headers['Content-Encoding'] = 'gzip';
      body = await compress(body);
    }
  }
  response.writeHead(answer.status, { ...headers, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const contentTypes: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mdx': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** The search index (`.pagefind`, `.pf_meta` and the like) is bytes, like everything else that has no name here. */
function contentType(file: string): string {
  return contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
}

function isText(type: string): boolean {
  return type.endsWith('charset=utf-8');
}

async function listenOn(
  host: string,
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Server> {
  const server = createServer((request, response) => void answer(request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** Machines without IPv6 have no `::1`; that is no reason not to serve. */
async function listenIfThere(listen: () => Promise<Server>): Promise<Server[]> {
  try {
    return [await listen()];
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') throw error;
    return [];
  }
}

async function closeAll(servers: Server[]): Promise<void> {
  for (const server of servers) server.closeAllConnections();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
}
