import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { KEEPING_FAILURES } from '#domain/access/keeping-failures';
import { PROBLEMS, ProblemError } from '#domain/problem';
import type { Transaction } from '../../db/database.ts';
import { migrationStatus } from '../../db/migrate.ts';
import {
  type Checksum,
  checksumOf,
  listTables,
  readRows,
  speakPlainly,
} from '../../db/queries/dump.ts';
import { recordAccess } from '../audit/record-access.ts';
import type { ServiceContext } from '../context.ts';
import type { BackupLine } from './backup-lines.ts';
import { isInside, listDataFiles, readDataFile } from './data-files.ts';
import { sealing } from './seal.ts';

export interface BackupReport {
  readonly file: string;
  readonly tables: readonly Checksum[];
  readonly files: readonly string[];
}

type Write = (line: BackupLine) => Promise<void>;

/**
 * Writes everything into one sealed file, while others work on: all rows as they were at one moment. The
 * embedded database lets others wait while its rows are read (seconds); a server does not.
 *
 * @throws ProblemError where the file is there already, lies in the data directory or cannot be written
 */
export async function createBackup(
  { database, actor }: ServiceContext,
  dataDir: string,
  file: string,
  secret: string,
): Promise<BackupReport> {
  // It would hold itself, growing while it is read.
  if (isInside(dataDir, file)) throw new ProblemError(KEEPING_FAILURES.backupInsideData(file));
  if (existsSync(file)) throw new ProblemError(KEEPING_FAILURES.backupExists(file));
  await recordAccess(database, actor, '', { action: 'backup.create', people: [] });
  const { executed } = await migrationStatus(database.dataSource);
  const unfinished = `${file}.${process.pid}.part`;
  const sealed = await sealing(secret);
  const gzip = createGzip({ level: 3 });
  const written = pipeline(
    gzip,
    sealed,
    createWriteStream(unfinished, { mode: 0o600, flags: 'wx' }),
  );
  // Looked at below; until then nobody listens.
  written.catch(() => {});
  const write: Write = (line) => writeLine(gzip, line);
  try {
    const createdAt = new Date().toISOString();
    const head = { kind: 'michishirube-backup', version: 1, createdAt } as const;
    await write({ ...head, migrations: [...executed] });
    const tables = await database.transaction((tx) => writeTables(tx, write));
    const files = await writeFiles(dataDir, write);
    await write({ end: true });
    gzip.end();
    await written;
    await rename(unfinished, file);
    return { file, tables, files };
  } catch (error) {
    gzip.destroy();
    await written.catch(() => {});
    await rm(unfinished, { force: true });
    if (error instanceof Error && 'code' in error && 'syscall' in error && error.syscall === 'open')
      throw new ProblemError(PROBLEMS.fileNotWritten(file, String(error.code)));
    throw error;
  }
}

async function writeTables(tx: Transaction, write: Write): Promise<Checksum[]> {
  // Before the first statement that reads: all tables are of the same moment.
  await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  await speakPlainly(tx);
  const checksums: Checksum[] = [];
  for (const table of await listTables(tx)) {
    await write({ table: table.table, columns: [...table.columns] });
    for await (const rows of readRows(tx, table)) await write({ rows });
    const checksum = await checksumOf(tx, table.table);
    checksums.push(checksum);
    await write({ checksum });
  }
  return checksums;
}

async function writeFiles(dataDir: string, write: Write): Promise<string[]> {
  const files = await listDataFiles(dataDir);
  for (const file of files) {
    await write({ file });
    for await (const data of readDataFile(dataDir, file))
      await write({ data: data.toString('base64') });
  }
  return files;
}

async function writeLine(stream: Writable, line: BackupLine): Promise<void> {
  if (stream.destroyed) throw stream.errored ?? new Error('the back-up cannot be written');
  if (!stream.write(`${JSON.stringify(line)}\n`)) await once(stream, 'drain');
}
