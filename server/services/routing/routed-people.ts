import type { ResidentRow } from '#contract/resident';
import type { ShelterRow } from '#contract/shelter';
import type { Position } from '#domain/geo/position';
import type { Actor } from '../../db/actor.ts';
import type { CountedPeopleRow } from '../../db/queries/read/counted-people.ts';
import { countedByDistrict, countedFigures, together } from '../read/counted-figures.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import { listShelters } from '../read/shelters.ts';

export type PlacedPerson = ResidentRow & { readonly position: [number, number] };

/** Who is looked at when roads go: those whom the actor sees, where the actor sees them. */
export interface RoutedPeople {
  readonly placed: readonly PlacedPerson[];
  readonly withoutPosition: number;
  /** Left out where districts are asked for: nobody knows in which one they live. */
  readonly withoutDistrict: number;
  /** Whom the actor may count and not see; null = so few that it is hidden. */
  readonly notSeen: number | null;
}

/** @param districts by name; everybody where left out */
export async function readRoutedPeople(
  readers: Readers,
  municipality: MunicipalityVersions,
  actor: Actor,
  districts?: readonly string[],
): Promise<RoutedPeople> {
  const { rows: all } = await readers.residents(municipality, actor);
  const counted = await readers.counted(municipality, actor);
  const asked = districts && new Set(districts);
  const rows = asked === undefined ? all : all.filter(({ district }) => asked.has(district ?? ''));
  const placed = rows.filter((row): row is PlacedPerson => row.position !== null);
  return {
    placed,
    withoutPosition: rows.length - placed.length,
    withoutDistrict: asked === undefined ? 0 : all.filter((row) => row.district === null).length,
    notSeen:
      asked === undefined
        ? countedFigures(counted).residents
        : notSeenIn(asked, actor, counted, await readers.districts(municipality)),
  };
}

/** Of the districts asked for, from figures that are told of each of them: one that is hidden hides the sum. */
function notSeenIn(
  asked: ReadonlySet<string>,
  actor: Actor,
  counted: readonly CountedPeopleRow[],
  known: readonly { readonly name: string }[],
): number | null {
  const names = known.map(({ name }) => name);
  const figures = countedByDistrict(counted, names);
  const tellOf = (name: string): number | null => {
    if (actor.districts !== null && !actor.districts.includes(name)) return null;
    const place = names.indexOf(name);
    if (place !== -1) return figures[place]?.residents ?? null;
    // A name that the roster alone knows is told of no further than that there is nobody.
    return counted.some(({ district_name }) => district_name === name) ? null : 0;
  };
  return [...asked].map(tellOf).reduce((sum, one) => (one === null ? null : together(one, sum)), 0);
}

/** Where somebody can be led to: neither inside a red zone nor said to be of no use in landslides. */
export async function listShelterPlaces(
  readers: Readers,
  municipality: MunicipalityVersions,
): Promise<Position[]> {
  const shelters = await listShelters(readers, municipality);
  return shelters.filter(isDestination).map(({ position }) => position);
}

export type PlacedShelter = ShelterRow & { readonly position: [number, number] };

export function isDestination(shelter: ShelterRow): shelter is PlacedShelter {
  const { position, redRelation, designatedForLandslide } = shelter;
  return position !== null && redRelation !== 'inside' && designatedForLandslide !== false;
}

interface Figures {
  people: number;
  tier1: number;
  needsPower: number;
}

export function figuresOf(people: Iterable<Pick<ResidentRow, 'tier' | 'powerDependent'>>): Figures {
  const figures: Figures = { people: 0, tier1: 0, needsPower: 0 };
  for (const { tier, powerDependent } of people) {
    figures.people += 1;
    if (tier === 1) figures.tier1 += 1;
    if (powerDependent === true) figures.needsPower += 1;
  }
  return figures;
}
