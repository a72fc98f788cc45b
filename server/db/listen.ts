import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const AGAIN_MILLIS = 5_000;

/**
 * Hears what other processes notify on a channel of a database server, over a connection of its own that is
 * opened again when it was lost. The embedded database delivers no notices: there is nothing to hear there.
 */
export function listenTo(
  databaseUrl: string,
  channel: string,
  onNotice: (payload: string) => void,
  onTrouble: (error: unknown) => void,
): () => Promise<void> {
  let client: pg.Client | null = null;
  const stopping = new AbortController();
  const connect = async () => {
    const connection = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
    const lost = new Promise<void>((resolve) => connection.once('end', resolve));
    connection.on('error', onTrouble);
    connection.on('notification', ({ payload }) => onNotice(payload ?? ''));
    client = connection;
    await connection.connect();
    await connection.query(`LISTEN ${channel}`);
    await lost;
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      await connect().catch(onTrouble);
      await sleep(AGAIN_MILLIS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return async () => {
    stopping.abort();
    await client?.end().catch(() => undefined);
    await running;
  };
}
