import { once } from 'node:events';
import { Agent, request } from 'node:http';

/*
 * People who ask for ways, in a process of their own, so that they do not take the server's time:
 * route-askers.ts USERS REQUESTS URL, with the bodies as a message; sends back how long each answer took.
 */
export interface RouteLoad {
  readonly millis: readonly number[];
  /** Of an answer as it comes over the wire, and as it is read. */
  readonly wireBytes: number;
}

const [users = '20', requests = '20', url = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(users) });
const headers = {
  'Accept-Encoding': 'gzip',
  'Content-Type': 'application/json',
  ...(JSON.parse(process.env.READER_HEADERS ?? '{}') as Record<string, string>),
};

process.send?.('ready');
const [message]: unknown[] = await once(process, 'message');
const bodies = message as readonly string[];
const millis: number[] = [];
let bytes = 0;
await Promise.all(Array.from({ length: Number(users) }, (_, user) => askInTurn(user)));
agent.destroy();
const load: RouteLoad = { millis, wireBytes: bytes / millis.length };
process.send?.(load, () => process.disconnect());

/** Each begins with another question and goes round. */
async function askInTurn(user: number): Promise<void> {
  for (let asked = 0; asked < Number(requests); asked += 1) {
    const start = performance.now();
    await askOnce(bodies[(user * Number(requests) + asked) % bodies.length] ?? '');
    millis.push(performance.now() - start);
  }
}

function askOnce(body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const own = { ...headers, 'Content-Length': Buffer.byteLength(body) };
    request(url, { method: 'POST', agent, headers: own }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.once('end', resolve);
    })
      .once('error', reject)
      .end(body);
  });
}
