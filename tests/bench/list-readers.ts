import { Agent, get } from 'node:http';

/*
 * Readers of an address, in a process of their own so that they do not take the server's time:
 * list-readers.ts URL READERS REQUESTS sends the milliseconds of every answer to its parent.
 */
const [url = '', readers = '20', requests = '40'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(readers) });

const millis: number[] = [];
await Promise.all(Array.from({ length: Number(readers) }, readInTurn));
agent.destroy();
process.send?.(millis, () => process.disconnect());

async function readInTurn(): Promise<void> {
  for (let request = 0; request < Number(requests); request += 1) {
    const start = performance.now();
    await readOnce();
    millis.push(performance.now() - start);
  }
}

function readOnce(): Promise<void> {
  const headers = { 'Accept-Encoding': 'gzip' };
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
      response.resume().once('end', resolve);
    }).once('error', reject);
  });
}
