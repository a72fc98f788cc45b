import type { PlanSetting } from '#domain/plan/setting';
import type { Transaction } from '../database.ts';

export interface StoredPlanSetting {
  readonly version: number;
  readonly setting: PlanSetting;
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** Null where the city set nothing: it is as it comes. */
export async function findPlanSetting(
  tx: Transaction,
  code: string,
): Promise<StoredPlanSetting | null> {
  const [row] = await tx.query<StoredPlanSetting>(
    `SELECT version, setting, changed_at AS "changedAt", changed_by AS "changedBy"
     FROM plan_setting WHERE municipality_code = $1`,
    [code],
  );
  return row ?? null;
}

/** False where the version that was read is not the latest. */
export async function storePlanSetting(
  tx: Transaction,
  code: string,
  { version, setting }: Pick<StoredPlanSetting, 'version' | 'setting'>,
  by: string,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO plan_setting (municipality_code, version, setting, changed_by)
     SELECT $1, 1, $3, $4 WHERE $2 = 0 OR EXISTS (
       SELECT FROM plan_setting WHERE municipality_code = $1 AND version = $2)
     ON CONFLICT (municipality_code) DO UPDATE SET version = plan_setting.version + 1,
       setting = excluded.setting, changed_at = now(), changed_by = excluded.changed_by
     WHERE plan_setting.version = $2
     RETURNING version`,
    [code, version, JSON.stringify(setting), by],
  );
  return rows.length > 0;
}
