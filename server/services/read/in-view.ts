import type { InView } from '#contract/in-view';
import type { ResidentQuery, ResidentRow } from '#contract/resident';
import type { Bbox, Position } from '#domain/geo/position';
import type { Actor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { countZonesInBox } from '../../db/queries/read/zones-in-box.ts';
import type { MunicipalityVersions } from './data-versions.ts';
import type { Readers } from './readers.ts';

/** Counts what a part of the map shows: people who meet the filters, zones and shelters. */
export async function countInView(
  { database, readers }: { readonly database: Database; readonly readers: Readers },
  municipality: MunicipalityVersions,
  actor: Actor,
  query: ResidentQuery,
  bbox: Bbox,
): Promise<InView> {
  const [snapshot, shelters, zones] = await Promise.all([
    readers.residents(municipality, actor),
    readers.shelters(municipality),
    countZonesInBox(database, municipality.code, bbox),
  ]);
  const { included } = snapshot.filter(query);
  const people = snapshot.rows.filter(
    (row, place) => included[place] === 1 && isInside(row.position, bbox),
  );
  return {
    residents: residentCounts(people),
    zones: zones.map(({ zone_class, phenomenon, count }) => ({
      zoneClass: zone_class,
      phenomenon,
      count,
    })),
    shelters: tally(
      shelters.filter(({ position }) => isInside(position, bbox)),
      ({ kind, relation }) => ({ kind, relation: relation ?? ('undetermined' as const) }),
    ),
  };
}

function residentCounts(people: readonly ResidentRow[]): InView['residents'] {
  const byTier: Record<string, number> = {};
  for (const { tier } of people) byTier[tier] = (byTier[tier] ?? 0) + 1;
  const count = (meets: (row: ResidentRow) => boolean) => people.filter(meets).length;
  return {
    total: people.length,
    byTier,
    insideRed: count(({ redRelation }) => redRelation === 'inside'),
    insideYellow: count((row) => row.relation === 'inside' && row.redRelation !== 'inside'),
    near: count(({ relation }) => relation === 'near'),
    undetermined: count((row) => [row.redRelation, row.relation].includes('undetermined')),
    powerDependent: count(({ powerDependent }) => powerDependent === true),
  };
}

function isInside(position: Position | null, [west, south, east, north]: Bbox): boolean {
  if (position === null) return false;
  const [lng, lat] = position;
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** How often each combination occurs. */
function tally<Item, Key extends object>(items: readonly Item[], keyOf: (item: Item) => Key) {
  const counts = new Map<string, Key & { count: number }>();
  for (const item of items) {
    const key = keyOf(item);
    const name = JSON.stringify(key);
    const known = counts.get(name);
    if (known === undefined) counts.set(name, { ...key, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()];
}
