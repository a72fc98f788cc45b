import { RELATIONS, type Relation } from '#domain/hazard/relation';
import { PHENOMENA, type Phenomenon } from '#domain/hazard/zone';
import { SHELTER_KINDS, type ShelterKind } from '#domain/shelter/shelter';
import { drawHatch } from './draw-hatch.ts';
import { drawPerson } from './draw-person.ts';
import { drawShelter } from './draw-shelter.ts';
import { personShape } from './person-shape.ts';
import { type LandslideDesignation, shelterShape } from './shelter-shape.ts';

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

/** Pixels per CSS pixel of the drawn images. */
export const IMAGE_PIXEL_RATIO = 2;

/** Draws the image of that name; null where the name is none of ours. Needs a canvas. */
export function drawImage(name: string): ImageData | null {
  const request = parseImageName(name);
  if (request === null) return null;
  switch (request.kind) {
    case 'resident':
      return drawPerson(
        personShape(request.tier, request.red, request.relation, request.power),
        IMAGE_PIXEL_RATIO,
      );
    case 'shelter':
      return drawShelter(shelterShape(request.shelterKind, request.landslide), IMAGE_PIXEL_RATIO);
    case 'hatch':
      return drawHatch(request.pattern, request.isDark, IMAGE_PIXEL_RATIO);
  }
}
