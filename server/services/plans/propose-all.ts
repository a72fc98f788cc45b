import { randomUUID } from 'node:crypto';
import type { ProposalConditions, ProposalSummary } from '#contract/plan-proposal';
import { groupDestinations } from '#domain/plan/assignment/destination-groups';
import { NEAREST_LOOKED_AT } from '#domain/plan/assignment/propose';
import { PROPOSAL_FAILURES } from '#domain/plan/proposal-failures';
import { failure, type Result, success } from '#domain/problem';
import type { NearestAnswer } from '#domain/routing/nearest-ways';
import type { ReachedPlaces } from '#domain/routing/reach-places';
import { withActor } from '../../db/actor.ts';
import { insertProposal } from '../../db/queries/plan-proposals.ts';
import type { ServiceContext } from '../context.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import { listShelters } from '../read/shelters.ts';
import type { PlacedShelter } from '../routing/routed-people.ts';
import type { RoutingService } from '../routing/routing-service.ts';
import type { NetworkDates } from '../routing/shared-network.ts';
import { travellerOf } from '../routing/travellers.ts';
import { assignInThread } from './assign-in-thread.ts';
import type { AssignOrder, PersonOrder } from './assign-order.ts';
import { destinationFacts } from './destination-facts.ts';
import { type PeopleToPlace, type PlaceablePerson, readPeopleToPlace } from './people-to-place.ts';

export interface ProposalSources {
  readonly context: ServiceContext;
  readonly readers: Readers;
  readonly routing: RoutingService;
  readonly municipality: MunicipalityVersions;
}

/** What is done at the moment, for who waits: so many of so many pieces. */
export type ProposalPhase = 'people' | 'ways' | 'supporters' | 'assigning' | 'storing';
export interface ProposalControl {
  readonly signal: AbortSignal;
  progress(phase: ProposalPhase, done: number, total: number): void;
}

interface Answer {
  readonly answers: readonly NearestAnswer[];
  readonly ways: ReadonlyMap<string, NonNullable<PersonOrder['ways']>>;
  readonly dates: NetworkDates;
  readonly isCurrent: boolean;
}

/** How many helpers are looked at for each person. */
const MOST_HELPERS = 16;

/**
 * Proposes a destination, and where there is none a supporter, to everybody whom the conditions mean, and
 * keeps it; what is answered is its id. Nothing is kept where it is cancelled.
 */
export async function proposeAll(
  sources: ProposalSources,
  conditions: ProposalConditions,
  control: ProposalControl,
): Promise<Result<{ readonly id: string }>> {
  const { context, readers, municipality } = sources;
  const { signal, progress } = control;
  progress('people', 0, 1);
  const shelters = (await listShelters(readers, municipality)).filter(
    (one): one is PlacedShelter => one.position !== null,
  );
  const read = await readPeopleToPlace(context, readers, municipality, conditions, shelters);
  if (!read.ok) return read;
  const { people, planned, inFacilities, rosterAsOf } = read.value;
  if (people.length === 0) return failure(PROPOSAL_FAILURES.nobody());
  const destinations = shelters.map((one) => destinationFacts(one, planned.get(one.id) ?? 0));
  const groups = groupDestinations(destinations, conditions.unknownCapacity);
  if (groups.length === 0) return failure(PROPOSAL_FAILURES.noDestinations());
  const positions = groups.map((group) => group.map((number) => shelters[number]!.position));
  const found = await findWays(sources, people, positions, conditions, control);
  if (!found.ok) return found;
  const helped = await findHelpers(sources, read.value, conditions, control);
  if (!helped.ok) return helped;
  progress('assigning', 0, 1);
  const { unknownCapacity, weights, mostHelped } = conditions;
  const order: AssignOrder = {
    people: people.map(({ id, facts, travel, fixed }): PersonOrder => {
      const { age, careLevel, disabilities, devices } = facts;
      return {
        ...{ id, travel, fixed, facts: { age, careLevel, disabilities, devices } },
        ways: found.value.ways.get(id) ?? null,
        toHelp: helped.value.places.get(id) ?? null,
      };
    }),
    ...{ destinations, unknownCapacity, groups, answers: found.value.answers, weights, mostHelped },
    helpers: read.value.helpers,
    reached: helped.value.reached,
  };
  const assigned = await assignInThread(order, signal);
  if (!assigned.ok) return assigned;
  progress('storing', 0, 1);
  const { placements, figures, uses } = assigned.value;
  const names = new Map(shelters.map(({ id, name }) => [id, name]));
  const { dates, isCurrent } = found.value;
  const summary: ProposalSummary = {
    figures: {
      ...figures,
      inFacilities,
      supportersUnknown: people.filter(({ facts }) => facts.supporterCount.value === null).length,
    },
    uses: uses.map((use) => ({ ...use, name: names.get(use.shelterId) ?? '' })),
    data: {
      roads: dates.roads.map((one) => ({ ...one })),
      zones: [...dates.zones],
      ...{ isCurrent, roster: rosterAsOf },
      shelters: [...new Set(shelters.map(({ datasetAsOf }) => datasetAsOf))],
    },
  };
  const id = randomUUID();
  const { fixed: _, ...kept } = conditions;
  const { actor, database } = context;
  await withActor(database, actor, municipality.code, (tx) =>
    insertProposal(
      tx,
      municipality.code,
      {
        ...{ id, name: conditions.name, conditions: kept, summary },
        ...{ districts: actor.districts, createdBy: actor.name },
      },
      people.map((person, at) => ({ residentId: person.id, placement: placements[at]! })),
    ),
  );
  return success({ id });
}

/** One order for each way of travelling: others may search between two of them. */
async function findWays(
  { routing, municipality }: ProposalSources,
  people: readonly PlaceablePerson[],
  groups: AssignPositions,
  { isNight }: ProposalConditions,
  { signal, progress }: ProposalControl,
): Promise<Result<Answer>> {
  const byProfile = new Map<string, PlacedPerson[]>();
  for (const { id, position, travel } of people) {
    if (position === null) continue;
    const own = byProfile.get(travel.profileId) ?? [];
    byProfile.set(travel.profileId, own);
    own.push({ id, position });
  }
  // Roads are wanted also where nobody is placed: their dates are told.
  if (byProfile.size === 0) byProfile.set('walking-impaired', []);
  const answers: NearestAnswer[] = [];
  const ways = new Map<string, NonNullable<PersonOrder['ways']>>();
  let last: { dates: NetworkDates; isCurrent: boolean } | null = null;
  for (const [profileId, own] of byProfile) {
    progress('ways', answers.length, byProfile.size);
    const traveller = travellerOf(profileId, isNight);
    if (!traveller.ok) return traveller;
    const answer = await routing.ask(
      municipality,
      {
        kind: 'nearest',
        traveller: traveller.value,
        places: own.map(({ position }) => position),
        groups,
        most: NEAREST_LOOKED_AT,
      },
      signal,
    );
    if (!answer.ok) return answer;
    for (const [place, { id }] of own.entries()) ways.set(id, { answer: answers.length, place });
    answers.push(answer.value.found);
    last = answer.value;
  }
  if (last === null) throw new Error('expected at least one way of travelling');
  return success({ answers, ways, dates: last.dates, isCurrent: last.isCurrent });
}

type AssignPositions = readonly (readonly [number, number][])[];
interface PlacedPerson {
  readonly id: string;
  readonly position: [number, number];
}

interface Helped {
  readonly reached: ReachedPlaces | null;
  /** Of those who have no supporter: the place among the answers. */
  readonly places: ReadonlyMap<string, number>;
}

async function findHelpers(
  { routing, municipality }: ProposalSources,
  { people, helpers }: PeopleToPlace,
  { withSupporters, supporterWithinSeconds, isNight }: ProposalConditions,
  { signal, progress }: ProposalControl,
): Promise<Result<Helped>> {
  // Of whom the roster does not say who helps, somebody may: they are counted and not proposed to.
  const alone = withSupporters
    ? people.filter(({ facts, position }) => facts.supporterCount.value === 0 && position !== null)
    : [];
  if (alone.length === 0) return success({ reached: null, places: new Map() });
  progress('supporters', 0, 1);
  const traveller = travellerOf('walking-elderly', isNight, 'quickest');
  if (!traveller.ok) return traveller;
  const answer = await routing.ask(
    municipality,
    {
      kind: 'reach',
      traveller: traveller.value,
      origins: helpers.map(({ position }) => position),
      places: alone.flatMap(({ position }) => (position === null ? [] : [position])),
      withinSeconds: supporterWithinSeconds,
      most: MOST_HELPERS,
    },
    signal,
  );
  if (!answer.ok) return answer;
  return success({
    reached: answer.value.found,
    places: new Map(alone.map(({ id }, place) => [id, place])),
  });
}
