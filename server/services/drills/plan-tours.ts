import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { planToursSchema } from '#contract/drill-routes';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import type { SquareMatrix } from '#domain/drill/tours/orders';
import { tourPlaces, worstOf } from '#domain/drill/tours/tour-places';
import type { Position } from '#domain/geo/position';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import { insertTour } from '../../db/queries/drills/drill-tours.ts';
import { findDrill } from '../../db/queries/drills/drills.ts';
import { travellerOf } from '../routing/travellers.ts';
import { readDrillContent } from './drill-content.ts';
import { closedAt } from './drill-roads.ts';
import type { RouteSources } from './read-routes.ts';
import { toursInThread } from './tours-in-thread.ts';
import { facilities, startOf } from './travellers.ts';

/** What is done at the moment, for who waits: so much of a hundred. */
export type TourPhase = 'people' | 'ways' | 'tours' | 'storing';
type Told = (phase: TourPhase, done: number, total: number) => void;

/** The same drill gives the same tours again. */
const SEED = 1;

/** Plans joint pick-ups and keeps them; what is answered is their id. Nothing is kept where it is cancelled. */
export async function planDrillTours(
  sources: RouteSources,
  id: string,
  conditions: z.output<typeof planToursSchema>,
  progress: Told,
): Promise<Result<{ readonly id: string }>> {
  const { database, actor, municipality, now, signal } = sources;
  const { code } = municipality;
  progress('people', 0, 1);
  const read = await withActor(database, actor, code, async (tx) => {
    const record = await findDrill(tx, code, id);
    const found = record && (await readDrillContent(tx, code, id, record.version));
    return record && found && { record, ...found };
  });
  if (read === null) return failure(DRILL_DESK_FAILURES.unknown());
  const { record, content, people } = read;
  if (!content.people.some(({ travel }) => travel === 'tour'))
    return failure(DRILL_DESK_FAILURES.nobodyToPickUp());
  if (content.vehicles.length === 0) return failure(DRILL_DESK_FAILURES.noVehicles());
  const closed = await closedAt(sources, content.scenario, conditions.minute);
  if (!closed.ok) return closed;
  const shelters = await facilities(sources);
  const records = new Map(people.map((one) => [one.personId, one]));
  const starts = new Map(
    content.people.map((person) => [person.id, startOf(person, records.get(person.id))]),
  );
  const { places, positions, requestOf } = tourPlaces(
    content,
    (personId) => starts.get(personId) ?? null,
    (shelterId) => shelters.get(shelterId)?.position ?? null,
  );
  const profiles = [...new Set(content.vehicles.map(({ profile }) => profile))];
  const found = await findMatrices(sources, profiles, positions, closed.value.roadIds, {
    ...{ isNight: content.scenario.isNight, policy: conditions.policy },
    progress,
  });
  if (!found.ok) return found;
  const { secondsPerRedMeter } = conditions;
  const request = requestOf({ ...found.value, secondsPerRedMeter });
  const plan = await toursInThread({ request, seed: SEED }, signal, (done, total) =>
    progress('tours', done, total),
  );
  if (plan === null) return failure(PROBLEMS.cancelled());
  progress('storing', 0, 1);
  const tour = { id: randomUUID(), drillVersion: record.version, conditions };
  await withActor(database, actor, code, (tx) =>
    insertTour(tx, code, id, {
      ...{ ...tour, plan: { places, plan }, madeAt: now, madeBy: actor.name },
    }),
  );
  return success({ id: tour.id });
}

/** One for each kind of vehicle: a way counts as the slowest of them takes it. */
async function findMatrices(
  { routing, municipality, signal }: RouteSources,
  profiles: readonly string[],
  places: readonly Position[],
  roadIds: readonly string[],
  asked: { readonly isNight: boolean; readonly policy: string; readonly progress: Told },
): Promise<Result<{ readonly seconds: SquareMatrix; readonly redMeters: SquareMatrix | null }>> {
  const seconds: SquareMatrix[] = [];
  const redMeters: SquareMatrix[] = [];
  const closures = { roadIds, phenomena: [], area: null };
  for (const [at, profile] of profiles.entries()) {
    asked.progress('ways', at, profiles.length);
    const traveller = travellerOf(profile, asked.isNight, asked.policy);
    if (!traveller.ok) return traveller;
    const order = { kind: 'matrix', traveller: traveller.value, closures, places } as const;
    const answer = await routing.ask(municipality, order, signal);
    if (!answer.ok) return answer;
    const { size, seconds: values, redMeters: red } = answer.value.found;
    seconds.push({ size, values });
    if (red !== null) redMeters.push({ size, values: red });
  }
  return success({
    seconds: worstOf(seconds),
    redMeters: redMeters.length === 0 ? null : worstOf(redMeters),
  });
}
