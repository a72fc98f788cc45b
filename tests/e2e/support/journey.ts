import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Application, startApplication } from './application.ts';
import { type Drawing, openPage, startBrowser, type Watched } from './browser.ts';

const START_MILLIS = 300_000;

/** The application with the demo city and a browser, for all journeys of a file; there once they begin. */
export function useApplication(drawing: Drawing): {
  readonly application: Application;
  readonly browser: Browser;
} {
  let application: Application;
  let browser: Browser;
  beforeAll(async () => {
    application = await startApplication();
    browser = await startBrowser(drawing);
  }, START_MILLIS);
  afterAll(async () => {
    await browser?.close();
    await application?.stop();
  });
  return {
    get application() {
      return application;
    },
    get browser() {
      return browser;
    },
  };
}

/**
 * As above, and an officer's page of its own for each journey, at a path of the application. A fault that
 * the page reports (console, uncaught, failed request) fails the journey.
 */
export function useOfficersPage(drawing: Drawing, path: string, patienceMillis: number) {
  const running = useApplication(drawing);
  let page: Page;
  let end: () => Promise<void>;
  beforeEach(async ({ task }) => {
    const watched = await openPage(running.browser, `${running.application.url}${path}`, {
      drawing: task.meta.drawing,
      worker: task.meta.worker,
    });
    page = watched.page;
    page.setDefaultTimeout(patienceMillis);
    end = async () => {
      const { brings } = task.meta;
      const faults = watched.faults.filter((one) => brings === undefined || !one.includes(brings));
      await watched.close();
      expect(faults).toEqual([]);
    };
  });
  afterEach(() => end());
  return {
    get url() {
      return running.application.url;
    },
    get page() {
      return page;
    },
  };
}

/** Holds the page that a journey opens by itself; a fault that it reports fails the journey. */
export function useWatched(): { current: Watched | null } {
  const held: { current: Watched | null } = { current: null };
  afterEach(async () => {
    const faults = [...(held.current?.faults ?? [])];
    await held.current?.close();
    held.current = null;
    expect(faults).toEqual([]);
  });
  return held;
}

/** Waits for a text; where it does not come, what stands there in its place is told. */
export async function seen(where: Locator, text: string | RegExp): Promise<void> {
  try {
    await where.getByText(text).first().waitFor();
  } catch (cause) {
    throw new Error(`${text} is not said. What is: ${await where.textContent()}`, { cause });
  }
}
