/** Visits of built sites in Chromium: everybody meets the same line and the same processor. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Request } from 'playwright';
import type { Box } from './boxes.ts';
import { firstPaint, readKeys, searchFirst, watchKeys, type Key } from './in-page.ts';

/** Slow 4G as Chrome's developer tools have it, bytes and milliseconds, and a processor that is four times slower. */
const slowLine = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const slowProcessor = 4;

/** Milliseconds between two keys: somebody who types fast. */
const keyPace = 60;
/** Milliseconds after a query's last key in which everything has come that will. */
const settled = 900;
/** Milliseconds after which a search that has not answered is given up. */
const patience = 90_000;

/** A site that is served. */
export interface Place {
  address: string;
  /** Path of the page that is visited. */
  path: string;
  box: Box;
}

/** What a first search took. */
export interface First {
  /** Milliseconds from opening the search to the first result. */
  took: number;
  /** Milliseconds of these until the query could be entered. */
  toField: number;
  /** Bytes over the network from opening to the first result. */
  bytes: number;
  /** All bytes that the search needed: these and those fetched while the page stood idle. */
  bytesWithIdle: number;
}

/** @param idle milliseconds for which the page stands there before the search is opened */
export async function searchOnce(
  browser: Browser,
  place: Place,
  query: string,
  idle: number,
): Promise<First> {
  return visit(browser, async (context) => {
    const page = await slowPage(context);
    const traffic = watchTraffic(page);
    await page.goto(place.address + place.path);
    const loaded = Date.now();
    await wait(idle);
    const opened = Date.now();
    const moments = await page.evaluate(searchFirst, { box: place.box, query });
    const [bytes, bytesWithIdle] = await Promise.all([opened, loaded].map((since) => traffic.since(since)));
    return {
      took: moments.answered - moments.opened,
      toField: moments.asked - moments.opened,
      bytes: bytes!,
      bytesWithIdle: bytesWithIdle!,
    };
  });
}

/** Types queries key by key into a search that has answered before. Returns the keys of each. */
export async function typeAll(browser: Browser, place: Place, queries: string[]): Promise<Key[][]> {
  const [warming] = queries;
  if (warming === undefined) return [];
  return visit(browser, async (context) => {
    const page = await context.newPage();
    await page.goto(place.address + place.path);
    await page.evaluate(searchFirst, { box: place.box, query: warming });
    await page.evaluate(watchKeys, { box: place.box });
    const typed: Key[][] = [];
    for (const query of [warming, ...queries]) {
      await page.locator(place.box.field).fill('');
      await wait(settled);
      await page.evaluate(readKeys);
      for (const key of query)
        await Promise.all([page.keyboard.press(key === ' ' ? 'Space' : key), wait(keyPace)]);
      await wait(settled);
      typed.push(await page.evaluate(readKeys));
    }
    return typed.slice(1);
  });
}

/** What it takes to show a page. */
export interface Shown {
  /** Milliseconds to the first text. */
  firstPaint: number;
  /** Bytes until the page has loaded. */
  bytes: number;
}

/** @param without a pattern of addresses that are shut */
export async function showOnce(browser: Browser, place: Place, without?: string): Promise<Shown> {
  return visit(browser, async (context) => {
    const page = await slowPage(context, without);
    const traffic = watchTraffic(page);
    await page.goto(place.address + place.path);
    const bytes = await traffic.since(0);
    return { firstPaint: await page.evaluate(firstPaint), bytes };
  });
}

/** A visitor who has never been here. */
async function visit<Outcome>(
  browser: Browser,
  look: (context: BrowserContext) => Promise<Outcome>,
): Promise<Outcome> {
  const context = await browser.newContext();
  context.setDefaultTimeout(patience);
  try {
    return await look(context);
  } finally {
    await context.close();
  }
}

async function slowPage(context: BrowserContext, without?: string): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowLine);
  // Not with Playwright's routes: they hold up every other request as well.
  if (without) await session.send('Network.setBlockedURLs', { urls: [without] });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowProcessor });
  return page;
}

/** Counts what came over the network, heads included, workers included. */
function watchTraffic(page: Page): { since(moment: number): Promise<number> } {
  const finished: Request[] = [];
  page.on('requestfinished', (request) => finished.push(request));
  return {
    async since(moment) {
      const counted = finished.filter((request) => request.timing().startTime >= moment);
      const sizes = await Promise.all(counted.map((request) => request.sizes()));
      return sizes.reduce(
        (sum, { responseBodySize, responseHeadersSize }) =>
          sum + Math.max(0, responseBodySize) + responseHeadersSize,
        0,
      );
    },
  };
}
