import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { KEEPING_FAILURES } from '#domain/access/keeping-failures';
import { ProblemError } from '#domain/problem';
import type { Transaction } from '../../db/database.ts';
import { migrate, migrationStatus } from '../../db/migrate.ts';
import { removeAllSessions } from '../../db/queries/accounts/sessions.ts';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import {
  beginLoading,
  type Checksum,
  checksumOf,
  columnTypes,
  endLoading,
  insertRows,
  listFilledTables,
  listTables,
  speakPlainly,
  type TableColumns,
} from '../../db/queries/dump.ts';
import { auditLine } from '../audit/record-access.ts';
import type { ServiceContext } from '../context.ts';
import { headSchema, lineSchema } from './backup-lines.ts';
import { beginDataFile, type RestoredFile } from './data-files.ts';
import { unseal } from './seal.ts';

export interface RestoreReport {
  readonly createdAt: string;
  readonly tables: readonly Checksum[];
  readonly files: readonly string[];
}

/**
 * Puts a back-up into an empty database, whichever of the two it came from, and its files into the data
 * directory. All rows or none: what was loaded is compared with the back-up before it stands.
 *
 * @throws ProblemError where the database is not empty, the key is wrong, or the file is damaged
 */
export async function restoreBackup(
  { database, actor }: ServiceContext,
  dataDir: string,
  file: string,
  secret: string,
): Promise<RestoreReport> {
  // First all of it, without keeping anything: a key or a file that is wrong must change nothing.
  const { createdAt, migrations } = await readHead(file, secret);
  const { dataSource } = database;
  const { executed, known } = await migrationStatus(dataSource);
  const unknown = migrations.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new ProblemError(KEEPING_FAILURES.backupOtherSchema(unknown));
  const isNewer = executed.some((name) => !migrations.includes(name));
  const before = executed.length === 0 ? [] : await listTables(database);
  const filled = await listFilledTables(
    database,
    before.map(({ table }) => table),
  );
  if (isNewer || filled.length > 0) throw new ProblemError(KEEPING_FAILURES.restoreNotEmpty());
  await migrate(dataSource, migrations);
  const files: RestoredFile[] = [];
  const tables = await database
    .transaction(async (tx) => {
      await speakPlainly(tx);
      await beginLoading(tx);
      const loaded = await load(tx, lines(file, secret), dataDir, files);
      await endLoading(tx);
      for (const checksum of loaded) {
        const { rows, sum } = await checksumOf(tx, checksum.table);
        if (rows !== checksum.rows || sum !== checksum.sum)
          throw new ProblemError(KEEPING_FAILURES.backupUnreadable());
      }
      // One that was ended after the back-up must not come back to life.
      await removeAllSessions(tx);
      const note = { action: 'backup.restore', people: [], details: { createdAt } } as const;
      await appendAudit(tx, '', [auditLine(actor, note)]);
      return loaded;
    })
    .catch(async (error: unknown) => {
      for (const one of files) await one.drop();
      throw error;
    });
  for (const one of files) await one.keep();
  await migrate(dataSource);
  return { createdAt, tables, files: files.map(({ path }) => path) };
}

async function readHead(file: string, secret: string) {
  let head: string | null = null;
  let last = '';
  for await (const line of lines(file, secret)) {
    head ??= line;
    last = line;
  }
  const parsed = headSchema.safeParse(parse(head ?? ''));
  if (!parsed.success || last !== JSON.stringify({ end: true }))
    throw new ProblemError(KEEPING_FAILURES.backupUnreadable());
  return parsed.data;
}

async function load(
  tx: Transaction,
  content: AsyncIterable<string>,
  dataDir: string,
  files: RestoredFile[],
): Promise<Checksum[]> {
  const checksums: Checksum[] = [];
  let table: (TableColumns & { readonly types: readonly string[] }) | null = null;
  let restored: RestoredFile | null = null;
  let isHead = true;
  for await (const text of content) {
    if (isHead) {
      isHead = false;
      continue;
    }
    const parsed = lineSchema.safeParse(parse(text));
    if (!parsed.success) throw new ProblemError(KEEPING_FAILURES.backupUnreadable());
    const line = parsed.data;
    if ('table' in line) {
      const types = await columnTypes(tx, line);
      if (types === null) throw new ProblemError(KEEPING_FAILURES.backupUnreadable());
      table = { ...line, types };
    } else if ('rows' in line) {
      if (table === null) throw new ProblemError(KEEPING_FAILURES.backupUnreadable());
      await insertRows(tx, table, table.types, line.rows);
    } else if ('checksum' in line) checksums.push(line.checksum);
    else if ('file' in line) {
      restored = await beginDataFile(dataDir, line.file);
      files.push(restored);
    } else if ('data' in line && restored !== null)
      await restored.add(Buffer.from(line.data, 'base64'));
  }
  return checksums;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function* lines(file: string, secret: string): AsyncGenerator<string> {
  const gunzip = createGunzip();
  const plain = Readable.from(unseal(createReadStream(file), secret));
  plain.on('error', (error) => gunzip.destroy(error));
  const input = plain.pipe(gunzip);
  const decoder = new TextDecoder();
  // In parts until its end is there: a line with files in it is far longer than what comes at once.
  let parts: string[] = [];
  for await (const data of input) {
    const [first = '', ...more] = decoder.decode(data, { stream: true }).split('\n');
    parts.push(first);
    for (const next of more) {
      yield parts.join('');
      parts = [next];
    }
  }
  const rest = parts.join('');
  if (rest !== '') yield rest;
}
