import { RELATIONS, type Relation } from '#domain/hazard/relation';
import { PHENOMENA, type Phenomenon } from '#domain/hazard/zone';
import { SHELTER_KINDS, type ShelterKind } from '#domain/shelter/shelter';
import type { LandslideDesignation } from './shelter-shape.ts';

/** What an image's name asks for; null where the name is none of ours. */
export type ImageRequest =
  | {
      readonly kind: 'resident';
      readonly tier: number;
      readonly red: Relation;
      readonly relation: Relation;
      readonly power: boolean;
    }
  | {
      readonly kind: 'shelter';
      readonly shelterKind: ShelterKind;
      readonly landslide: LandslideDesignation;
    }
  | {
      readonly kind: 'hatch';
      readonly pattern: Phenomenon | 'not-surveyed';
      readonly isDark: boolean;
    };

const relations = RELATIONS.join('|');
const RESIDENT = new RegExp(`^resident-(\\d+)-(${relations})-(${relations})-([01])$`);
const SHELTER = new RegExp(`^shelter-(${SHELTER_KINDS.join('|')})-(yes|no|unknown)$`);
const HATCH = new RegExp(`^hatch-(${PHENOMENA.join('|')}|not-surveyed)-(light|dark)$`);

/** Reads the name that the layers build from a feature's properties. */
export function parseImageName(name: string): ImageRequest | null {
  const resident = RESIDENT.exec(name);
  if (resident)
    return {
      kind: 'resident',
      tier: Number(resident[1]),
      red: resident[2] as Relation,
      relation: resident[3] as Relation,
      power: resident[4] === '1',
    };
  const shelter = SHELTER.exec(name);
  if (shelter)
    return {
      kind: 'shelter',
      shelterKind: shelter[1] as ShelterKind,
      landslide: shelter[2] as LandslideDesignation,
    };
  const hatch = HATCH.exec(name);
  if (hatch)
    return {
      kind: 'hatch',
      pattern: hatch[1] as Phenomenon | 'not-surveyed',
      isDark: hatch[2] === 'dark',
    };
  return null;
}
