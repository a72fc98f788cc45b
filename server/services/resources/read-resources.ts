import type { ResourceDetail, ResourceList, ResourceOnWire } from '#contract/resource';
import { mayUse } from '#domain/access/rules';
import { judgePoint } from '#domain/hazard/exposure';
import { UNDETERMINED_JUDGEMENT } from '#domain/hazard/judgement';
import { buildZoneIndex, type ZoneIndex } from '#domain/hazard/zone-index';
import { failure, type Result, success } from '#domain/problem';
import { RESOURCE_FAILURES } from '#domain/resource/resource-failures';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  findResource,
  listResourceChanges,
  listResources,
  type ResourceRecord,
} from '../../db/queries/resources.ts';
import { findZonesNearAny } from '../../db/queries/zones-for-check.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { judgementSentence } from '../read/judgement-sentence.ts';
import type { Readers } from '../read/readers.ts';
import { describeHours } from './hours.ts';

export interface ResourceReading {
  readonly database: Database;
  readonly readers: Readers;
  readonly municipality: MunicipalityVersions;
  readonly actor: Actor;
  readonly now: Date;
}

/** All on the list as they were entered, for a file of them. */
export const readResourceRecords = ({
  database,
  municipality: { code },
  actor,
}: Omit<ResourceReading, 'readers' | 'now'>): Promise<ResourceRecord[]> =>
  withActor(database, actor, code, (tx) => listResources(tx, code));

/** All on the list, each judged against the zones in force and with whether it is open now. */
export async function readResources(reading: ResourceReading): Promise<ResourceList> {
  const { actor, now } = reading;
  const records = await readResourceRecords(reading);
  const judge = await judgeOf(reading, records);
  return {
    resources: records.map((record) => onWire(record, judge, now)),
    now: now.toISOString(),
    zonesAsOf: [...judge.asOf],
    mayChange: mayUse(actor.role, 'resources.change'),
  };
}

export async function readResource(
  reading: ResourceReading,
  id: string,
): Promise<Result<ResourceDetail>> {
  const { database, municipality, actor, now } = reading;
  const { code } = municipality;
  const { record, changes } = await withActor(database, actor, code, async (tx) => ({
    record: await findResource(tx, code, id),
    changes: await listResourceChanges(tx, code, id),
  }));
  if (record === null) return failure(RESOURCE_FAILURES.unknown());
  const judge = await judgeOf(reading, [record]);
  return success({
    ...onWire(record, judge, now),
    history: changes.map(({ version, kind, changedAt, changedBy }) => ({
      ...{ version, kind, changedBy },
      changedAt: changedAt.toISOString(),
    })),
  });
}

interface Judge {
  /** Null where there is no zone data: nothing can be said then. */
  readonly index: ZoneIndex | null;
  readonly asOf: readonly (string | null)[];
  readonly marginMeters: number;
}

async function judgeOf(
  { database, readers, municipality }: ResourceReading,
  records: readonly ResourceRecord[],
): Promise<Judge> {
  const { asOf, datasets } = await readers.zoneData(municipality);
  const { marginMeters } = municipality.settings;
  if (datasets.length === 0) return { index: null, asOf, marginMeters };
  const zones = await findZonesNearAny(
    database,
    municipality.code,
    datasets.map(({ id }) => id),
    records.flatMap(({ facts: { position } }) => (position === null ? [] : [position])),
    marginMeters,
  );
  return { index: buildZoneIndex(zones), asOf, marginMeters };
}

function onWire(
  { id, version, facts, updatedAt, updatedBy, isRemoved }: ResourceRecord,
  { index, asOf, marginMeters }: Judge,
  now: Date,
): ResourceOnWire {
  const { position, hours } = facts;
  const accuracy = position === null ? 'none' : 'building';
  const judgement =
    position === null || index === null
      ? UNDETERMINED_JUDGEMENT
      : judgePoint(index, { position, accuracy: 'building', radiusMeters: 0 }, { marginMeters });
  const { relation, redRelation, zones } = judgement;
  return {
    ...{ id, version, updatedBy, isRemoved },
    facts: {
      ...facts,
      accessibility: [...facts.accessibility],
      position: position === null ? null : [position[0], position[1]],
    },
    hours: hours === null ? null : describeHours(hours, now),
    hazard: {
      ...{ relation, redRelation },
      sentence: judgementSentence({ relation, redRelation, zones, accuracy, zoneDataAsOf: asOf }),
    },
    updatedAt: updatedAt.toISOString(),
  };
}
