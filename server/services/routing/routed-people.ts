import type { ResidentRow } from '#contract/resident';
import type { ShelterRow } from '#contract/shelter';
import type { Position } from '#domain/geo/position';
import type { Actor } from '../../db/actor.ts';
import { countedFigures } from '../read/counted-figures.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import { listShelters } from '../read/shelters.ts';

export type PlacedPerson = ResidentRow & { readonly position: [number, number] };

/** Who is looked at when roads go: those whom the actor sees, where the actor sees them. */
export interface RoutedPeople {
  readonly placed: readonly PlacedPerson[];
  readonly withoutPosition: number;
  /** Whom the actor may count and not see; null = so few that it is hidden. */
  readonly notSeen: number | null;
}

export async function readRoutedPeople(
  readers: Readers,
  municipality: MunicipalityVersions,
  actor: Actor,
): Promise<RoutedPeople> {
  const { rows } = await readers.residents(municipality, actor);
  const placed = rows.filter((row): row is PlacedPerson => row.position !== null);
  const { residents } = countedFigures(await readers.counted(municipality, actor));
  return { placed, withoutPosition: rows.length - placed.length, notSeen: residents };
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
