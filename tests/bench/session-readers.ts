import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { residentPageSchema } from '#contract/resident';
import { seededRandom } from './support/random.ts';

/*
 * People who sign in and read, in a process of their own, so that they do not take the server's time:
 * session-readers.ts URL LOGIN PASSWORD SIGN-INS READERS SECONDS sends what it found to its parent.
 */
export interface SessionLoad {
  readonly signInMs: readonly number[];
  readonly readMs: readonly number[];
  /** Reading alone, before the others come. */
  readonly aloneMs: readonly number[];
  /** What was not answered as it should be, and how often. */
  readonly errors: Readonly<Record<string, number>>;
}

const [url = '', loginName = '', password = '', signIns, readers, seconds] = process.argv.slice(2);
const LIST = '/api/municipalities/99201/residents';
const PAGE = 50;
const READS_ALONE = 20;
/** Somebody who reads looks at what came for a moment. */
const LEAST_PAUSE_MS = 500;
const MOST_PAUSE_MS = 2500;
const GIVE_UP_MS = 20_000;

const agent = new Agent({ keepAlive: true, maxSockets: Number(signIns) + Number(readers) });
const errors: Record<string, number> = {};

const first = await signIn();
const aloneMs: number[] = [];
if (first !== null)
  for (let read = 0; read < READS_ALONE; read += 1) aloneMs.push(...(await readOnce(first, read)));

const signInMs: number[] = [];
const atOnce = Array.from({ length: Number(signIns) }, async () => {
  const start = performance.now();
  const cookie = await signIn();
  signInMs.push(performance.now() - start);
  return cookie;
});
const cookies = (await Promise.all(atOnce)).filter((cookie) => cookie !== null);

const readMs: number[] = [];
const end = performance.now() + Number(seconds) * 1000;
await Promise.all(
  Array.from({ length: cookies.length === 0 ? 0 : Number(readers) }, (_, reader) =>
    readUntilTheEnd(cookies[reader % cookies.length] ?? '', reader),
  ),
);
agent.destroy();
const load: SessionLoad = { signInMs, readMs, aloneMs, errors };
process.send?.(load, () => process.disconnect());

async function readUntilTheEnd(cookie: string, reader: number): Promise<void> {
  const random = seededRandom(reader);
  const pause = () => sleep(LEAST_PAUSE_MS + random() * (MOST_PAUSE_MS - LEAST_PAUSE_MS));
  await sleep(random() * MOST_PAUSE_MS);
  while (performance.now() < end) {
    readMs.push(...(await readOnce(cookie, Math.floor(random() * 1000))));
    await pause();
  }
}

/** A page of the list and somebody on it; how long each took. */
async function readOnce(cookie: string, number: number): Promise<number[]> {
  const start = performance.now();
  const offset = (number % 10) * PAGE;
  const list = await ask('GET', `${LIST}?limit=${PAGE}&offset=${offset}`, { Cookie: cookie });
  const listed = performance.now();
  if (list === null) return [];
  const { rows } = residentPageSchema.parse(JSON.parse(list.body));
  const id = rows[number % rows.length]?.id;
  const detail = await ask('GET', `${LIST}/${id}`, { Cookie: cookie });
  if (detail === null) return [listed - start];
  if (!detail.body.includes(`"${id}"`)) note('another person was shown');
  return [listed - start, performance.now() - listed];
}

/** The cookie of a session of its own; null where there is none. */
async function signIn(): Promise<string | null> {
  const headers = { 'Content-Type': 'application/json', 'X-Michishirube': '1' };
  const answer = await ask('POST', '/api/session', headers, { loginName, password });
  return answer?.headers['set-cookie']?.map((line) => line.split(';')[0]).join('; ') ?? null;
}

interface Answer {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** null where the answer is none to go on with, which is noted. */
function ask(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: object,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const failed = (why: string) => {
      note(`${method} ${path.replace(/\?.*|[0-9a-f-]{36}/g, '')}: ${why}`);
      resolve(null);
    };
    const asked = request(
      `${url}${path}`,
      { method, agent, headers, timeout: GIVE_UP_MS },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', (error) => failed(error.name));
        response.on('end', () => {
          if (response.statusCode !== 200) failed(`status ${response.statusCode}`);
          else resolve({ headers: response.headers, body: Buffer.concat(chunks).toString('utf8') });
        });
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('timeout')));
    asked.on('error', (error) => failed('code' in error ? String(error.code) : error.message));
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function note(error: string): void {
  errors[error] = (errors[error] ?? 0) + 1;
}
