import { subscribe } from 'node:diagnostics_channel';
import { existsSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { dropReady } from './drop-ready.ts';
import { releaseLock, takeLock } from './lock.ts';
import { postgisExtension } from './postgis-extension.ts';
import { readPreparedDirectory } from './prepared-directory.ts';
import { isListening, socketPath } from './socket.ts';

/**
 * The embedded PostgreSQL in a process of its own, because it answers on the thread that holds it.
 * Ends when its parent has gone or asked it to, as soon as no other process is connected.
 */
export type ChildMessage = 'ready' | 'taken' | 'in-use';

const POLL_MILLIS = 100;
const GRACE_MILLIS = 1000;
/** The socket server never forgets a connection that broke off, so a low limit would be reached one day. */
const MOST_CONNECTIONS = 100_000;
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
  let isLeaving = false;
  let askedAt: number | null = null;
  const leave = () => {
    isLeaving = true;
  };
  // Ctrl-C reaches the whole process group; the parent closes its connections first and then says so.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', leave);
  process.on('disconnect', leave);
  process.on('message', () => {
    askedAt = Date.now();
  });
  const countConnections = connectionCounter();
  const database = await openEngine(join(dataDir, 'pglite'));
  const path = socketPath(dataDir);
  if (!(await isListening(path))) rmSync(path, { force: true });
  const server = new PGLiteSocketServer({ db: database, path, maxConnections: MOST_CONNECTIONS });
  await server.start();
  tell('ready');
  const timer = setInterval(async () => {
    if (!isLeaving && askedAt === null) return;
    if (countConnections() > 0) {
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

/**
 * How many connections are really open: the socket server's own count keeps those that broke off, and
 * it takes every listener off a socket, so that only its state can be asked.
 */
function connectionCounter(): () => number {
  const sockets = new Set<Socket>();
  const forgetClosed = () => {
    for (const socket of sockets) if (socket.destroyed) sockets.delete(socket);
  };
  subscribe('net.server.socket', (message) => {
    forgetClosed();
    sockets.add((message as { socket: Socket }).socket);
  });
  return () => {
    forgetClosed();
    return sockets.size;
  };
}

async function openEngine(directory: string): Promise<PGlite> {
  const isNew = !existsSync(join(directory, 'PG_VERSION'));
  const prepared = isNew ? readPreparedDirectory() : null;
  const database = await PGlite.create({
    dataDir: directory,
    extensions: { postgis: postgisExtension },
    ...(prepared === null ? {} : { loadDataDir: prepared }),
  });
  keepRequestsWhole(database);
  return database;
}

/** Parse, Bind, Describe, Execute, Close and Flush: parts of a request that a Sync ends. */
const PARTS = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)));

/**
 * The socket server (0.2.11) queues single messages and lets another connection in between, unless the
 * engine is in a transaction. All connections share one backend and so its unnamed statement: one
 * would execute what another has parsed, and get its rows. So an unfinished request counts as a
 * transaction, and the connection that began it goes on alone.
 */
function keepRequestsWhole(database: PGlite): void {
  const execute = database.execProtocolRawStream.bind(database);
  const isInTransaction = database.isInTransaction.bind(database);
  const run = database.exec.bind(database);
  let isInRequest = false;
  database.isInTransaction = () => isInRequest || isInTransaction();
  // The socket server rolls back like this for a connection that broke off.
  database.exec = (...request) => {
    isInRequest = false;
    return run(...request);
  };
  // Errors of SQL are answers; what is thrown here is the engine itself breaking. The socket server
  // would wait for ever then: the parent starts a new engine in place of this one.
  database.execProtocolRawStream = (message, options) => {
    isInRequest = PARTS.has(message[0] ?? 0);
    // After an error the engine (0.5.8) says at once that it is ready, and again at the Sync: the next
    // request of that connection would be given the answer of the one before, for ever after.
    const { onRawData } = options ?? {};
    const given =
      isInRequest && onRawData !== undefined
        ? { ...options, onRawData: dropReady(onRawData) }
        : options;
    return execute(message, given).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    });
  };
}
