import type { Position } from '#domain/geo/position';
import type { ShelterEquipment } from './shelter.ts';

/** What an officer can say of a facility in place of its list. */
export interface ShelterValues {
  readonly name: string;
  readonly position: Position | null;
  readonly capacity: number | null;
  readonly acceptedGroups: readonly string[] | null;
  readonly equipment: readonly ShelterEquipment[] | null;
  readonly phone: string | null;
  /** null = not known, which is not "no". */
  readonly designatedForLandslide: boolean | null;
  /** 開設についての覚え書き; no list has it. */
  readonly openingNote: string | null;
}
export const SHELTER_FIELDS = [
  'name',
  'position',
  'capacity',
  'acceptedGroups',
  'equipment',
  'phone',
  'designatedForLandslide',
  'openingNote',
] as const satisfies readonly (keyof ShelterValues)[];
export type ShelterField = (typeof SHELTER_FIELDS)[number];

/** Values that stand in place of the list's; a field that is not there is as the list has it. */
export type ShelterOverrides = Partial<ShelterValues>;

/** Overrides without those that say what the list says anyway. */
export function withoutIdle(overrides: ShelterOverrides, listed: ShelterValues): ShelterOverrides {
  return pickFields(overrides, (field) => !isSameValue(overrides[field], listed[field]));
}

/** What the list says of the fields that are overridden. */
export function listedOf(overrides: ShelterOverrides, listed: ShelterValues): ShelterOverrides {
  return pickFields(listed, (field) => field in overrides);
}

/** Fields whose list says something else now than when they were overridden: to be looked at again. */
export function overtakenFields(
  overrides: ShelterOverrides,
  listedThen: ShelterOverrides,
  listedNow: ShelterValues,
): ShelterField[] {
  return SHELTER_FIELDS.filter(
    (field) => field in overrides && !isSameValue(listedThen[field], listedNow[field]),
  );
}

function pickFields(
  values: ShelterOverrides,
  isWanted: (field: ShelterField) => boolean,
): ShelterOverrides {
  const fields = SHELTER_FIELDS.filter((field) => field in values && isWanted(field));
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
