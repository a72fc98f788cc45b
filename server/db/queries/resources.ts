import type { ResourceFacts } from '#domain/resource/resource';
import type { Queryable, Transaction } from '../database.ts';
import type { ResourceChangeKind } from '../entities/resource.ts';

export interface ResourceRecord {
  readonly id: string;
  readonly version: number;
  readonly facts: ResourceFacts;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly isRemoved: boolean;
}

const COLUMNS = `id, version, facts, updated_at AS "updatedAt", updated_by AS "updatedBy",
  removed_at IS NOT NULL AS "isRemoved"`;

/** Those on the list, by name. */
export function listResources(tx: Queryable, code: string): Promise<ResourceRecord[]> {
  return tx.query(
    `SELECT ${COLUMNS} FROM social_resource
     WHERE municipality_code = $1 AND removed_at IS NULL ORDER BY name, id`,
    [code],
  );
}

/** One that was taken off the list too: whatever leads to it goes on leading somewhere. */
export async function findResource(
  tx: Queryable,
  code: string,
  id: string,
): Promise<ResourceRecord | null> {
  const [row] = await tx.query<ResourceRecord>(
    `SELECT ${COLUMNS} FROM social_resource WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return row ?? null;
}

/** Those of the ids that are there, on the list or taken off it. */
export function findResources(
  tx: Queryable,
  code: string,
  ids: readonly string[],
): Promise<ResourceRecord[]> {
  return tx.query(
    `SELECT ${COLUMNS} FROM social_resource WHERE municipality_code = $1 AND id = ANY ($2::uuid[])`,
    [code, ids],
  );
}

export interface ResourceChange {
  readonly id: string;
  /** That it was changed from; 0: it is new. */
  readonly version: number;
  readonly kind: ResourceChangeKind;
  readonly facts: ResourceFacts;
  readonly at: Date;
  readonly by: string;
}

/** Writes many at once, each with its history. @returns ids that were written; others were changed meanwhile */
export async function storeResources(
  tx: Transaction,
  code: string,
  changes: readonly ResourceChange[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($2::jsonb) AS c (
         id uuid, version integer, kind text, facts jsonb, at timestamptz, by text)),
     stored AS (
       INSERT INTO social_resource (municipality_code, id, version, name, facts, position,
         updated_at, updated_by, removed_at)
       SELECT $1, id, version + 1, facts->>'name', facts,
         ST_SetSRID(ST_MakePoint((facts->'position'->>0)::float8, (facts->'position'->>1)::float8), 4326),
         at, by, CASE WHEN kind = 'remove' THEN at END FROM given
       ON CONFLICT (municipality_code, id) DO UPDATE SET version = excluded.version,
         name = excluded.name, facts = excluded.facts, position = excluded.position,
         updated_at = excluded.updated_at, updated_by = excluded.updated_by,
         removed_at = excluded.removed_at
       WHERE social_resource.version = excluded.version - 1
       RETURNING id)
     INSERT INTO social_resource_change
       (municipality_code, resource_id, version, kind, facts, changed_at, changed_by)
     SELECT $1, id, version + 1, kind, facts, at, by FROM given WHERE id IN (SELECT id FROM stored)
     RETURNING resource_id AS id`,
    [code, JSON.stringify(changes)],
  );
  return rows.map(({ id }) => id);
}

export interface ResourceVersion {
  readonly version: number;
  readonly kind: ResourceChangeKind;
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** The newest first. */
export function listResourceChanges(
  tx: Queryable,
  code: string,
  id: string,
): Promise<ResourceVersion[]> {
  return tx.query(
    `SELECT version, kind, changed_at AS "changedAt", changed_by AS "changedBy"
     FROM social_resource_change WHERE municipality_code = $1 AND resource_id = $2
     ORDER BY version DESC LIMIT 50`,
    [code, id],
  );
}
