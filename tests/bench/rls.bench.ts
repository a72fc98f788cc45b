import { isDeepStrictEqual } from 'node:util';
import { type Actor, COMMAND_LINE, withActor } from '../../server/db/actor.ts';
import type { Database, Transaction } from '../../server/db/database.ts';
import { selectResidentList } from '../../server/db/queries/read/resident-list.ts';
import { createTestDatabase, type DatabaseKind } from '../support/database.ts';
import { BENCH_CITY, storeRoster } from './list-roster.ts';
import type { Benchmark } from './support/benchmark.ts';
import { RESIDENTS } from './support/prefecture.ts';
import { timeInTurns } from './support/timing.ts';

const TURNS = { warmUp: 4, counted: 15 };
const OFFICER: Actor = { ...COMMAND_LINE, role: 'disaster-officer', municipalityCode: BENCH_CITY };
const FIRE: Actor = { ...OFFICER, role: 'fire-department' };

/**
 * What row-level security costs: the list of everybody as an officer reads it, under the application's role
 * and through the views that mask, and the same statement on the tables themselves by their owner.
 */
export const benchmark: Benchmark = {
  about: 'List of 24,000 residents under row-level security, embedded database',
  peer: 'the same statement on the tables, by their owner',
  // Not more than half as long again.
  targetRatio: 1 / 1.5,
  async run({ postgisUrl }) {
    const embedded = await measure('embedded', null);
    if (postgisUrl === null) return embedded;
    const onServer = await measure('server', postgisUrl);
    return {
      ...embedded,
      sameAnswers: embedded.sameAnswers && onServer.sameAnswers,
      figures: {
        ...embedded.figures,
        'with / without': embedded.oursMs / embedded.peerMs,
        'PostGIS server with / without': onServer.oursMs / onServer.peerMs,
        'PostGIS server fire department ms': onServer.figures['fire department ms'],
      },
      misses:
        onServer.oursMs / onServer.peerMs > 1.5
          ? ['the PostGIS server takes more than half as long again']
          : [],
    };
  },
};

async function measure(kind: DatabaseKind, postgisUrl: string | null) {
  const { database, remove } = await createTestDatabase(kind, postgisUrl);
  try {
    await storeRoster(database, RESIDENTS);
    await storeConsents(database);
    const officer = () => list(database, OFFICER);
    const owner = () =>
      database.transaction((tx) => selectResidentList(onTables(tx), BENCH_CITY, null));
    const fire = () => list(database, FIRE);
    const sameAnswers =
      isDeepStrictEqual(sorted(await officer()), sorted(await owner())) &&
      (await fire()).length === RESIDENTS / 2;
    const times = await timeInTurns(officer, owner, TURNS);
    const limited = await timeInTurns(fire, owner, TURNS);
    return { ...times, sameAnswers, figures: { 'fire department ms': limited.oursMs } };
  } finally {
    await remove();
  }
}

const list = (database: Database, actor: Actor) =>
  withActor(database, actor, BENCH_CITY, (tx) => selectResidentList(tx, BENCH_CITY, null));

const sorted = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** The very statement, of the tables in place of the views. */
function onTables(tx: Transaction): Transaction {
  return {
    manager: tx.manager,
    query: (sql, parameters) => tx.query(sql.replaceAll('access.', ''), parameters),
  };
}

/** Every second person agreed. */
async function storeConsents(database: Database): Promise<void> {
  await database.query(
    `INSERT INTO consent (municipality_code, resident_id, purpose, state, version, on_paper)
     SELECT municipality_code, id, 'roster',
       CASE WHEN row_number() OVER (ORDER BY id) % 2 = 0 THEN 'agreed' ELSE 'refused' END, 1, false
     FROM resident`,
  );
  await database.query('ANALYZE consent');
}
