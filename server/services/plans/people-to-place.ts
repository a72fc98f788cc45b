import type { ProposalConditions } from '#contract/plan-proposal';
import type { ShelterRow } from '#contract/shelter';
import { countPlanned } from '#domain/plan/count-planned';
import { groupHelpers } from '#domain/plan/helper-key';
import { type TravelBy, travelBy } from '#domain/plan/travel-profile';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import type { ResidentFacts } from '#domain/resident/facts';
import { withActor } from '../../db/actor.ts';
import { selectKnownHelpers } from '../../db/queries/read/known-helpers.ts';
import {
  type PlannedDestination,
  selectPlannedDestinations,
} from '../../db/queries/read/planned-destinations.ts';
import type { ServiceContext } from '../context.ts';
import { listFacts } from '../rank-municipality.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import type { HelperOrder } from './assign-order.ts';

export interface PlaceablePerson {
  readonly id: string;
  readonly facts: ResidentFacts;
  readonly position: [number, number] | null;
  readonly travel: TravelBy;
  /** A number among the shelters, or null for a place of its own. */
  readonly fixed: { readonly destination: number | null } | null;
}

export interface PeopleToPlace {
  /** By their ids. */
  readonly people: readonly PlaceablePerson[];
  readonly inFacilities: number;
  /** How many plans of others name each shelter. */
  readonly planned: ReadonlyMap<string, number>;
  /** Supporters with a position, each once. */
  readonly helpers: readonly HelperOrder[];
  readonly rosterAsOf: string | null;
}

/** Whom the conditions mean, as the actor sees them; who lives in a facility has the facility's plan. */
export async function readPeopleToPlace(
  context: ServiceContext,
  readers: Readers,
  municipality: MunicipalityVersions,
  { districts, red, fixed }: Pick<ProposalConditions, 'districts' | 'red' | 'fixed'>,
  shelters: readonly ShelterRow[],
): Promise<Result<PeopleToPlace>> {
  const { database, actor } = context;
  const { code } = municipality;
  const numbers = new Map(shelters.map(({ id }, number) => [id, number]));
  if (fixed.some(({ shelterId }) => !numbers.has(shelterId)))
    return failure(PROBLEMS.shelterUnknown());
  const { rows } = await readers.residents(municipality, actor);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const all = (await listFacts(context, code)).filter(({ residentId, district }) => {
    const row = byId.get(residentId);
    return (
      row !== undefined &&
      (districts === null || districts.includes(district ?? '')) &&
      (red === null || red.includes(row.redRelation))
    );
  });
  const wanted = all.filter(({ household }) => household.value !== 'facility');
  const { plans, helpers } = await withActor(database, actor, code, async (tx) => ({
    plans: await selectPlannedDestinations(tx, code),
    helpers: await selectKnownHelpers(tx, code),
  }));
  const plansById = new Map(plans.map((plan) => [plan.residentId, plan]));
  const byHand = new Map(fixed.map((one) => [one.residentId, one.shelterId]));
  const ids = new Set(wanted.map(({ residentId }) => residentId));
  const people = wanted.map((facts): PlaceablePerson => {
    const id = facts.residentId;
    const plan = plansById.get(id);
    return {
      ...{ id, facts },
      position: byId.get(id)?.position ?? null,
      travel: travelBy(facts, plan?.means ?? null),
      fixed: fixedOf(byHand.get(id), plan, numbers),
    };
  });
  people.sort((a, b) => (a.id < b.id ? -1 : 1));
  return success({
    people,
    inFacilities: all.length - wanted.length,
    planned: countPlanned(plans, (id) => !ids.has(id)),
    helpers: eachOnce(helpers),
    rosterAsOf: latest(wanted.map(({ household }) => household.asOf)),
  });
}

/** What is asked for now goes before what the plan says. */
function fixedOf(
  byHand: string | undefined,
  plan: PlannedDestination | undefined,
  numbers: ReadonlyMap<string, number>,
): PlaceablePerson['fixed'] {
  const id = byHand ?? plan?.shelterId ?? null;
  if (id === null) return plan?.hasDestination === true ? { destination: null } : null;
  return { destination: numbers.get(id) ?? null };
}

function eachOnce(rows: Awaited<ReturnType<typeof selectKnownHelpers>>): HelperOrder[] {
  return groupHelpers(rows).flatMap(({ members }): HelperOrder[] => {
    const own = members.map((at) => rows[at]!);
    const placed = own.find(({ lng, lat }) => lng !== null && lat !== null);
    if (placed === undefined || placed.lng === null || placed.lat === null) return [];
    const { name, phone, address, lng, lat } = placed;
    return [{ name, phone, address, position: [lng, lat], helps: own.length }];
  });
}

function latest(dates: readonly (string | null)[]): string | null {
  return dates.reduce((last, date) => (date !== null && date > (last ?? '') ? date : last), null);
}
