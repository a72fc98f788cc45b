import type { z } from 'zod';
import {
  type FireCheckAnswer,
  type fireCheckQuestionSchema,
  MOST_TO_WALK,
} from '#contract/fire-check';
import type { Position } from '#domain/geo/position';
import { type Result, success } from '#domain/problem';
import {
  answerFor,
  type FireReach,
  type FireRow,
  shownReach,
  walkMetersOf,
} from '#domain/routing/fire/fire-reach';
import { listStops } from '#domain/routing/fire/list-stops';
import { listToWalk } from '#domain/routing/fire/list-to-walk';
import type { Actor } from '../../db/actor.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import { closuresOf, datesOf } from './answer-routes.ts';
import { districtAt } from './district-at.ts';
import { place, round } from './rounding.ts';
import { reasonOnWire } from './route-on-wire.ts';
import { type PlacedPerson, readRoutedPeople } from './routed-people.ts';
import type { RoutingService } from './routing-service.ts';
import type { NamedRoad, SearchResults } from './search-orders.ts';
import { travellerOf } from './travellers.ts';

type Found = SearchResults['fire-check'];
type Question = z.output<typeof fireCheckQuestionSchema>;
interface Checked {
  readonly person: PlacedPerson;
  readonly row: FireRow;
}

/** How the fire department comes to those whom the actor sees, and what it has to look at on the way. */
export async function answerFireCheck(
  readers: Readers,
  routing: RoutingService,
  municipality: MunicipalityVersions,
  actor: Actor,
  question: Question,
  signal: AbortSignal,
): Promise<Result<FireCheckAnswer>> {
  const { isNight, policy, districts, hydrants, hoseMeters, offRoadMeters } = question;
  const vehicle = travellerOf(question.profile, isNight, policy);
  if (!vehicle.ok) return vehicle;
  const walker = travellerOf(question.footProfile, isNight, policy);
  if (!walker.ok) return walker;
  const routed = await readRoutedPeople(readers, municipality, actor, districts);
  const { placed: people, withoutPosition, withoutDistrict, notSeen } = routed;
  const answer = await routing.ask(
    municipality,
    {
      kind: 'fire-check',
      vehicle: vehicle.value,
      walker: walker.value,
      closures: closuresOf(question),
      question: {
        stations: question.stations.map(({ position }) => position),
        places: people.map(({ position }) => position),
        ...{ hydrants, hoseMeters, offRoadMeters },
      },
    },
    signal,
  );
  if (!answer.ok) return answer;
  const { found } = answer.value;
  const checked = people.map((person, at): Checked => ({ person, row: found.rows[at]! }));
  const isWithin = ({ row }: Checked) => shownReach(row)?.hydrant.state === 'within';
  return success({
    figures: {
      ...figuresOf(checked),
      ...{ withoutPosition, withoutDistrict, notSeen },
      hydrantWithin: checked.filter(isWithin).length,
    },
    districts: byDistrict(checked),
    people: [...checked].sort(hardestFirst).map((one) => personOnWire(one, question, found)),
    ...roadsOnWire(checked, found, await districtAt(readers, municipality)),
    neededWidthMeters: found.neededWidthMeters,
    stationsOffRoads: [...found.stationsOffRoads],
    hydrants: found.hydrants,
    hydrantsOffRoads: found.hydrantsOffRoads,
    closed: { roads: found.closed.roads, unknownIds: [...found.closed.unknownIds] },
    data: datesOf(answer.value),
  });
}

/** What has to be looked at on site, and what stops the vehicle. */
function roadsOnWire(
  checked: readonly Checked[],
  { roads }: Found,
  districtOf: (place: Position) => string | null,
): Pick<FireCheckAnswer, 'toWalk' | 'stops'> {
  const answered = checked.map((one) => ({ row: one.row, answer: answerOf(one) }));
  const listed = <Figures>({ road, ...figures }: { readonly road: number } & Figures) => {
    const named = roads.get(road)!;
    const { line, meets, leastWidthMeters, mostWidthMeters } = named;
    return {
      ...roadOnWire(named),
      line: line.map(place),
      lengthMeters: round(named.lengthMeters),
      leastWidthMeters: Number.isFinite(leastWidthMeters) ? round(leastWidthMeters) : null,
      mostWidthMeters: Number.isFinite(mostWidthMeters) ? round(mostWidthMeters) : null,
      district: districtOf(line[Math.floor(line.length / 2)]!),
      meets: [...meets],
      ...figures,
    };
  };
  return {
    toWalk: listToWalk(answered).slice(0, MOST_TO_WALK).map(listed),
    stops: listStops(answered).slice(0, MOST_TO_WALK).map(listed),
  };
}

function hardestFirst(a: Checked, b: Checked): number {
  const walk = ({ row }: Checked) => {
    const shown = shownReach(row);
    return shown === null ? Number.MAX_VALUE : walkMetersOf(shown);
  };
  return walk(b) - walk(a) || a.person.rank - b.person.rank;
}

type PersonAnswer = ReturnType<typeof answerFor>;

const answerOf = ({ person, row }: Checked): PersonAnswer =>
  answerFor(row, person.accuracy === 'building' || person.accuracy === 'manual');

function figuresOf(checked: readonly Checked[]): FireCheckAnswer['districts'][number] {
  const count = (answer: PersonAnswer) => checked.filter((one) => answerOf(one) === answer).length;
  return {
    name: null,
    people: checked.length,
    reached: count('reached'),
    'check-on-site': count('check-on-site'),
    'on-foot': count('on-foot'),
    unreached: count('unreached'),
    undetermined: count('undetermined'),
  };
}

/** By name; people of whom no district is known last. */
function byDistrict(checked: readonly Checked[]): FireCheckAnswer['districts'] {
  const groups = new Map<string | null, Checked[]>();
  for (const one of checked) {
    const group = groups.get(one.person.district) ?? [];
    groups.set(one.person.district, group);
    group.push(one);
  }
  return [...groups]
    .map(([name, group]) => ({ ...figuresOf(group), name }))
    .sort((a, b) =>
      a.name === null ? 1 : b.name === null ? -1 : a.name.localeCompare(b.name, 'ja'),
    );
}

function personOnWire(
  { person, row }: Checked,
  question: Question,
  found: Found,
): FireCheckAnswer['people'][number] {
  const { id, name, district, tier, rank, powerDependent, position } = person;
  const shown = shownReach(row);
  return {
    ...{ id, name, district, tier, rank },
    needsPower: powerDependent,
    position: place(position),
    accuracy: person.accuracy,
    answer: answerOf({ person, row }),
    isFarFromRoads: row.isFarFromRoads,
    reach: shown === null ? null : reachOnWire(shown, question, found),
    knownWalkMeters: row.known === null ? null : round(walkMetersOf(row.known)),
  };
}

function reachOnWire(
  reach: FireReach,
  { stations }: Question,
  { roads }: Found,
): NonNullable<FireCheckAnswer['people'][number]['reach']> {
  const named = (road: number) => roads.get(road)!;
  const last = named(reach.lastPoint.road);
  return {
    station: stations[reach.station]!.name,
    stationNumber: reach.station,
    seconds: round(reach.seconds),
    driveMeters: round(reach.driveMeters),
    lastPoint: {
      position: place(reach.lastPoint.position),
      roadId: last.id,
      roadName: last.name,
    },
    walkRoadMeters: round(reach.walkRoadMeters),
    walkOffRoadMeters: round(reach.walkOffRoadMeters),
    unknownRoads: reach.unknownRoads.map((road) => roadOnWire(named(road))),
    unknownWalkRoads: reach.unknownWalkRoads.map((road) => roadOnWire(named(road))),
    stoppedAt: reach.stoppedAtRoad === null ? null : roadOnWire(named(reach.stoppedAtRoad)),
    hydrant: {
      state: reach.hydrant.state,
      meters: reach.hydrant.state === 'within' ? round(reach.hydrant.meters) : null,
    },
  };
}

const CLOSED = { code: 'closed', ja: '通行止めです', en: 'Closed' };

function roadOnWire({ id, name, reasons, isClosed }: NamedRoad) {
  return { id, name, reasons: [...(isClosed ? [CLOSED] : []), ...reasons.map(reasonOnWire)] };
}
