import { isDeepStrictEqual } from 'node:util';
import { type Actor, COMMAND_LINE, SYSTEM, withActor } from '../../server/db/actor.ts';
import type { Database } from '../../server/db/database.ts';
import { insertSnapshot } from '../../server/db/queries/charts/snapshots.ts';
import { selectChartFacts } from '../../server/db/queries/read/chart-facts.ts';
import { selectResidentFacts } from '../../server/db/queries/read/resident-facts.ts';
import { readTrend } from '../../server/services/charts/trend.ts';
import { createTestDatabase } from '../support/database.ts';
import { BENCH_CITY, storeRoster } from './list-roster.ts';
import type { Benchmark } from './support/benchmark.ts';
import { RESIDENTS } from './support/prefecture.ts';
import { timeInTurns } from './support/timing.ts';

const TODAY = '2026-11-24';
const OFFICER: Actor = { ...COMMAND_LINE, role: 'disaster-officer', municipalityCode: BENCH_CITY };
const TURNS = { warmUp: 2, counted: 7 };
const MONTHS = 120;
const DISTRICTS = 28;
const LEVELS = ['23', '24', '25'];

/** Facts of all districts counted by the database, against reading everybody and counting here. */
export const benchmark: Benchmark = {
  about: 'Charts of 28 districts of 24,000 residents, embedded database',
  peer: 'reading the facts of everybody under the same actor, counted one by one',
  // Reading everybody is what it must not cost more than.
  targetRatio: 0.8,
  limitMs: 300,
  async run() {
    const { database, remove } = await createTestDatabase('embedded', null);
    try {
      await storeRoster(database, RESIDENTS);
      const ours = () =>
        withActor(database, OFFICER, BENCH_CITY, (tx) =>
          selectChartFacts(tx, BENCH_CITY, null, TODAY),
        );
      const peer = () => countedHere(database);
      const counted = new Map(
        (await ours()).map(({ name, facts }) => [name, [facts.residents, facts['care.3_5']]]),
      );
      const sameAnswers = isDeepStrictEqual(new Map([...counted].sort()), await peer());
      const times = await timeInTurns(ours, peer, TURNS);
      await keepMonths(database);
      const trend = await timeInTurns(
        () => readTrend(database, OFFICER, BENCH_CITY, 'residents'),
        async () => {},
        TURNS,
      );
      return {
        ...{ ...times, sameAnswers },
        figures: { [`trend of ${MONTHS} months ms`]: trend.oursMs },
        misses: [
          ...(times.oursMs > 300 ? ['charts take more than 300 ms'] : []),
          ...(trend.oursMs > 1000 ? ['ten years of months take more than 1 s'] : []),
        ],
      };
    } finally {
      await remove();
    }
  },
};

async function countedHere(database: Database) {
  const rows = await withActor(database, OFFICER, BENCH_CITY, (tx) =>
    selectResidentFacts(tx, BENCH_CITY, null, null),
  );
  const counts = new Map<string | null, [number, number]>();
  for (const { district_name: name, care_level } of rows) {
    const known = counts.get(name) ?? [0, 0];
    known[0] += 1;
    if (care_level !== null && LEVELS.includes(care_level)) known[1] += 1;
    counts.set(name, known);
  }
  return new Map([...counts].sort());
}

/** Ten years of made-up months. */
async function keepMonths(database: Database): Promise<void> {
  const figures = { residents: { state: 'known', value: 40 } } as const;
  const basis = {
    ...{ zones: { version: 1, asOf: null }, roster: { version: 1, asOf: null } },
    ...{ criteria: { id: 'none', version: 1 }, roads: { version: 1 }, items: { version: 0 } },
    districts: { version: 1, names: [] },
  };
  const values = Array.from({ length: DISTRICTS }, (_, place) => ({
    ...{ district: `第${place}地区`, facts: { residents: 40 }, figures },
  }));
  for (let back = 0; back < MONTHS; back += 1) {
    const month = new Date(Date.UTC(2026, 10 - back, 1)).toISOString().slice(0, 10);
    await withActor(database, SYSTEM, BENCH_CITY, (tx) =>
      insertSnapshot(tx, BENCH_CITY, { month, basis }, values),
    );
  }
}
