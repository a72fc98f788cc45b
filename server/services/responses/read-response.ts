import type { ResidentRow } from '#contract/resident';
import type {
  ListedResponse,
  ResponseDetail,
  ResponseHead,
  ToMoveOnWire,
} from '#contract/response';
import { mayUse } from '#domain/access/rules';
import { compareToMove, groupOf, latestStartOf } from '#domain/plan/response';
import { countResponse } from '#domain/plan/response-counts';
import { type ResponseLevel, reachedSince } from '#domain/plan/response-levels';
import { type Actor, personRuleOf, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  type CopiedPerson,
  selectCopied,
  selectDevices,
  selectOpenWithPeople,
} from '../../db/queries/response-people.ts';
import {
  type StoredReport,
  selectStanding,
  sumUnexpected,
} from '../../db/queries/response-reports.ts';
import { findResponse, listResponses, type ResponseRecord } from '../../db/queries/responses.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { valuesInForce } from '../read/overridden-shelter.ts';
import type { Readers } from '../read/readers.ts';

const SHOWN_AT_MOST = 30;

export async function readResponses(
  database: Database,
  actor: Actor,
  code: string,
): Promise<ListedResponse[]> {
  return withActor(database, actor, code, async (tx) => {
    const found = await listResponses(tx, code, SHOWN_AT_MOST);
    const withPeople = new Set(await selectOpenWithPeople(tx, code));
    // A shelter is come to by people whom nobody expected there.
    const receives = actor.shelterIds.length > 0;
    return found.map((one) => ({
      ...headOf(one),
      concernsMe: one.closedAt === null && (receives || withPeople.has(one.id)),
    }));
  });
}

/** Null where there is no such response. */
export async function readResponse(
  database: Database,
  readers: Readers,
  municipality: MunicipalityVersions,
  actor: Actor,
  id: string,
  now: Date,
): Promise<ResponseDetail | null> {
  const { code } = municipality;
  const read = await withActor(database, actor, code, async (tx) => {
    const response = await findResponse(tx, code, id);
    if (response === null) return null;
    const people = await selectCopied(tx, code, id);
    const standing = await selectStanding(tx, code, id);
    const devices = await selectDevices(tx, code, id);
    return { response, people, standing, devices, unexpected: await sumUnexpected(tx, code, id) };
  });
  if (read === null) return null;
  const { response, unexpected } = read;
  const { rows } = await readers.residents(municipality, actor);
  const known = new Map(rows.map((row) => [row.id, row]));
  const devices = new Map(read.devices.map((one) => [one.id, one.devices]));
  const reports = new Map(read.standing.map((report) => [report.personId, report]));
  const people = read.people
    .flatMap((person) => {
      const row = known.get(person.id);
      // Who has left the roster since stays in the copy, without a name.
      if (row === undefined && personRuleOf(actor).needs !== null) return [];
      const areKnown = row !== undefined && row.powerDependent !== null;
      return [
        {
          ...toMove(person, row, reports.get(person.id), response.levels, actor),
          devices: areKnown ? [...(devices.get(person.id) ?? [])] : null,
        },
      ];
    })
    .sort(compareToMove);
  const ids = new Set(
    [
      ...people.flatMap((one) => [one.expectedShelterId, one.shelterId]),
      ...actor.shelterIds,
    ].concat(unexpected.map(({ shelterId }) => shelterId)),
  );
  const shelters = (await readers.shelters(municipality)).filter((one) => ids.has(one.id));
  const names = new Map(shelters.map((one) => [one.id, valuesInForce(one).name]));
  return {
    ...headOf(response),
    ...{ moment: response.moment, now: now.toISOString(), people, unexpected },
    counts: onWire(countResponse(people)),
    shelters: [...names].map(([shelterId, name]) => ({ id: shelterId, name: name ?? shelterId })),
    ownShelterIds: [...actor.shelterIds],
    mayOpen: mayUse(actor.role, 'responses.open'),
  };
}

/** Counts as they are sent: of a shape of their own that nobody else holds. */
export function onWire(counts: ReturnType<typeof countResponse>): ResponseDetail['counts'] {
  return {
    all: { ...counts.all },
    districts: counts.districts.map((one) => ({ name: one.name, counts: { ...one.counts } })),
    shelters: counts.shelters.map((one) => ({ ...one, expected: { ...one.expected } })),
  };
}

function toMove(
  person: CopiedPerson,
  row: ResidentRow | undefined,
  report: StoredReport | undefined,
  levels: readonly ResponseLevel[],
  { residentIds, shelterIds }: Actor,
): Omit<ToMoveOnWire, 'devices'> {
  const { startAt, district, expectedShelterId } = person;
  const levelSince = startAt === null ? null : reachedSince(levels, district, startAt);
  const placed = { ...person, levelSince };
  return {
    ...{ id: person.id, district, tier: person.tier, redRelation: person.redRelation },
    // As it is told elsewhere: where others are not seen, a rank among all would tell of them.
    rank: row?.rank ?? 0,
    name: row?.name ?? '―',
    nameKana: row?.nameKana ?? null,
    address: row?.address ?? null,
    position: row?.position ?? null,
    careLevel: row?.careLevel ?? null,
    powerDependent: row?.powerDependent ?? null,
    ...{ hasPlan: person.hasPlan, destination: person.destination, expectedShelterId },
    ...{ group: groupOf(placed), latestStart: latestStartOf(placed) },
    isUpperBound: person.isUpperBound,
    isMine:
      residentIds.includes(person.id) ||
      (expectedShelterId !== null && shelterIds.includes(expectedShelterId)),
    status: report?.status ?? 'no-report',
    at: report?.at.toISOString() ?? null,
    shelterId: report?.shelterId ?? null,
    reportedBy: report?.reportedBy ?? null,
    reportedRole: report?.role ?? null,
  };
}

function headOf(response: ResponseRecord): ResponseHead {
  const { id, kind, districts, levels, openedBy, openedAt, closedBy, closedAt } = response;
  return {
    ...{ id, kind, districts, openedBy, closedBy },
    levels: levels.map((one) => ({ ...one, districts: one.districts && [...one.districts] })),
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}
