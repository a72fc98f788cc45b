import { Agent, get } from 'node:http';

/*
 * Readers in a process of their own, so that they do not take the server's time:
 * list-readers.ts READERS REQUESTS URL… sends the milliseconds of every answer to its parent. The readers
 * begin at different addresses and go round.
 */
const [readers = '20', requests = '40', ...urls] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(readers) });

/** Of somebody who is signed in. */
const headers = {
  'Accept-Encoding': 'gzip',
  ...(JSON.parse(process.env.READER_HEADERS ?? '{}') as Record<string, string>),
};

const millis: number[] = [];
await Promise.all(Array.from({ length: Number(readers) }, (_, reader) => readInTurn(reader)));
agent.destroy();
process.send?.(millis, () => process.disconnect());

async function readInTurn(reader: number): Promise<void> {
  for (let request = 0; request < Number(requests); request += 1) {
    const start = performance.now();
    await readOnce(urls[(reader + request) % urls.length] ?? '');
    millis.push(performance.now() - start);
  }
}

function readOnce(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
      response.resume().once('end', resolve);
    }).once('error', reject);
  });
}
