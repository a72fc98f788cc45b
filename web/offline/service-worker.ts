/**
 * Opens the application without a network: its own files, the base map and the tiles that show no
 * person. Answers with people in them are none of its business (kept-answers.ts keeps those, sealed).
 */

/** What this file uses of a service worker's world; its types cannot stand beside those of a page. */
interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    type: 'fetch',
    listener: (event: {
      readonly request: Request;
      respondWith(answer: Promise<Response>): void;
      waitUntil(work: Promise<unknown>): void;
    }) => void,
  ): void;
}
const worker = self as unknown as WorkerScope;

// Filled in by the build (vite.config.ts): a change of the files is a change of this one.
declare const APP_FILES: readonly string[];
declare const APP_VERSION: string;

const APP_CACHE = `app ${APP_VERSION}`;
const MAP_CACHE = 'map 1';
const PAGE = '/index.html';
const MOST_MAP_ENTRIES = 1500;
/** Tiles of people are not among these. */
const MAP_PATH = /^\/(basemap\/|api\/municipalities\/\d{5}\/tiles\/(zones|districts|shelters)[./])/;
const RANGE_HEADER = 'x-kept-content-range';

worker.addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(APP_CACHE);
    await cache.addAll([...APP_FILES, PAGE]);
    await worker.skipWaiting();
  };
  event.waitUntil(fill());
});

worker.addEventListener('activate', (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name !== APP_CACHE && name !== MAP_CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (MAP_PATH.test(url.pathname)) event.respondWith(mapAnswer(request));
  else if (/^\/(api|basemap|health)/.test(url.pathname)) return;
  else if (request.mode === 'navigate') event.respondWith(pageAnswer(request));
  else event.respondWith(fileAnswer(request));
});

/** The page as the server has it; without the server the one that was kept. */
async function pageAnswer(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(PAGE);
    if (kept === undefined) throw error;
    return kept;
  }
}

/** Files with a hash in their name never change; the others are asked for first. */
async function fileAnswer(request: Request): Promise<Response> {
  const isForEver = new URL(request.url).pathname.startsWith('/assets/');
  const kept = await caches.match(request, { ignoreVary: true });
  if (isForEver && kept !== undefined) return kept;
  try {
    const answer = await fetch(request);
    if (answer.status === 200) {
      const cache = await caches.open(APP_CACHE);
      await cache.put(request, answer.clone());
    }
    return answer;
  } catch (error) {
    if (kept === undefined) throw error;
    return kept;
  }
}

let entriesSinceTidying = 0;

async function mapAnswer(request: Request): Promise<Response> {
  const cache = await caches.open(MAP_CACHE);
  const key = keyOf(request);
  try {
    const answer = await fetch(request);
    if (answer.status === 200 || answer.status === 206) {
      await cache.put(key, keepable(answer.clone()));
      entriesSinceTidying += 1;
      if (entriesSinceTidying >= 100) {
        entriesSinceTidying = 0;
        await dropOldest(cache);
      }
    }
    return answer;
  } catch (error) {
    const kept = await cache.match(key, { ignoreVary: true });
    if (kept === undefined) throw error;
    return asItWas(kept);
  }
}

/** A range of a file is kept under an address of its own. */
function keyOf(request: Request): string {
  const range = request.headers.get('range');
  return range === null ? request.url : `${request.url}?range=${encodeURIComponent(range)}`;
}

/** A cache takes no partial answer: it is kept as a whole one that remembers its range. */
function keepable(answer: Response): Response {
  if (answer.status !== 206) return answer;
  const headers = new Headers(answer.headers);
  headers.set(RANGE_HEADER, headers.get('content-range') ?? '');
  headers.delete('content-range');
  return new Response(answer.body, { status: 200, headers });
}

function asItWas(kept: Response): Response {
  const range = kept.headers.get(RANGE_HEADER);
  if (range === null) return kept;
  const headers = new Headers(kept.headers);
  headers.set('content-range', range);
  headers.delete(RANGE_HEADER);
  return new Response(kept.body, { status: 206, headers });
}

/** Keys come in the order in which they were put. */
async function dropOldest(cache: Cache): Promise<void> {
  const keys = await cache.keys();
  const surplus = keys.slice(0, Math.max(0, keys.length - MOST_MAP_ENTRIES));
  await Promise.all(surplus.map((key) => cache.delete(key)));
}
