import type { LocatedPosition } from '#domain/resident/accuracy';
import type { RosterEntry, SupporterEntry } from '#domain/resident/roster-entry';
import type { Queryable } from '../database.ts';
import type { PositionOrigin } from '../entities/person.ts';
import type { DatasetKey } from './datasets.ts';
import { columnsOf, withoutNul } from './unnest.ts';

export interface PersonToStage {
  readonly recordNumber: number;
  readonly entry: RosterEntry;
  readonly contentHash: string;
  readonly located: LocatedPosition;
  readonly positionOrigin: PositionOrigin;
  readonly positionSource: string | null;
  readonly supporters: readonly (SupporterEntry & { readonly located: LocatedPosition })[] | null;
}

export async function stageRoster(
  tx: Queryable,
  key: DatasetKey,
  persons: readonly PersonToStage[],
): Promise<void> {
  const rows = persons.map((person) => ({
    rosterNumber: person.entry.rosterNumber,
    recordNumber: person.recordNumber,
    contentHash: person.contentHash,
    entry: toJson(person.entry),
    ...flatten(person.located),
    positionOrigin: person.positionOrigin,
    positionSource: person.positionSource,
    supporters:
      person.supporters === null
        ? null
        : toJson(person.supporters.map(({ located, ...who }) => ({ ...who, ...flatten(located) }))),
  }));
  await tx.query(
    `INSERT INTO roster_record (municipality_code, dataset_id, roster_number, record_number,
       content_hash, entry, position, accuracy, radius_meters, position_origin, position_source,
       supporters)
     SELECT $1, $2, roster_number, record_number, content_hash, entry::jsonb,
       ST_SetSRID(ST_MakePoint(lng, lat), 4326), accuracy, radius_meters, position_origin,
       position_source, supporters::jsonb
     FROM unnest($3::text[], $4::int[], $5::text[], $6::text[], $7::float8[], $8::float8[],
                 $9::text[], $10::float8[], $11::text[], $12::text[], $13::text[])
       AS person (roster_number, record_number, content_hash, entry, lng, lat, accuracy,
                  radius_meters, position_origin, position_source, supporters)`,
    [
      key.municipalityCode,
      key.datasetId,
      ...columnsOf(rows, [
        'rosterNumber',
        'recordNumber',
        'contentHash',
        'entry',
        'lng',
        'lat',
        'accuracy',
        'radiusMeters',
        'positionOrigin',
        'positionSource',
        'supporters',
      ]),
    ],
  );
}

function flatten({ position, accuracy, radiusMeters }: LocatedPosition) {
  return { lng: position?.[0] ?? null, lat: position?.[1] ?? null, accuracy, radiusMeters };
}

function toJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? withoutNul(part) : part,
  );
}
