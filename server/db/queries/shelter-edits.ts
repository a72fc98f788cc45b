import type { ConflictField } from '#domain/shelter/facility-conflicts';
import type { ShelterOverrides } from '#domain/shelter/shelter-edit';
import type { Queryable } from '../database.ts';

export interface StoredEdit {
  readonly version: number;
  readonly overrides: ShelterOverrides;
}

/** What stands of a shelter, locked until the transaction ends; null where nobody said anything yet. */
export async function lockShelterEdit(
  tx: Queryable,
  code: string,
  shelterId: string,
): Promise<StoredEdit | null> {
  const [row] = await tx.query<StoredEdit>(
    `SELECT version, overrides FROM shelter_edit
     WHERE municipality_code = $1 AND shelter_id = $2 FOR UPDATE`,
    [code, shelterId],
  );
  return row ?? null;
}

export interface NewEdit {
  readonly shelterId: string;
  readonly version: number;
  readonly former: ShelterOverrides;
  readonly overrides: ShelterOverrides;
  readonly listed: ShelterOverrides;
  readonly reason: string;
  readonly changedBy: string;
}

/** Lays overrides over a shelter and keeps who said so and why. */
export async function storeShelterEdit(tx: Queryable, code: string, edit: NewEdit): Promise<void> {
  const { shelterId, version, former, overrides, listed } = edit;
  const [lng, lat] = overrides.position ?? [null, null];
  await tx.query(
    `INSERT INTO shelter_edit (municipality_code, shelter_id, version, overrides, listed, position)
     VALUES ($1, $2, $3, $4, $5, ST_SetSRID(ST_MakePoint($6::float8, $7::float8), 4326))
     ON CONFLICT (municipality_code, shelter_id) DO UPDATE
     SET version = excluded.version, overrides = excluded.overrides, listed = excluded.listed,
       position = excluded.position`,
    [code, shelterId, version, JSON.stringify(overrides), JSON.stringify(listed), lng, lat],
  );
  await tx.query(
    `INSERT INTO shelter_edit_change
       (municipality_code, shelter_id, version, former, overrides, reason, changed_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      code,
      shelterId,
      version,
      JSON.stringify(former),
      JSON.stringify(overrides),
      edit.reason,
      edit.changedBy,
    ],
  );
}

export interface EditChange {
  readonly version: number;
  readonly former: ShelterOverrides;
  readonly overrides: ShelterOverrides;
  readonly reason: string;
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** Latest first. */
export function listShelterChanges(
  database: Queryable,
  code: string,
  shelterId: string,
): Promise<EditChange[]> {
  return database.query(
    `SELECT version, former, overrides, reason, changed_at AS "changedAt", changed_by AS "changedBy"
     FROM shelter_edit_change WHERE municipality_code = $1 AND shelter_id = $2
     ORDER BY version DESC`,
    [code, shelterId],
  );
}

export interface Agreement {
  readonly shelterId: string;
  readonly otherId: string;
  readonly field: ConflictField;
}

/** Differences that the officer left as they are; the smaller id stands first. */
export function listAgreements(database: Queryable, code: string): Promise<Agreement[]> {
  return database.query(
    `SELECT shelter_id AS "shelterId", other_id AS "otherId", field FROM shelter_agreement
     WHERE municipality_code = $1`,
    [code],
  );
}

export async function storeAgreement(
  tx: Queryable,
  code: string,
  { shelterId, otherId, field }: Agreement,
  isAgreed: boolean,
  by: string,
): Promise<void> {
  const key = [code, shelterId, otherId, field];
  if (isAgreed)
    await tx.query(
      `INSERT INTO shelter_agreement (municipality_code, shelter_id, other_id, field, agreed_by)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [...key, by],
    );
  else
    await tx.query(
      `DELETE FROM shelter_agreement
       WHERE municipality_code = $1 AND shelter_id = $2 AND other_id = $3 AND field = $4`,
      key,
    );
}
