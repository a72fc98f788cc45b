import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { rankResidents } from '#domain/priority/rank';
import type { Benchmark } from './support/benchmark.ts';
import { readRows, storeFacts, toFacts } from './support/rank-database.ts';
import { generateFacts } from './support/rank-facts.ts';
import { timeInTurns } from './support/timing.ts';

const RESIDENTS = 24_000;

/**
 * The peer reads the columns that ranking needs from one flat table by its key, decoded by pg into
 * rows. Both have the same answers where the facts that were read rank as those that were stored.
 */
export const benchmark: Benchmark = {
  about: '24,000 residents ranked, red zone first',
  peer: 'PostgreSQL reading their facts',
  targetRatio: 20,
  async run({ postgisUrl }) {
    if (postgisUrl === null) return { skipped: 'PostGIS is not installed' };
    const generated = generateFacts(RESIDENTS, 1);
    const client = new pg.Client(postgisUrl);
    await client.connect();
    try {
      await storeFacts(client, generated);
      const read = toFacts(await readRows(client));
      const times = await timeInTurns(
        () => rankResidents(redZonePolicy, read),
        () => readRows(client),
        { warmUp: 5, counted: 15 },
      );
      const sameAnswers = isDeepStrictEqual(
        rankResidents(redZonePolicy, read),
        rankResidents(redZonePolicy, generated),
      );
      return { ...times, sameAnswers };
    } finally {
      await client.end();
    }
  },
};
