import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import type { LevelInForce } from '#domain/warning/warning-level';
import type { Database } from '../db/database.ts';
import { insertWarning, selectWarnings } from '../db/queries/warnings.ts';

export interface NewWarning {
  /** Ordinal of the newest declaration that was seen, 0 for none. */
  readonly basedOn: number;
  readonly levels: readonly LevelInForce[];
  readonly note: string;
  readonly setBy: string;
}

/** Puts levels in force in place of those before; refused where somebody else was quicker. */
export async function setWarning(
  database: Database,
  municipalityCode: string,
  { basedOn, levels, note, setBy }: NewWarning,
): Promise<Result<null>> {
  const [latest] = await selectWarnings(database, municipalityCode, 1);
  if ((latest?.ordinal ?? 0) !== basedOn) return failure(PROBLEMS.warningStale());
  const warning = { ordinal: basedOn + 1, levels, note, setBy };
  // The key decides where two had seen the same and write at the same time.
  return (await insertWarning(database, municipalityCode, warning))
    ? success(null)
    : failure(PROBLEMS.warningStale());
}
