import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { guideVersion } from '#domain/access/guide';
import type { Role } from '#domain/access/roles';
import { demoAccount } from '../../support/signed-in.ts';

/** The engine without the windows around it takes a third less of the processor for the same page. */
const SHELL = '/usr/bin/chromium-headless-shell';
const EXECUTABLE = process.env.CHROMIUM ?? (existsSync(SHELL) ? SHELL : '/usr/bin/chromium');

/**
 * On a shared machine with two cores a browser that draws in software can be late once; a journey that
 * is broken fails twice.
 */
export const RETRIES = process.env.CI === undefined ? 0 : 1;

export const hasChromium = existsSync(EXECUTABLE);
if (!hasChromium)
  process.stderr.write(
    `Chromium is not installed (apt-get install chromium fonts-noto-cjk): journeys in a browser are skipped\n`,
  );

/** Whether the map is drawn: where a journey does not look at it, its software drawing only takes time. */
export type Drawing = 'map' | 'no map';

/**
 * Whether the page has its service worker. In the empty profile of each page it fetches the whole client
 * anew, all places and languages: half of what a page costs. Journeys that lose the network keep it.
 */
export type Worker = 'worker' | 'no worker';

declare module '@vitest/runner' {
  interface TaskMeta {
    drawing?: Drawing;
    worker?: Worker;
    /** In the text of faults that the journey brings about: the browser reports every refused request. */
    brings?: string;
  }
}
/** For a journey that does not look at the map, in a file of which others do. */
export const WITHOUT_MAP = { meta: { drawing: 'no map' } } as const;

/** Mesa's drawing by software takes half the time of the browser's own. */
const BY_SOFTWARE = existsSync('/usr/share/glvnd/egl_vendor.d/50_mesa.json')
  ? ['--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist']
  : ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

/**
 * Whose letters a page is written in: the same design either way. The application's own come in some fifty
 * files a page, and take a fifth of what a page costs.
 */
export type Letters = 'own letters' | 'letters of the system';

/** WebGL by software or none at all, and nothing that the browser fetches for itself. */
export function startBrowser(
  drawing: Drawing,
  letters: Letters = 'letters of the system',
): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      '--no-sandbox',
      ...(drawing === 'map' ? BY_SOFTWARE : ['--disable-gpu', '--disable-software-rasterizer']),
      ...(letters === 'own letters' ? [] : ['--disable-remote-fonts']),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** As on a device that has none. */
const WITHOUT_WEBGL = `
  const given = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    return kind === 'webgl2' ? null : given.call(this, kind, ...more);
  };`;

/** What a page said and asked for that it must not. */
export interface Watched {
  readonly page: Page;
  /** Errors on the console, errors that nobody caught, and requests to other hosts. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/**
 * A page of somebody who is signed in by the demo's account of a role, without typing. Without motion unless
 * asked for: a map that flies is drawn in software fifty times on its way.
 */
export async function openPage(
  browser: Browser,
  url: string,
  {
    reducedMotion = 'reduce',
    role = 'disaster-officer',
    drawing = 'map',
    guide = 'read',
    account,
    worker = 'no worker',
  }: {
    readonly reducedMotion?: 'reduce' | 'no-preference';
    readonly role?: Role;
    /** By its login name, where the role has several accounts in the demo. */
    readonly account?: string;
    readonly drawing?: Drawing | undefined;
    readonly worker?: Worker | undefined;
    /** Whether the role has read the guide to personal data; else the screen asks for it. */
    readonly guide?: 'read' | 'unread';
  } = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    // The same screen drawn from a quarter of the pixels: they are drawn by software, in nobody's sight.
    deviceScaleFactor: 0.5,
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion,
    serviceWorkers: worker === 'worker' ? 'allow' : 'block',
  });
  const { origin } = new URL(url);
  // Of the context: it sends the browser's own user agent, and the browser keeps the cookie.
  const signedIn = await context.request.post(`${origin}/api/session`, {
    headers: { 'x-michishirube': '1' },
    data: await demoAccount(origin, role, account),
  });
  if (!signedIn.ok()) throw new Error(`not signed in: ${await signedIn.text()}`);
  if (guide === 'read')
    await context.request.put(`${origin}/api/account/guide`, {
      headers: { 'x-michishirube': '1' },
      data: { version: guideVersion(role) },
    });
  if (drawing === 'no map') await context.addInitScript(WITHOUT_WEBGL);
  const page = await context.newPage();
  const faults: string[] = [];
  const ownHost = new URL(url).host;
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== ownHost) faults.push(`outside: ${request.url()}`);
  });
  await page.goto(url);
  return { page, faults, close: () => context.close() };
}
