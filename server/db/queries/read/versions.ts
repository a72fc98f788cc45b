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
  return database.query('SELECT * FROM versions_of($1)', [code]);
}
