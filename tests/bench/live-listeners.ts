import { Agent, get, type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { responseDetailSchema } from '#contract/response';

/*
 * Those who listen to a response and those who report, in a process of their own:
 * live-listeners.ts URL LOGIN PASSWORD LISTENERS UPDATES-A-SECOND SECONDS sends what it found to its parent.
 */
export interface LiveLoad {
  /** From sending a report until a listener holds it, for each of the listeners. */
  readonly streamMs: readonly number[];
  readonly pollMs: readonly number[];
  readonly updates: number;
  readonly errors: readonly string[];
}

const [url = '', loginName = '', password = '', ...numbers] = process.argv.slice(2);
const [listeners = 0, perSecond = 0, seconds = 0] = numbers.map(Number);
const BASE = '/api/municipalities/99201/responses';
const POLL_MILLIS = 1000;
const LAST_MILLIS = 4000;
const agent = new Agent({ keepAlive: true, maxSockets: listeners + 50 });
const errors: string[] = [];

const signedIn = await ask('POST', '/api/session', { loginName, password });
const cookie = signedIn.cookie;
const opened = await ask('POST', BASE, {
  ...{ kind: 'rehearsal', districts: null, levels: [{ level: 3, districts: null }] },
});
const { id, people } = responseDetailSchema.parse(JSON.parse(opened.body));
const ids = people.map((person) => person.id);
const updates = perSecond * seconds;
if (ids.length < 2 * updates) errors.push(`${ids.length} people are too few`);

const sentAt = new Map<string, number>();
const streamMs: number[] = [];
const streams = await Promise.all(
  Array.from({ length: listeners }, () => stream((text) => measure(text, streamMs))),
);
await report(ids.slice(0, updates));
for (const response of streams) response.destroy();

// What was said to the streams is no news to those who ask.
sentAt.clear();
const pollMs: number[] = [];
let isOver = false;
const polling = Array.from({ length: listeners }, async (_, listener) => {
  let since = '';
  await sleep((POLL_MILLIS * listener) / listeners);
  while (!isOver) {
    const begin = performance.now();
    since = await pollOnce(since, (text) => measure(text, pollMs)).catch((error: unknown) => {
      errors.push(String(error));
      return since;
    });
    await sleep(Math.max(0, POLL_MILLIS - (performance.now() - begin)));
  }
});
await sleep(2 * POLL_MILLIS);
await report(ids.slice(updates, 2 * updates));
isOver = true;
await Promise.all(polling);
agent.destroy();
const load: LiveLoad = { streamMs, pollMs, updates, errors };
process.send?.(load, () => process.exit());

/** One person each, so that nothing is said over by what comes next. */
async function report(some: readonly string[]): Promise<void> {
  const begin = performance.now();
  const asked: Promise<unknown>[] = [];
  for (const [at, personId] of some.entries()) {
    await sleep(Math.max(0, begin + (at * 1000) / perSecond - performance.now()));
    const now = new Date().toISOString();
    const one = { id: crypto.randomUUID(), personId, status: 'moving', at: now, shelterId: null };
    sentAt.set(personId, performance.now());
    asked.push(
      ask('POST', `${BASE}/${id}/reports`, { sentAt: now, reports: [one] }).catch(
        (error: unknown) => errors.push(String(error)),
      ),
    );
  }
  await Promise.all(asked);
  await sleep(LAST_MILLIS);
}

function measure(text: string, into: number[]): void {
  const now = performance.now();
  // Of an event alone what it is about: parsing all of each five hundred times would be the load itself.
  for (const [, person = ''] of text
    .slice(text.lastIndexOf('"people":['))
    .matchAll(/"id":"(.{36})"/g)) {
    const sent = sentAt.get(person);
    if (sent !== undefined) into.push(now - sent);
  }
}

function stream(onEvent: (text: string) => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = get(`${url}${BASE}/${id}/events`, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`stream: ${response.statusCode}`));
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          onEvent(text.slice(0, end));
          text = text.slice(end + 2);
        }
        resolve(response);
      });
      response.on('error', () => undefined);
    });
    asked.on('error', reject);
  });
}

/** The first event since the last one, as somebody who asks again and again would have it. */
function pollOnce(since: string, onEvent: (text: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, ...(since === '' ? {} : { 'Last-Event-ID': since }) };
    const asked = get(`${url}${BASE}/${id}/events`, { agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        if (!text.includes('\ndata: ') || !text.endsWith('\n\n')) return;
        onEvent(text);
        response.destroy();
        resolve(/^id: (\d+)$/m.exec(text)?.[1] ?? since);
      });
      response.on('error', () => undefined);
    });
    asked.on('error', reject);
  });
}

function ask(
  method: string,
  path: string,
  body: object,
): Promise<{ readonly body: string; readonly cookie: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...{ 'Content-Type': 'application/json', 'X-Michishirube': '1' },
      ...(path === '/api/session' ? {} : { cookie }),
    };
    const asked = request(`${url}${path}`, { method, agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        if ((response.statusCode ?? 500) >= 300) reject(new Error(`${path}: ${text}`));
        const own = response.headers['set-cookie']?.map((line) => line.split(';')[0]).join('; ');
        resolve({ body: text, cookie: own ?? '' });
      });
    });
    asked.on('error', reject);
    asked.end(JSON.stringify(body));
  });
}
