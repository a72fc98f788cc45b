import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { openResponseSchema } from '#contract/response';
import type { PlanRoute } from '#domain/plan/plan';
import { planDeparture } from '#domain/plan/plan-departure';
import { RESPONSE_FAILURES } from '#domain/plan/response-failures';
import { failure, type Result, success } from '#domain/problem';
import type { LevelInForce } from '#domain/warning/warning-level';
import { withActor } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import { listDistrictNames } from '../../db/queries/disaster-modes.ts';
import {
  type CopiedPerson,
  insertCopied,
  selectToCopy,
  type ToCopy,
} from '../../db/queries/response-people.ts';
import {
  findResponse,
  insertResponse,
  nextMoment,
  setResponseClosed,
  setResponseLevels,
} from '../../db/queries/responses.ts';
import type { PlanSources } from '../plans/change-plan.ts';

/** Opens one with a copy of everybody who is to be moved: from here on plans are looked at no more. */
export function openResponse(
  { database, actor, now }: PlanSources,
  code: string,
  { kind, districts, levels }: z.output<typeof openResponseSchema>,
): Promise<Result<string>> {
  return withActor(database, actor, code, async (tx) => {
    const unknown = await unknownDistricts(tx, code, [{ districts }, ...levels]);
    if (unknown.length > 0) return failure(RESPONSE_FAILURES.districtUnknown(unknown));
    const people = await selectToCopy(tx, code, districts);
    if (people.length === 0) return failure(RESPONSE_FAILURES.nobody());
    const id = randomUUID();
    const since = now.toISOString();
    await insertResponse(tx, code, {
      ...{ id, kind, districts, openedBy: actor.name, openedAt: now },
      levels: levels.map((one) => ({ ...one, since })),
    });
    await insertCopied(tx, code, id, people.map(copyOf));
    return success(id);
  });
}

/** What takes the supporter to come is not reckoned here: without it the latest start is an upper bound. */
function copyOf({ plan, shelterId, ...person }: ToCopy): CopiedPerson {
  const departure =
    plan === null
      ? null
      : planDeparture({
          plan: {
            departure: plan.departure,
            // Nothing but its time is looked at.
            route:
              plan.durationSeconds === null
                ? null
                : { ...NO_ROUTE, durationSeconds: plan.durationSeconds },
            supporters: plan.supporters,
          },
          waySeconds: plan.supporters.map(() => null),
          arrivalMinutes: {},
        });
  return {
    ...person,
    startAt: plan?.departure.startAt ?? null,
    latestStartMinutes: departure?.latestStartMinutes ?? null,
    isUpperBound: (departure?.missing.length ?? 0) > 0,
    destination: plan?.destination ?? null,
    expectedShelterId: shelterId,
  };
}
const NO_ROUTE: PlanRoute = {
  ...{ profile: '', origin: 'proposed', isNight: false, line: [], via: [], roads: [] },
  ...{ lengthMeters: 0, redMeters: 0, anyMeters: 0, unknownMeters: 0 },
  ...{ roadsAsOf: null, zonesAsOf: null, durationSeconds: 0 },
};

async function unknownDistricts(
  tx: Transaction,
  code: string,
  named: readonly { readonly districts: readonly string[] | null }[],
): Promise<string[]> {
  const known = new Set(await listDistrictNames(tx, code));
  const names = named.flatMap(({ districts }) => districts ?? []);
  return [...new Set(names)].filter((name) => !known.has(name));
}

/** Ends one, or takes the end back. */
export function closeResponse(
  { database, actor, now }: PlanSources,
  code: string,
  id: string,
  isClosed: boolean,
): Promise<Result<null>> {
  return withActor(database, actor, code, async (tx) => {
    if ((await findResponse(tx, code, id)) === null) return failure(RESPONSE_FAILURES.unknown());
    const closed = isClosed ? { by: actor.name, at: now } : null;
    return (await setResponseClosed(tx, code, id, closed))
      ? success(null)
      : failure(RESPONSE_FAILURES.stale());
  });
}

/** Levels that were raised meanwhile; what was in force before stays with its time. */
export function raiseLevels(
  { database, actor, now }: PlanSources,
  code: string,
  id: string,
  levels: readonly LevelInForce[],
): Promise<Result<null>> {
  return withActor(database, actor, code, async (tx) => {
    const unknown = await unknownDistricts(tx, code, levels);
    if (unknown.length > 0) return failure(RESPONSE_FAILURES.districtUnknown(unknown));
    // Holds the row: whoever raises levels at the same time waits.
    const moment = await nextMoment(tx, id);
    const response = await findResponse(tx, code, id);
    if (response === null) return failure(RESPONSE_FAILURES.unknown());
    if (moment === null) return failure(RESPONSE_FAILURES.ended());
    const since = now.toISOString();
    const raised = levels.map((one) => ({ ...one, since }));
    await setResponseLevels(tx, code, id, [...response.levels, ...raised]);
    return success(null);
  });
}
