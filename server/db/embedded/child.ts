import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { releaseLock, takeLock } from './lock.ts';
import { readPreparedDirectory } from './prepared-directory.ts';
import { isListening, socketPath } from './socket.ts';

/**
 * The embedded PostgreSQL in a process of its own, because it answers on the thread that holds it.
 * Ends when its parent has gone or asked it to, as soon as no other process is connected.
 */
export type ChildMessage = 'ready' | 'taken' | 'in-use';

const POLL_MILLIS = 100;
const GRACE_MILLIS = 1000;
const MOST_CONNECTIONS = 50;
const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('usage: child DATA_DIR');

/** The parent may have gone: what it would have been told does not matter then. */
const tell = (message: ChildMessage) => {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
};

if (takeLock(dataDir)) await serve(dataDir);
else {
  tell('taken');
  process.disconnect?.();
}

async function serve(dataDir: string): Promise<void> {
  let leaving = false;
  // Ctrl-C reaches the whole process group; the parent closes its connections first and then says so.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {
    leaving = true;
  });
  process.on('disconnect', () => {
    leaving = true;
  });
  const database = await openEngine(join(dataDir, 'pglite'));
  const path = socketPath(dataDir);
  if (!(await isListening(path))) rmSync(path, { force: true });
  const server = new PGLiteSocketServer({ db: database, path, maxConnections: MOST_CONNECTIONS });
  await server.start();
  tell('ready');
  let askedAt: number | null = null;
  process.on('message', () => {
    askedAt = Date.now();
  });
  const timer = setInterval(async () => {
    if (!leaving && askedAt === null) return;
    if (server.getStats().activeConnections > 0) {
      // The parent's own connections take a moment to be gone; what is left then is another process.
      if (askedAt !== null && Date.now() - askedAt > GRACE_MILLIS) tell('in-use');
      return;
    }
    clearInterval(timer);
    await server.stop();
    rmSync(path, { force: true });
    await database.close();
    releaseLock(dataDir);
    process.exit(0);
  }, POLL_MILLIS);
}

async function openEngine(directory: string): Promise<PGlite> {
  const isNew = !existsSync(join(directory, 'PG_VERSION'));
  const prepared = isNew ? readPreparedDirectory() : null;
  return PGlite.create({
    dataDir: directory,
    extensions: { postgis },
    ...(prepared === null ? {} : { loadDataDir: prepared }),
  });
}
