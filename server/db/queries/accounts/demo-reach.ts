import type { Queryable } from '../../database.ts';

/** What the demo's district organisation, welfare shelter and supporter are there for. */
export interface DemoReach {
  readonly districts: string[];
  readonly allDistricts: string[];
  readonly shelterIds: string[];
  readonly residentIds: string[];
}

const MOST_PEOPLE = 5;

/**
 * The district with most people that agreed, the facility that most plans name, and people who agreed: so
 * that each of the three sees somebody. Read as the owner of the tables, before anybody is signed in.
 */
export async function demoReach(database: Queryable, code: string): Promise<DemoReach> {
  const [row] = await database.query<DemoReach>(
    `WITH agreed AS (
       SELECT DISTINCT c.resident_id AS id FROM consent c
       WHERE c.municipality_code = $1 AND c.state = 'agreed' AND c.purpose = 'plan')
     SELECT
       ARRAY(SELECT r.district_name FROM resident r JOIN agreed a USING (id)
         WHERE r.municipality_code = $1 AND r.district_name IS NOT NULL
         GROUP BY r.district_name ORDER BY count(*) DESC, r.district_name LIMIT 1) AS districts,
       ARRAY(SELECT DISTINCT r.district_name FROM resident r
         WHERE r.municipality_code = $1 AND r.district_name IS NOT NULL ORDER BY 1) AS "allDistricts",
       ARRAY(SELECT s FROM consent c, unnest(c.shelter_ids) AS s
         WHERE c.municipality_code = $1 AND c.state = 'agreed'
         GROUP BY s ORDER BY count(*) DESC, s LIMIT 1) AS "shelterIds",
       ARRAY(SELECT id FROM agreed ORDER BY id LIMIT ${MOST_PEOPLE}) AS "residentIds"`,
    [code],
  );
  return row ?? { districts: [], allDistricts: [], shelterIds: [], residentIds: [] };
}
