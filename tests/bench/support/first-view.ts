import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page, Response } from 'playwright-core';
import { z } from 'zod';
import type { SignedIn } from '../../support/signed-in.ts';

const GIVE_UP_AFTER_MS = 300_000;
const ASK_EVERY_MS = 250;
const PER_KILOBYTE = 1000;

/* What runs in the page is text: these files know no DOM. */
/**
 * Gathers from before the page's own scripts what held the main thread for 50 ms or more, and notes when the
 * first view is there: whoever asks a page again and again takes the time that it needs.
 */
const WATCH = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  performance.setResourceTimingBufferSize(2000);
  // The list's rows, or on the start page those who come first.
  const rows = '[role=option][aria-label], [aria-labelledby=start-first] li';
  const watcher = new MutationObserver(() => {
    if (document.querySelector(rows) === null || document.querySelector('[data-drawn]') === null) return;
    globalThis.firstViewAt = performance.now();
    watcher.disconnect();
  });
  watcher.observe(document, { subtree: true, childList: true, attributeFilter: ['data-drawn'] });`;
const IS_THERE = 'globalThis.firstViewAt !== undefined';
const WHAT_CAME = `({
  milliseconds: globalThis.firstViewAt,
  files: performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime < globalThis.firstViewAt)
    // What a thread asks for again comes from what the browser keeps: nothing over the wire.
    .map(({ name, transferSize, encodedBodySize }) => ({
      path: new URL(name).pathname, bytes: transferSize === 0 ? 0 : encodedBodySize,
    })),
})`;
const whatCameSchema = z.object({
  milliseconds: z.number(),
  files: z.array(z.object({ path: z.string(), bytes: z.number() })),
});

export interface FirstView {
  readonly page: Page;
  /** From the start of the navigation to rows in the list and everything on the map drawn, zones among it. */
  readonly milliseconds: number;
  /** Scripts that had come over the wire until then, gzipped; those of its threads among them. */
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
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'ja-JP',
    userAgent,
  });
  const [name = '', value = ''] = cookie.split('=');
  // Of the whole origin: with a path below it the session would not be sent to where data are asked for.
  await context.addCookies([{ name, value, url: new URL(url).origin }]);
  await context.addInitScript({ content: WATCH });
  const page = await context.newPage();
  // A thread of its own asks for tiles: the page does not know of them.
  const zones: Response[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/tiles/zones/') && response.status() === 200) zones.push(response);
  });
  await page.goto(url, { waitUntil: 'commit' });
  const start = performance.now();
  while (!(await page.evaluate<boolean>(IS_THERE))) {
    if (performance.now() - start > GIVE_UP_AFTER_MS) throw new Error('no first view came');
    await sleep(ASK_EVERY_MS);
  }
  const { milliseconds, files } = whatCameSchema.parse(await page.evaluate(WHAT_CAME));
  const drawn = await Promise.all(zones.map((tile) => tile.body()));
  if (!drawn.some((tile) => tile.length > 0)) throw new Error('the map was drawn without zones');
  const scripts = files.filter(({ path }) => path.endsWith('.js'));
  return {
    page,
    milliseconds,
    scriptKilobytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0) / PER_KILOBYTE,
    close: () => context.close(),
  };
}
