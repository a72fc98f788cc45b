import type { z } from 'zod';
import type { DestinationProposal, destinationQuestionSchema } from '#contract/plan-proposal';
import type { ShelterRow } from '#contract/shelter';
import { countPlanned } from '#domain/plan/count-planned';
import { rankDestinations, type WayFacts } from '#domain/plan/destinations';
import { type TravelBy, travelBy } from '#domain/plan/travel-profile';
import { type Result, success } from '#domain/problem';
import type { WaySummary } from '#domain/routing/pair-ways';
import { withActor } from '../../db/actor.ts';
import { selectPlannedDestinations } from '../../db/queries/read/planned-destinations.ts';
import type { ServiceContext } from '../context.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import { listShelters } from '../read/shelters.ts';
import { readChainPerson } from '../routing/chain-person.ts';
import type { RoutingService } from '../routing/routing-service.ts';
import { travellerOf } from '../routing/travellers.ts';
import { destinationFacts } from './destination-facts.ts';

interface Sources {
  readonly context: ServiceContext;
  readonly readers: Readers;
  readonly routing: RoutingService;
  readonly municipality: MunicipalityVersions;
}

const CHOSEN = { ja: '選んだ移動手段', en: 'The means that was chosen' };

/** Ranks every shelter for one person as the actor sees them, with the way there by the person's means. */
export async function proposeDestinations(
  { context, readers, routing, municipality }: Sources,
  residentId: string,
  { profile, isNight, most }: z.output<typeof destinationQuestionSchema>,
  signal: AbortSignal,
): Promise<Result<DestinationProposal>> {
  const { database, actor, today } = context;
  const { code } = municipality;
  const person = await readChainPerson(database, code, actor, residentId, today);
  if (!person.ok) return person;
  const { id, name, home, facts, rosterAsOf } = person.value;
  const plans = await withActor(database, actor, code, (tx) => selectPlannedDestinations(tx, code));
  const own = plans.find((plan) => plan.residentId === id);
  const travel: TravelBy =
    profile === null
      ? travelBy(facts, own?.means ?? null)
      : { profileId: profile, isAssumed: false, because: CHOSEN };
  const traveller = travellerOf(travel.profileId, isNight);
  if (!traveller.ok) return traveller;
  const shelters = await listShelters(readers, municipality);
  const from = home.position;
  const asked = shelters.filter((one) => from !== null && one.position !== null);
  const answer = await routing.ask(
    municipality,
    {
      kind: 'pairs',
      traveller: traveller.value,
      pairs: asked.flatMap(({ position }) =>
        from === null || position === null ? [] : [[from, position] as const],
      ),
    },
    signal,
  );
  if (!answer.ok) return answer;
  const { found, dates, isCurrent } = answer.value;
  const ways = new Map(asked.map((one, at) => [one.id, found.ways[at] ?? null]));
  const planned = countPlanned(plans, (other) => other !== id);
  const ranked = rankDestinations(
    facts,
    shelters.map((shelter) => ({
      destination: destinationFacts(shelter, planned.get(shelter.id) ?? 0),
      way: wayFacts(ways, shelter),
    })),
  );
  const byId = new Map(shelters.map((shelter) => [shelter.id, shelter]));
  return success({
    resident: { id, name },
    travel: {
      profile: travel.profileId,
      isAssumed: travel.isAssumed,
      because: { ...travel.because },
    },
    destinations: ranked.slice(0, most).map(({ id: shelterId, freeCapacity, ...rest }) => {
      const shelter = byId.get(shelterId)!;
      const { kind, address, position, capacity, datasetAsOf } = shelter;
      return {
        ...{ shelterId, name: shelter.name, kind, address, position, capacity, freeCapacity },
        planned: planned.get(shelterId) ?? 0,
        isUnsuitable: rest.isUnsuitable,
        reasons: rest.reasons.map((reason) => ({ ...reason })),
        way: wayOnWire(ways.get(shelterId) ?? null),
        datasetAsOf,
      };
    }),
    total: ranked.length,
    data: {
      roads: dates.roads.map((one) => ({ ...one })),
      zones: [...dates.zones],
      ...{ isCurrent, roster: rosterAsOf },
      shelters: [...new Set(shelters.map(({ datasetAsOf }) => datasetAsOf))],
    },
  });
}

/** Without a home or a shelter on the map nobody knows the way, which is not that there is none. */
function wayFacts(ways: ReadonlyMap<string, WaySummary | null>, { id }: ShelterRow): WayFacts {
  const way = ways.get(id);
  return way === undefined ? null : (way ?? 'none');
}

function wayOnWire(way: WaySummary | null) {
  if (way === null) return null;
  const { redMeters, yellowMeters, unknownMeters, lengthMeters, seconds } = way;
  return {
    redMeters: Math.ceil(redMeters),
    yellowMeters: Math.ceil(yellowMeters),
    unknownMeters: Math.ceil(unknownMeters),
    lengthMeters: Math.round(lengthMeters),
    seconds: Math.round(seconds),
  };
}
