/**
 * People as the actor sees them. A view is read with the rights of its owner, so it holds the rows back
 * itself, by the same functions as the policies of the tables. No security_barrier: the statements that
 * reach these views are the application's own, and it would keep indexes from being used.
 */
const IS_MASKED = '(SELECT access.masked())';
const isSeen = (id: string, people: 'people' | 'plans' = 'people') =>
  `municipality_code = (SELECT access.municipality())
   AND ((SELECT access.everyone()) OR ${id} IN (SELECT access.${people}()))`;
/** What the column is, or what stands in its place where people are masked. */
const masked = (column: string, instead = 'NULL', name = column) =>
  `CASE WHEN ${IS_MASKED} THEN ${instead} ELSE ${column} END AS ${name}`;

/** To the block: 阿品3丁目1-2 becomes 阿品3丁目, 宮内1234番地 becomes 宮内. */
const BLOCK = String.raw`regexp_replace(address,
  '^(.*?[0-9０-９〇一二三四五六七八九十]+丁目).*$|^([^0-9０-９]*).*$', '\1\2')`;
/** Some 500 m: the middle of the square that the house stands in. */
const AREA = `ST_SetSRID(ST_MakePoint((floor(ST_X(position) / 0.005) + 0.5) * 0.005,
  (floor(ST_Y(position) / 0.005) + 0.5) * 0.005), 4326)`;
const INITIAL = (column: string) => `left(${column}, 1) || '〇'`;

export const VIEWS = [
  `CREATE VIEW access.resident AS SELECT
     municipality_code, id, version, district_name, archived_at, entered_at,
     ${masked('roster_number', `''`)}, ${masked('name', INITIAL('name'))},
     ${masked('name_kana', INITIAL('name_kana'))}, ${masked('birth_date')}, ${masked('sex')},
     ${masked('address', BLOCK)}, ${masked('phone')}, ${masked('reason')}, ${masked('notes')},
     ${masked('position', AREA)},
     ${masked('accuracy', `CASE WHEN position IS NULL THEN 'none' ELSE 'town' END`)},
     ${masked('radius_meters', 'CASE WHEN position IS NOT NULL THEN 400 END')},
     ${masked('position_source')}
   FROM resident WHERE ${isSeen('id')}`,

  `CREATE VIEW access.household_facts AS SELECT
     municipality_code, resident_id, care_level, plan, source, as_of,
     ${masked('disabilities')}, ${masked('devices')}, ${masked('household')},
     ${masked('communication')},
     supporters_known AND NOT ${IS_MASKED} AND ((SELECT access.everyone())
       OR resident_id IN (SELECT access.plans())) AS supporters_known
   FROM household_facts WHERE ${isSeen('resident_id')}`,

  `CREATE VIEW access.supporter AS SELECT
     municipality_code, resident_id, ordinal, name, relationship, phone, address
   FROM supporter
   WHERE NOT ${IS_MASKED} AND ${isSeen('resident_id')}
     AND ((SELECT access.everyone()) OR resident_id IN (SELECT access.plans()))`,

  // Of people only: what is found of shelters is public.
  `CREATE VIEW access.assessment AS SELECT
     municipality_code, subject_kind, subject_id, run_id, relation, red_relation, phenomena,
     red_not_surveyed, ${masked('red_distance_meters')}, ${masked('zones', `'[]'::jsonb`)}
   FROM assessment
   WHERE subject_kind = 'resident' AND municipality_code = (SELECT access.municipality())
     AND ((SELECT access.everyone())
       OR subject_id IN (SELECT person::text FROM access.people() AS person))`,

  // Without whom a check found elsewhere.
  `CREATE VIEW access.assessment_run AS SELECT municipality_code, id, assessed_at, margin_meters
   FROM assessment_run WHERE municipality_code = (SELECT access.municipality())`,

  `CREATE VIEW access.priority_result AS SELECT
     municipality_code, resident_id, criteria_id, criteria_version, tier, rank,
     ${masked('score')}, ${masked('possible_tier', 'tier', 'possible_tier')}
   FROM priority_result WHERE ${isSeen('resident_id')}`,
];
