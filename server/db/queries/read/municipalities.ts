import type { Queryable } from '../../database.ts';
import type { Topic } from '../../entities/municipality.ts';

export interface LastRunRow {
  readonly assessed_at: Date;
  readonly margin_meters: number;
  /** Version of each topic that was read. */
  readonly data_versions: Partial<Record<Topic, number>>;
}

/** The latest check against the zones. */
export async function selectLastRun(database: Queryable, code: string): Promise<LastRunRow | null> {
  const [row] = await database.query<LastRunRow>(
    `SELECT assessed_at, margin_meters, data_versions FROM assessment_run
     WHERE municipality_code = $1 ORDER BY assessed_at DESC, id LIMIT 1`,
    [code],
  );
  return row ?? null;
}
