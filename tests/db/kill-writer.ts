import { openDatabase } from '../../server/db/data-source.ts';

/** A row that the writer may have written. */
export interface WrittenRow {
  readonly id: number;
}

// Run by embedded.test.ts in a process of its own: writes rows and says each that was acknowledged.
const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('usage: kill-writer DATA_DIR');
const database = await openDatabase({ dataDir, databaseUrl: null, databasePoolSize: 1 });
await database.query('CREATE TABLE IF NOT EXISTS written (id integer PRIMARY KEY)');
for (let id = 1; ; id += 1) {
  await database.transaction(async (tx) => {
    await tx.query('INSERT INTO written VALUES ($1)', [id]);
  });
  process.stdout.write(`${id}\n`);
}
