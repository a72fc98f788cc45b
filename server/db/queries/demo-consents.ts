import type { Transaction } from '../database.ts';

/**
 * What people of the fictional city said, always the same by their roster numbers: of a hundred some 58
 * agreed to the roster, 14 refused, 9 were asked, 2 withdrew and 17 were not asked. Whoever agreed and has
 * a plan agreed to it in three of four cases, and it names a welfare shelter.
 */
export async function insertDemoConsents(
  tx: Transaction,
  code: string,
  explainedBy: string,
): Promise<void> {
  await tx.query(
    `WITH person AS (
       SELECT r.id, h.plan, abs(hashtext(r.roster_number)) % 100 AS draw,
         abs(hashtext('plan ' || r.roster_number)) % 100 AS plan_draw,
         abs(hashtext('shelter ' || r.roster_number)) AS shelter_draw
       FROM resident r JOIN household_facts h
         ON h.municipality_code = r.municipality_code AND h.resident_id = r.id
       WHERE r.municipality_code = $1 AND r.archived_at IS NULL),
     facility AS (
       SELECT array_agg(s.id ORDER BY s.id) AS ids FROM shelter s JOIN dataset d
         ON d.municipality_code = s.municipality_code AND d.id = s.dataset_id
       WHERE s.municipality_code = $1 AND d.status = 'active' AND s.kind = 'welfare-shelter'),
     said AS (
       SELECT id, 'roster' AS purpose, '{}'::text[] AS shelter_ids, CASE WHEN draw < 58 THEN 'agreed'
           WHEN draw < 72 THEN 'refused' WHEN draw < 81 THEN 'asked' WHEN draw < 83 THEN 'withdrawn'
         END AS state
       FROM person
       UNION ALL
       SELECT id, 'plan', CASE WHEN ids IS NULL THEN '{}'
           ELSE ARRAY[ids[1 + shelter_draw % cardinality(ids)]] END,
         CASE WHEN draw < 58 AND plan_draw < 75 THEN 'agreed' ELSE 'asked' END
       FROM person, facility WHERE plan IN ('draft', 'complete')),
     stored AS (
       INSERT INTO consent (municipality_code, resident_id, purpose, state, version, decided_on,
         explained_by, on_paper, shelter_ids)
       SELECT $1, id, purpose, state, 1, CASE WHEN state <> 'asked' THEN date '2026-04-15' END,
         CASE WHEN state <> 'asked' THEN $2 END, state IN ('agreed', 'refused'), shelter_ids
       FROM said WHERE state IS NOT NULL
       ON CONFLICT DO NOTHING
       RETURNING resident_id, purpose, state, decided_on, explained_by, on_paper, shelter_ids)
     INSERT INTO consent_change (municipality_code, resident_id, purpose, version, record, changed_by)
     SELECT $1, resident_id, purpose, 1, jsonb_build_object('state', state, 'decidedOn', decided_on,
         'explainedBy', explained_by, 'onPaper', on_paper, 'shelterIds', shelter_ids), $2
     FROM stored`,
    [code, explainedBy],
  );
}
