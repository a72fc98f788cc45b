import type { FactValues } from '#domain/chart/facts';
import { reckoner } from '#domain/chart/items';
import { monthOf, type SnapshotBasis } from '#domain/chart/snapshot';
import { localDay } from '#domain/local-day';
import { SYSTEM, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  insertSnapshot,
  listWithoutSnapshot,
  type SnapshotValue,
} from '../../db/queries/charts/snapshots.ts';
import { findNewestVersion } from '../../db/queries/read/criteria.ts';
import { selectActiveDatasets } from '../../db/queries/read/datasets.ts';
import type { MunicipalityVersions, ReadVersions } from '../read/data-versions.ts';
import { itemsInForce } from './items.ts';
import type { ChartSources } from './read-charts.ts';

/** Stands for the city as a whole among the districts of a snapshot; no district has that name. */
export const WHOLE_CITY = '*';

/**
 * Keeps the figures of this month where they are not kept yet; answers the municipalities of which it did. One of which
 * that does not work keeps no other from it: what went wrong is thrown after all of them.
 */
export async function takeDueSnapshots(
  sources: ChartSources,
  readVersions: ReadVersions,
): Promise<readonly string[]> {
  const month = monthOf(localDay(sources.clock()));
  const taken: string[] = [];
  const failures: unknown[] = [];
  for (const code of await listWithoutSnapshot(sources.database, month))
    try {
      const municipality = await readVersions(code);
      if (municipality !== null && (await takeSnapshot(sources, municipality, month)))
        taken.push(code);
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0) throw new AggregateError(failures, `figures of ${month} were not kept`);
  return taken;
}

/** Of everybody, as the program sees them; false where the month was kept by somebody else meanwhile. */
async function takeSnapshot(
  sources: ChartSources,
  municipality: MunicipalityVersions,
  month: string,
): Promise<boolean> {
  const { database, facts, cutOff, clock } = sources;
  const { code } = municipality;
  const { version, items } = await itemsInForce(database, code);
  const cut = await cutOff.wait(municipality, SYSTEM);
  const read = await facts.read(municipality, SYSTEM, cut, clock());
  const figuresOf = reckoner(items);
  const valueIn = (district: string, known: FactValues): SnapshotValue => ({
    ...{ district, facts: known, figures: Object.fromEntries(figuresOf(known)) },
  });
  const values = [
    ...read.districts.map((one) => valueIn(one.name, one.facts)),
    valueIn(WHOLE_CITY, read.city),
  ];
  const basis = await basisOf(
    database,
    municipality,
    version,
    read.districts.flatMap(({ name, isDistrict }) => (isDistrict ? [name] : [])),
  );
  return withActor(database, SYSTEM, code, (tx) =>
    insertSnapshot(tx, code, { month, basis }, values),
  );
}

async function basisOf(
  database: Database,
  { code, topics, settings }: MunicipalityVersions,
  itemsVersion: number,
  names: readonly string[],
): Promise<SnapshotBasis> {
  const active = await selectActiveDatasets(database, code);
  const latest = (kind: string) =>
    active
      .flatMap((one) => (one.kind === kind && one.as_of !== null ? [one.as_of] : []))
      .sort()
      .at(-1) ?? null;
  const criteria = await findNewestVersion(database, code, settings.criteriaId);
  return {
    zones: { version: topics.zones ?? 0, asOf: latest('zones') },
    roster: { version: topics.roster ?? 0, asOf: latest('roster') },
    criteria: { id: settings.criteriaId, version: criteria },
    roads: { version: topics.roads ?? 0 },
    items: { version: itemsVersion },
    districts: { version: topics.districts ?? 0, names },
  };
}

const HOUR_MILLIS = 3_600_000;
/** Who is cut off takes all roads: not while the first ones open the screen after a start. */
const CALM_MILLIS = 5 * 60_000;

/**
 * Keeps the figures of every month: soon after the first start in it, or when it begins while the program runs. Answers
 * what ends that; `report` is told what did not work, and it is tried again within the hour.
 */
export function keepSnapshots(
  sources: ChartSources,
  readVersions: ReadVersions,
  report: (error: unknown) => void,
): () => void {
  let isBusy = false;
  let isStopped = false;
  const look = () => {
    if (isBusy) return;
    isBusy = true;
    takeDueSnapshots(sources, readVersions)
      .catch((error: unknown) => {
        // What the end of the program broke off is done by its next start.
        if (!isStopped) report(error);
      })
      .finally(() => {
        isBusy = false;
      });
  };
  const first = setTimeout(look, CALM_MILLIS).unref();
  const timer = setInterval(look, HOUR_MILLIS).unref();
  return () => {
    isStopped = true;
    clearTimeout(first);
    clearInterval(timer);
  };
}
