import type { PriorityCriteria } from '#domain/priority/criteria';
import type { RankedResident } from '#domain/priority/rank';
import type { Queryable } from '../database.ts';
import { columnsOf, inBatches } from './unnest.ts';

const ROWS_OF_A_STATEMENT = 2000;

/** Stores a ranking in place of the former one; rows that stay the same are not written. */
export async function storeRanking(
  tx: Queryable,
  municipalityCode: string,
  criteria: PriorityCriteria,
  ranking: readonly RankedResident[],
): Promise<void> {
  await tx.query(
    `DELETE FROM priority_result WHERE municipality_code = $1 AND NOT resident_id = ANY ($2::uuid[])`,
    [municipalityCode, ranking.map(({ residentId }) => residentId)],
  );
  // In one order everywhere, so that two rankings cannot wait for each other.
  const byId = [...ranking].sort((a, b) => (a.residentId < b.residentId ? -1 : 1));
  for (const batch of inBatches(byId, ROWS_OF_A_STATEMENT))
    await tx.query(
      `INSERT INTO priority_result (municipality_code, resident_id, criteria_id, criteria_version,
         tier, rank, score, possible_tier)
       SELECT $1, resident_id, $2, $3, tier, rank, score, possible_tier
       FROM unnest($4::uuid[], $5::int[], $6::int[], $7::float8[], $8::int[])
         AS ranked (resident_id, tier, rank, score, possible_tier)
       -- Whoever was archived meanwhile is ranked no more.
       WHERE EXISTS (SELECT 1 FROM resident WHERE municipality_code = $1 AND id = resident_id
                       AND archived_at IS NULL)
       ON CONFLICT (municipality_code, resident_id) DO UPDATE SET
         criteria_id = excluded.criteria_id, criteria_version = excluded.criteria_version,
         tier = excluded.tier, rank = excluded.rank, score = excluded.score,
         possible_tier = excluded.possible_tier
       WHERE priority_result IS DISTINCT FROM excluded`,
      [
        municipalityCode,
        criteria.id,
        criteria.version,
        ...columnsOf(batch, ['residentId', 'tier', 'rank', 'score', 'possibleTier']),
      ],
    );
}
