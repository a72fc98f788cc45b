import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROBLEMS, ProblemError } from '#domain/problem';

/** PostgreSQL clients look for `.s.PGSQL.<port>` in the directory that they are given as host. */
export const SOCKET_PORT = 5432;
const SOCKET_NAME = `.s.PGSQL.${SOCKET_PORT}`;
/** A Unix socket's path has at most 107 bytes on Linux and 103 on macOS. */
const LONGEST_SOCKET_PATH = 100;

/**
 * Where the socket of a data directory is: in it, so that its permissions guard the socket too, or, if
 * that path is too long for a socket, in a directory of its own that only this user can enter.
 *
 * @throws ProblemError where somebody else made that directory first, or can enter it
 */
export function socketDirectory(dataDir: string): string {
  if (Buffer.byteLength(join(dataDir, SOCKET_NAME)) <= LONGEST_SOCKET_PATH) return dataDir;
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const directory = join(tmpdir(), `michishirube-${process.getuid?.() ?? 0}-${name}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!isOnlyOurs(directory)) throw new ProblemError(PROBLEMS.socketDirectoryForeign(directory));
  return directory;
}

/** A directory, no link to one, of this user, that nobody else may enter. */
function isOnlyOurs(directory: string): boolean {
  const found = lstatSync(directory);
  const isOfUser = process.getuid === undefined || found.uid === process.getuid();
  return found.isDirectory() && isOfUser && (found.mode & 0o077) === 0;
}

export function socketPath(dataDir: string): string {
  return join(socketDirectory(dataDir), SOCKET_NAME);
}

/** Asks for TLS, as a client may do first; every PostgreSQL server answers with one letter. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);
/** A server that is busy with a long statement answers late, but it is there. */
const ANSWER_TIMEOUT_MILLIS = 10_000;

/** Whether a server has the socket; one that was killed leaves its file behind and takes no connection. */
export function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let isConnected = false;
    socket.setTimeout(ANSWER_TIMEOUT_MILLIS, () => socket.destroy());
    socket.once('connect', () => {
      isConnected = true;
      socket.write(SSL_REQUEST);
    });
    socket.once('data', () => socket.end());
    socket.once('error', () => socket.destroy());
    socket.once('close', () => resolve(isConnected));
  });
}
