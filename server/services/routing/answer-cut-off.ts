import type { z } from 'zod';
import type { CutOffAnswer, cutOffQuestionSchema } from '#contract/cut-off';
import { type Result, success } from '#domain/problem';
import type { ClosureEffect } from '#domain/routing/isolation/judge-closures';
import type { Actor } from '../../db/actor.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import { closuresOf, datesOf } from './answer-routes.ts';
import { place, round } from './rounding.ts';
import { closedOnWire } from './route-on-wire.ts';
import {
  figuresOf,
  listShelterPlaces,
  type PlacedPerson,
  readRoutedPeople,
} from './routed-people.ts';
import type { RoutingService } from './routing-service.ts';
import { travellerOf } from './travellers.ts';

interface Judged {
  readonly person: PlacedPerson;
  readonly foot: ClosureEffect;
  readonly vehicle: ClosureEffect;
}

/** Who is cut off by closures, or has a longer way, of those whom the actor sees. */
export async function answerCutOff(
  readers: Readers,
  routing: RoutingService,
  municipality: MunicipalityVersions,
  actor: Actor,
  question: z.output<typeof cutOffQuestionSchema>,
  signal: AbortSignal,
  options: { readonly mustBeCurrent?: boolean } = {},
): Promise<Result<CutOffAnswer>> {
  const foot = travellerOf(question.footProfile, question.isNight);
  if (!foot.ok) return foot;
  const vehicle = travellerOf(question.vehicleProfile, question.isNight);
  if (!vehicle.ok) return vehicle;
  const { placed, withoutPosition, notSeen } = await readRoutedPeople(readers, municipality, actor);
  const shelters = await listShelterPlaces(readers, municipality);
  const answer = await routing.ask(
    municipality,
    {
      kind: 'cut-off',
      foot: foot.value,
      vehicle: vehicle.value,
      closures: closuresOf(question),
      places: placed.map(({ position }) => position),
      shelters,
    },
    signal,
    options,
  );
  if (!answer.ok) return answer;
  const { found } = answer.value;
  const judged = placed.map(
    (person, at): Judged => ({ person, foot: found.foot[at]!, vehicle: found.vehicle[at]! }),
  );
  const isCutOff = ({ kind }: ClosureEffect) => kind === 'cut-off';
  const both = judged.filter((one) => isCutOff(one.foot) && isCutOff(one.vehicle));
  return success({
    foot: figuresBy(judged, 'foot'),
    vehicle: figuresBy(judged, 'vehicle'),
    both: figuresOf(both.map(({ person }) => person)),
    examined: placed.length,
    withoutPosition,
    approximate: placed.filter(({ accuracy }) => ['block', 'town'].includes(accuracy)).length,
    notSeen,
    shelters: shelters.length,
    people: judged
      .filter(({ foot, vehicle }) => gravityOf(foot, vehicle) < NOT_CONCERNED)
      .sort(
        (a, b) =>
          gravityOf(a.foot, a.vehicle) - gravityOf(b.foot, b.vehicle) ||
          a.person.rank - b.person.rank,
      )
      .map(personOnWire),
    districts: byDistrict(judged),
    closed: { ...closedOnWire(found.closed), ids: [...found.closed.ids] },
    data: datesOf(answer.value),
  });
}

const NOT_CONCERNED = 5;

/** Cut off both ways, on foot, by vehicle; a longer way; cut off before. */
function gravityOf({ kind: foot }: ClosureEffect, { kind: vehicle }: ClosureEffect): number {
  if (foot === 'cut-off') return vehicle === 'cut-off' ? 0 : 1;
  if (vehicle === 'cut-off') return 2;
  if (foot === 'longer' || vehicle === 'longer') return 3;
  return foot === 'cut-off-before' || vehicle === 'cut-off-before' ? 4 : NOT_CONCERNED;
}

function figuresBy(judged: readonly Judged[], way: 'foot' | 'vehicle'): CutOffAnswer['foot'] {
  const figures = (kind: ClosureEffect['kind']) =>
    figuresOf(judged.filter((one) => one[way].kind === kind).map(({ person }) => person));
  return {
    cutOff: figures('cut-off'),
    longer: figures('longer'),
    cutOffBefore: figures('cut-off-before'),
  };
}

/** Every district with somebody who was looked at, most people cut off first, then by name. */
function byDistrict(judged: readonly Judged[]): CutOffAnswer['districts'] {
  const groups = new Map<string | null, Judged[]>();
  for (const one of judged) {
    const group = groups.get(one.person.district) ?? [];
    groups.set(one.person.district, group);
    group.push(one);
  }
  return [...groups]
    .map(([name, group]) => ({
      name,
      people: group.length,
      foot: figuresBy(group, 'foot').cutOff,
      vehicle: figuresBy(group, 'vehicle').cutOff,
    }))
    .sort(
      (a, b) =>
        b.vehicle.people - a.vehicle.people ||
        b.foot.people - a.foot.people ||
        (a.name ?? '').localeCompare(b.name ?? '', 'ja'),
    );
}

function personOnWire({ person, foot, vehicle }: Judged): CutOffAnswer['people'][number] {
  const { id, name, district, tier, rank, powerDependent, position, accuracy } = person;
  const { age, address, careLevel } = person;
  return {
    ...{ age, address, careLevel },
    ...{ id, name, district, tier, rank },
    needsPower: powerDependent,
    position: place(position),
    accuracy,
    foot: reachOnWire(foot),
    vehicle: reachOnWire(vehicle),
  };
}

export function reachOnWire(effect: ClosureEffect): CutOffAnswer['people'][number]['foot'] {
  return effect.kind === 'longer'
    ? {
        state: effect.kind,
        extraSeconds: round(effect.extraSeconds),
        extraRedMeters: round(effect.extraExposureMeters),
      }
    : { state: effect.kind, extraSeconds: null, extraRedMeters: null };
}
