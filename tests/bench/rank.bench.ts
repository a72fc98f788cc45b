import { isDeepStrictEqual } from 'node:util';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { rankResidents } from '#domain/priority/rank';
import type { ResidentFacts } from '#domain/resident/facts';
import { createTestDatabase, type DatabaseKind } from '../support/database.ts';
import type { Benchmark } from './support/benchmark.ts';
import { RESIDENTS } from './support/prefecture.ts';
import { readFacts, storeFacts } from './support/rank-database.ts';
import { generateFacts } from './support/rank-facts.ts';
import { timeInTurns } from './support/timing.ts';

const TURNS = { warmUp: 8, counted: 15 };

/**
 * The peer is the reading that the product ranks from: its own `listFacts`, query and decoding, on the
 * embedded database as it is by default, and on a PostGIS server where there is one. Answers are the same
 * where the facts that were read rank as those that were stored.
 */
export const benchmark: Benchmark = {
  about: '24,000 residents ranked, red zone first',
  peer: 'the embedded database reading their facts',
  targetRatio: 20,
  async run({ postgisUrl }) {
    const generated = generateFacts(RESIDENTS, 1);
    const embedded = await measure('embedded', null, generated);
    if (postgisUrl === null) return embedded;
    const onServer = await measure('server', postgisUrl, generated);
    return {
      ...embedded,
      sameAnswers: embedded.sameAnswers && onServer.sameAnswers,
      figures: {
        'PostGIS server ms': onServer.peerMs,
        'PostGIS server ratio': onServer.peerMs / onServer.oursMs,
      },
    };
  },
};

async function measure(
  kind: DatabaseKind,
  postgisUrl: string | null,
  generated: readonly ResidentFacts[],
) {
  const { database, remove } = await createTestDatabase(kind, postgisUrl);
  try {
    await storeFacts(database, generated);
    const read = await readFacts(database);
    const times = await timeInTurns(
      () => rankResidents(redZonePolicy, read),
      () => readFacts(database),
      TURNS,
    );
    const sameAnswers = isDeepStrictEqual(
      rankResidents(redZonePolicy, read),
      rankResidents(redZonePolicy, generated),
    );
    return { ...times, sameAnswers };
  } finally {
    await remove();
  }
}
