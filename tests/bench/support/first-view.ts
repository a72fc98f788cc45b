import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import type { SignedIn } from '../../support/signed-in.ts';

const GIVE_UP_AFTER_MS = 300_000;
const PAUSE_MS = 20;
const ZONE_TILE = /\/tiles\/zones\//;

/* What runs in the page is text: these files know no DOM. */
/* The list's rows, or on the start page those who come first. */
const IS_DRAWN = `document.querySelector('[role=option][aria-label], [aria-labelledby=start-first] li') !== null &&
  document.querySelector('[data-drawn]') !== null`;
/** Gathers the tasks that held the main thread for 50 ms or more, from before the page's own scripts. */
const WATCH_LONG_TASKS = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });`;

export interface FirstView {
  readonly page: Page;
  /** From the call to rows in the list and everything on the map drawn, zones among it. */
  readonly milliseconds: number;
  /** What the browser fetched of scripts until then, gzipped. */
  readonly scriptKilobytes: number;
  close(): Promise<void>;
}

/**
 * Opens an address in a browser that has never seen it and waits for the first view: the first rows of the
 * list can be read and the map has drawn all it asked for, for somebody who is signed in. Fails where no zone has come to be drawn.
 */
export async function openFirstView(
  browser: Browser,
  url: string,
  { 'user-agent': userAgent = '', cookie = '' }: SignedIn['headers'],
): Promise<FirstView> {
  const start = performance.now();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'ja-JP',
    userAgent,
  });
  const [name = '', value = ''] = cookie.split('=');
  // Of the whole origin: with a path below it the session would not be sent to where data are asked for.
  await context.addCookies([{ name, value, url: new URL(url).origin }]);
  await context.addInitScript({ content: WATCH_LONG_TASKS });
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(url, { waitUntil: 'commit' });
  while (!(await page.evaluate(IS_DRAWN))) {
    if (performance.now() - start > GIVE_UP_AFTER_MS) throw new Error('no first view came');
    await sleep(PAUSE_MS);
  }
  const milliseconds = performance.now() - start;
  const early = [...responses];
  const zones = await Promise.all(early.filter((one) => ZONE_TILE.test(one.url())).map(bytesOf));
  if (!zones.some((bytes) => bytes.length > 0)) throw new Error('the map was drawn without zones');
  const scripts = early.filter((one) => new URL(one.url()).pathname.endsWith('.js'));
  const sizes = await Promise.all(scripts.map(async (one) => gzipSync(await bytesOf(one)).length));
  const scriptKilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  return { page, milliseconds, scriptKilobytes, close: () => context.close() };
}

async function bytesOf(response: Response): Promise<Buffer> {
  return response.status() === 200 ? await response.body() : Buffer.alloc(0);
}
