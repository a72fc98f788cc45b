import { chmodSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { ProblemError } from '#domain/problem';
import { socketDirectory } from '../../server/db/embedded/socket.ts';

/** Too long for a socket's path. */
const dataDir = `/nowhere/${'a'.repeat(120)}-${process.pid}`;
const directory = socketDirectory(dataDir);
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('the socket of a long path is in a folder that only this user can enter', () => {
  expect(socketDirectory(dataDir)).toBe(directory);
  expect(directory.startsWith(tmpdir())).toBe(true);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
});

test('a folder that others can enter, or a link to another one, is refused', () => {
  socketDirectory(dataDir);
  chmodSync(directory, 0o777);
  expect(() => socketDirectory(dataDir)).toThrow(ProblemError);
  rmSync(directory, { recursive: true });
  symlinkSync(tmpdir(), directory);
  expect(() => socketDirectory(dataDir)).toThrow(ProblemError);
});
