import type { z } from 'zod';
import type { ClosureComparison, compareClosuresSchema } from '#contract/closure-scenario';
import { failure, type Result, success } from '#domain/problem';
import { type Closures, NO_CLOSURES } from '#domain/routing/closures';
import { CLOSURE_FAILURES } from '#domain/routing/isolation/closure-failures';
import {
  cutOffOnlyIn,
  detoursOf,
  isAlike,
  type OnlyIn,
} from '#domain/routing/isolation/compare-closures';
import type { ClosureEffect } from '#domain/routing/isolation/judge-closures';
import {
  type ClosureScenarioRecord,
  findClosureScenario,
} from '../../db/queries/closure-scenarios.ts';
import { type ClosureSources, headOf } from '../closure-scenarios.ts';
import type { Readers } from '../read/readers.ts';
import { reachOnWire } from './answer-cut-off.ts';
import { datesOf } from './answer-routes.ts';
import { place } from './rounding.ts';
import {
  figuresOf,
  listShelterPlaces,
  type PlacedPerson,
  readRoutedPeople,
} from './routed-people.ts';
import type { Answered } from './routing-service.ts';
import type { SearchResults } from './search-orders.ts';
import { travellerOf } from './travellers.ts';

type Side = ClosureComparison['first'];
interface Searched {
  readonly record: ClosureScenarioRecord | null;
  readonly lostRoads: number;
  readonly answer: Answered<SearchResults['cut-off']>;
}
interface Pair {
  readonly first: ClosureEffect;
  readonly second: ClosureEffect;
}
interface Compared {
  readonly person: PlacedPerson;
  readonly foot: Pair;
  readonly vehicle: Pair;
}

/** What two sets of closures do to the same people, of those whom the actor sees. */
export async function compareClosures(
  sources: ClosureSources & { readonly readers: Readers },
  id: string,
  question: z.output<typeof compareClosuresSchema>,
): Promise<Result<ClosureComparison>> {
  const { readers, municipality, actor } = sources;
  const foot = travellerOf(question.footProfile, question.isNight);
  if (!foot.ok) return foot;
  const vehicle = travellerOf(question.vehicleProfile, question.isNight);
  if (!vehicle.ok) return vehicle;
  const { placed, withoutPosition, notSeen } = await readRoutedPeople(readers, municipality, actor);
  const places = placed.map(({ position }) => position);
  const shelters = await listShelterPlaces(readers, municipality);
  const search = async (scenarioId: string | null): Promise<Result<Searched>> => {
    const kept = await keptClosures(sources, scenarioId);
    if (!kept.ok) return kept;
    const { closures, ...about } = kept.value;
    const answer = await sources.routing.ask(
      municipality,
      {
        kind: 'cut-off',
        foot: foot.value,
        vehicle: vehicle.value,
        ...{ closures, places, shelters },
      },
      sources.signal,
    );
    return answer.ok ? success({ ...about, answer: answer.value }) : answer;
  };
  const first = await search(id);
  if (!first.ok) return first;
  const second = await search(question.with);
  if (!second.ok) return second;
  const [one, other] = [first.value.answer.found, second.value.answer.found];
  const compared = placed.map(
    (person, at): Compared => ({
      person,
      foot: { first: one.foot[at]!, second: other.foot[at]! },
      vehicle: { first: one.vehicle[at]!, second: other.vehicle[at]! },
    }),
  );
  return success({
    first: sideOf(first.value, placed),
    second: sideOf(second.value, placed),
    examined: placed.length,
    ...{ withoutPosition, notSeen },
    districts: byDistrict(compared),
    people: compared
      .filter(
        (each) =>
          !isAlike(each.foot.first, each.foot.second) ||
          !isAlike(each.vehicle.first, each.vehicle.second),
      )
      .sort((a, b) => weightOf(a) - weightOf(b) || a.person.rank - b.person.rank)
      .map(personOnWire),
    // The former roads may have answered the first one alone.
    data: datesOf(first.value.answer.isCurrent ? second.value.answer : first.value.answer),
  });
}

async function keptClosures(
  { database, routing, municipality, signal }: ClosureSources,
  id: string | null,
): Promise<Result<Omit<Searched, 'answer'> & { readonly closures: Closures }>> {
  if (id === null) return success({ record: null, lostRoads: 0, closures: NO_CLOSURES });
  const record = await findClosureScenario(database, municipality.code, id);
  if (record === null) return failure(CLOSURE_FAILURES.unknown());
  const { roads, phenomena, area } = record.closures;
  const order = { kind: 'kept-roads', roadIds: [], kept: roads } as const;
  const found = await routing.ask(municipality, order, signal);
  if (!found.ok) return found;
  const { matched } = found.value.found;
  const roadIds = matched.flatMap((match) => match.id ?? []);
  return success({
    record,
    lostRoads: roads.length - roadIds.length,
    closures: { roadIds, phenomena, area },
  });
}

function sideOf({ record, lostRoads, answer }: Searched, placed: readonly PlacedPerson[]): Side {
  const { found } = answer;
  const figures = (effects: readonly ClosureEffect[]) => ({
    cutOff: figuresOf(placed.filter((_, at) => effects[at]!.kind === 'cut-off')),
    detours: detoursOf(effects),
  });
  return {
    scenario: record === null ? null : headOf(record),
    closedRoads: found.closed.roads,
    lostRoads,
    foot: figures(found.foot),
    vehicle: figures(found.vehicle),
  };
}

const onlyIn = ({ first, second }: Pair): OnlyIn => cutOffOnlyIn(first, second);

/** Cut off by one alone first, by either way. */
const weightOf = ({ foot, vehicle }: Compared): number =>
  onlyIn(foot) === null && onlyIn(vehicle) === null ? 1 : 0;

/** Every district with somebody who was looked at; where the two differ most first. */
function byDistrict(compared: readonly Compared[]): ClosureComparison['districts'] {
  const groups = new Map<string | null, Compared[]>();
  for (const one of compared) {
    const group = groups.get(one.person.district) ?? [];
    groups.set(one.person.district, group);
    group.push(one);
  }
  const parted = (group: readonly Compared[], way: 'foot' | 'vehicle') => ({
    both: group.filter((one) => one[way].first.kind === 'cut-off' && onlyIn(one[way]) === null)
      .length,
    first: group.filter((one) => onlyIn(one[way]) === 'first').length,
    second: group.filter((one) => onlyIn(one[way]) === 'second').length,
  });
  const differing = ({ foot, vehicle }: ClosureComparison['districts'][number]) =>
    foot.first + foot.second + vehicle.first + vehicle.second;
  return [...groups]
    .map(([name, group]) => ({
      name,
      people: group.length,
      foot: parted(group, 'foot'),
      vehicle: parted(group, 'vehicle'),
    }))
    .sort(
      (a, b) =>
        differing(b) - differing(a) ||
        b.vehicle.both - a.vehicle.both ||
        (a.name ?? '').localeCompare(b.name ?? '', 'ja'),
    );
}

function personOnWire({ person, foot, vehicle }: Compared): ClosureComparison['people'][number] {
  const { id, name, district, tier, rank, powerDependent, position, accuracy } = person;
  const pair = (one: Pair) => ({
    onlyIn: onlyIn(one),
    first: reachOnWire(one.first),
    second: reachOnWire(one.second),
  });
  return {
    ...{ id, name, district, tier, rank, accuracy },
    needsPower: powerDependent,
    position: place(position),
    foot: pair(foot),
    vehicle: pair(vehicle),
  };
}
