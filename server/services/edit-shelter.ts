import type { z } from 'zod';
import type { agreeShelterSchema, editShelterSchema } from '#contract/shelter-edit';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import {
  listedOf,
  type ShelterOverrides,
  type ShelterValues,
  withoutIdle,
} from '#domain/shelter/shelter-edit';
import { withActor } from '../db/actor.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import { lockMunicipality } from '../db/queries/municipalities.ts';
import { selectShelters } from '../db/queries/read/shelters.ts';
import { lockShelterEdit, storeAgreement, storeShelterEdit } from '../db/queries/shelter-edits.ts';
import type { ServiceContext } from './context.ts';
import { listedValues } from './read/overridden-shelter.ts';

export interface ShelterEdited {
  readonly version: number;
  /** The position holds anew: everybody's check is stale until the shelters are checked again. */
  readonly isMoved: boolean;
}

/**
 * Lays an officer's word over a shelter of a list: all fields that are to stand in its place. It goes for
 * the next file of the list too. Where somebody else changed it since, nothing is written.
 */
export async function editShelter(
  { database, actor }: ServiceContext,
  code: string,
  shelterId: string,
  request: z.output<typeof editShelterSchema>,
): Promise<Result<ShelterEdited>> {
  const shelters = await selectShelters(database, code);
  const shelter = shelters.find(({ id }) => id === shelterId);
  if (shelter === undefined) return failure(PROBLEMS.shelterUnknown());
  const listed = listedValues(shelter);
  const overrides = withoutIdle(definedOf(request.overrides), listed);
  return withActor(database, actor, code, async (tx) => {
    // The row may not be there yet: two first edits wait here for each other.
    await lockMunicipality(tx, code);
    const standing = await lockShelterEdit(tx, code, shelterId);
    if ((standing?.version ?? 0) !== request.version) return failure(PROBLEMS.shelterStale());
    const version = request.version + 1;
    const former = standing?.overrides ?? {};
    const { reason, editedBy: changedBy } = request;
    await storeShelterEdit(tx, code, {
      ...{ shelterId, version, former, overrides, reason, changedBy },
      listed: listedOf(overrides, listed),
    });
    const isMoved = !isSamePlace(former, overrides, listed);
    await raiseDataVersions(tx, code, isMoved ? ['shelters', 'shelter-edits'] : ['shelter-edits']);
    return success({ version, isMoved });
  });
}

/** Remembers that two records of a facility differ and both are right, or takes that back. */
export async function agreeShelter(
  { database, actor }: ServiceContext,
  code: string,
  shelterId: string,
  request: z.output<typeof agreeShelterSchema>,
): Promise<Result<null>> {
  const { otherId, field, isAgreed, decidedBy } = request;
  const ids = (await selectShelters(database, code)).map(({ id }) => id);
  if (!ids.includes(shelterId) || !ids.includes(otherId)) return failure(PROBLEMS.shelterUnknown());
  const [first = '', second = ''] = [shelterId, otherId].sort();
  await withActor(database, actor, code, async (tx) => {
    const agreement = { shelterId: first, otherId: second, field };
    await storeAgreement(tx, code, agreement, isAgreed, decidedBy);
    await raiseDataVersions(tx, code, ['shelter-edits']);
  });
  return success(null);
}

function isSamePlace(former: ShelterOverrides, now: ShelterOverrides, listed: ShelterValues) {
  const before = former.position ?? listed.position;
  const after = now.position ?? listed.position;
  return before?.[0] === after?.[0] && before?.[1] === after?.[1];
}

/** A field that is there without a value would stand for "overridden by nothing". */
function definedOf(overrides: z.output<typeof editShelterSchema>['overrides']): ShelterOverrides {
  return Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
}
