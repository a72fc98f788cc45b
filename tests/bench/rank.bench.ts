import { isDeepStrictEqual } from 'node:util';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { rankResidents } from '#domain/priority/rank';
import { createTestDatabase } from '../support/database.ts';
import type { Benchmark } from './support/benchmark.ts';
import { readRows, storeFacts, toFacts } from './support/rank-database.ts';
import { generateFacts } from './support/rank-facts.ts';
import { timeInTurns } from './support/timing.ts';

const RESIDENTS = 24_000;

/**
 * The peer is the reading that the product ranks from: its own query on its own schema, decoded into
 * rows. Answers are the same where the facts that were read rank as those that were stored.
 */
export const benchmark: Benchmark = {
  about: '24,000 residents ranked, red zone first',
  peer: 'PostGIS reading their facts',
  targetRatio: 20,
  async run({ postgisUrl }) {
    if (postgisUrl === null) return { skipped: 'PostGIS is not installed' };
    const generated = generateFacts(RESIDENTS, 1);
    const { database, remove } = await createTestDatabase('server', postgisUrl);
    try {
      await storeFacts(database, generated);
      const read = toFacts(await readRows(database));
      const times = await timeInTurns(
        () => rankResidents(redZonePolicy, read),
        () => readRows(database),
        { warmUp: 5, counted: 15 },
      );
      const sameAnswers = isDeepStrictEqual(
        rankResidents(redZonePolicy, read),
        rankResidents(redZonePolicy, generated),
      );
      return { ...times, sameAnswers };
    } finally {
      await remove();
    }
  },
};
