import type { SupportersHidden } from '#domain/access/supporters-hidden';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { type Accuracy, type LocatedPosition, NO_POSITION } from '#domain/resident/accuracy';
import type { ResidentFacts } from '#domain/resident/facts';
import { type Actor, withActorFor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { selectResidentDetail } from '../../db/queries/read/resident-detail.ts';
import { selectResidentFacts } from '../../db/queries/read/resident-facts.ts';
import { selectSupporterHomes } from '../../db/queries/read/supporter-homes.ts';
import { factsReader, hazardSource } from '../read/resident-facts.ts';

/** Who is checked, as far as the actor sees them. */
export interface ChainPerson {
  readonly id: string;
  readonly name: string;
  readonly home: LocatedPosition;
  readonly facts: ResidentFacts;
  /** null: the roster does not say who helps, or it is not for the actor to see. */
  readonly supporters:
    | readonly {
        readonly name: string;
        readonly relationship: string | null;
        readonly home: LocatedPosition;
      }[]
    | null;
  /** Why they are null though the roster may name some. */
  readonly supportersHidden: SupportersHidden | null;
  readonly rosterAsOf: string | null;
}

/** @param today YYYY-MM-DD */
export async function readChainPerson(
  database: Database,
  code: string,
  actor: Actor,
  residentId: string,
  today: string,
): Promise<Result<ChainPerson>> {
  const found = await withActorFor(database, actor, code, residentId, async (tx) => ({
    row: await selectResidentDetail(tx, code, actor.districts, residentId),
    facts: (await selectResidentFacts(tx, code, actor.districts, residentId))[0],
    homes: await selectSupporterHomes(tx, code, residentId),
  }));
  const { row, facts, homes } = found;
  if (row === null || facts === undefined || row.archived_at !== null)
    return failure(PROBLEMS.residentUnknown());
  const supporters = homes.map(({ name, relationship, accuracy, lng, lat, radiusMeters }) => ({
    ...{ name, relationship },
    home: located(accuracy, lng === null || lat === null ? null : [lng, lat], radiusMeters),
  }));
  return success({
    id: row.id,
    name: row.name,
    home: located(facts.accuracy, row.position, row.radius_meters),
    facts: factsReader(today, hazardSource([]))(facts),
    supporters: row.supporters_known === true ? supporters : null,
    supportersHidden: row.supporters_hidden,
    rosterAsOf: facts.as_of,
  });
}

function located(
  accuracy: Accuracy,
  position: readonly [number, number] | null,
  radiusMeters: number | null,
): LocatedPosition {
  if (accuracy === 'none' || position === null || radiusMeters === null) return NO_POSITION;
  return { accuracy, position: [position[0], position[1]], radiusMeters };
}
