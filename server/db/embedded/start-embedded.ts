import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PROBLEMS, ProblemError } from '#domain/problem';
import { entryPoint } from '../entry-point.ts';
import type { ChildMessage } from './child.ts';
import { isLocked } from './lock.ts';
import { isListening, SOCKET_PORT, socketDirectory, socketPath } from './socket.ts';

export interface EmbeddedServer {
  /** For pg: the directory of the socket as host, and the port that names it. */
  readonly host: string;
  readonly port: number;
  /** Ends the engine if it is ours and nobody else uses it; close your connections first. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MILLIS = 120_000;
const STOP_TIMEOUT_MILLIS = 20_000;
const RESTARTS = 5;

/**
 * Starts PostgreSQL with PostGIS over `dataDir` in a child process, or joins the one that another
 * process of ours runs there (the command line beside the server). A child that dies is started again.
 *
 * @throws ProblemError where the engine does not come up
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedServer> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const address = { host: socketDirectory(dataDir), port: SOCKET_PORT };
  let child = await startOrJoin(dataDir);
  if (child === null) return { ...address, stop: async () => {} };
  let isStopping = false;
  let restarts = 0;
  const guard = (guarded: ChildProcess) =>
    guarded.once('exit', () => {
      if (isStopping || restarts >= RESTARTS) return;
      restarts += 1;
      startOrJoin(dataDir).then(
        (next) => {
          child = next;
          if (next !== null) guard(next);
        },
        // Every connection is refused from here on, which is how its users learn of it.
        () => {},
      );
    });
  guard(child);
  return {
    ...address,
    stop: async () => {
      isStopping = true;
      if (child !== null) await stopChild(child);
    },
  };
}

/** A child of ours that listens; null where another process's does. */
async function startOrJoin(dataDir: string): Promise<ChildProcess | null> {
  const path = socketPath(dataDir);
  const giveUpAt = Date.now() + START_TIMEOUT_MILLIS;
  while (Date.now() < giveUpAt) {
    if (await isListening(path)) return null;
    if (!isLocked(dataDir)) {
      const child = forkChild(dataDir);
      if ((await firstWord(child)) === 'ready') return child;
    }
    await sleep(100);
  }
  throw new ProblemError(PROBLEMS.databaseUnreachable(path));
}

function forkChild(dataDir: string): ChildProcess {
  const { url, execArgv } = entryPoint(import.meta.url, './child');
  const log = openSync(join(dataDir, 'embedded.log'), 'a', 0o600);
  try {
    const child = fork(fileURLToPath(url), [dataDir], {
      execArgv: [...execArgv],
      stdio: ['ignore', log, log, 'ipc'],
    });
    // The child must not keep a program alive that has come to its end.
    child.unref();
    child.channel?.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

async function firstWord(child: ChildProcess): Promise<ChildMessage> {
  child.ref();
  child.channel?.ref();
  const ended = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', { signal: ended.signal }).then(([word]: ChildMessage[]) => word!),
      once(child, 'exit', { signal: ended.signal }).then(([code]) => {
        if (code === 0) return 'taken' as const;
        throw new ProblemError(
          PROBLEMS.databaseUnreachable(`embedded PostgreSQL ended (${code}), see embedded.log`),
        );
      }),
    ]);
  } finally {
    ended.abort();
    child.unref();
    child.channel?.unref();
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  child.channel?.ref();
  const ended = new AbortController();
  const { signal } = ended;
  const exit = once(child, 'exit', { signal });
  const handedOver = once(child, 'message', { signal });
  child.send('stop', () => {});
  const timeout = sleep(STOP_TIMEOUT_MILLIS, undefined, { signal });
  await Promise.race([exit, handedOver, timeout]);
  ended.abort();
  await Promise.allSettled([exit, handedOver, timeout]);
  if (child.connected) child.disconnect();
  child.unref();
}
