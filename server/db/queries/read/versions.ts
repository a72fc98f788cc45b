import type { Queryable } from '../../database.ts';
import type { Topic } from '../../entities/municipality.ts';

export interface VersionRow {
  readonly name: string;
  readonly margin_meters: number;
  readonly criteria_id: string;
  readonly zone_data_limit_years: number;
  readonly version: number;
  /** Tells one installation's municipality from another's whose counters are the same. */
  readonly epoch: string;
  /** Ids of the disaster modes that are open at this moment. */
  readonly disaster_modes: string[];
  /** How many moments have passed from which on overrides of roads hold, or hold no more. */
  readonly site_moment: number;
  readonly topic: Topic | null;
  readonly topic_version: number | null;
}

/** The municipality with its data versions, a row for each topic; no row where it does not exist. */
export function selectVersions(database: Queryable, code: string): Promise<VersionRow[]> {
  return database.query(
    `SELECT m.name, m.margin_meters, m.criteria_id, m.zone_data_limit_years, m.version,
            extract(epoch FROM m.created_at)::text AS epoch,
            ARRAY(SELECT mode.id::text FROM disaster_mode mode
                  WHERE mode.municipality_code = m.code AND mode.closed_at IS NULL
                    AND mode.begins_at <= now() AND mode.ends_at > now() ORDER BY 1) AS disaster_modes,
            (SELECT count(*)::integer
             FROM site_override s, LATERAL (VALUES (s.expires_at),
               ((s.facts #>> '{closed,from}')::timestamptz),
               ((s.facts #>> '{closed,until}')::timestamptz)) AS edge (moment)
             WHERE s.municipality_code = m.code AND s.taken_back_at IS NULL
               AND edge.moment <= now()) AS site_moment,
            d.topic, d.version AS topic_version
     FROM municipality m LEFT JOIN data_version d ON d.municipality_code = m.code
     WHERE m.code = $1`,
    [code],
  );
}
