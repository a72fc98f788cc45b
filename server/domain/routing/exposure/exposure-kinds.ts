import { PHENOMENA, type Phenomenon, ZONE_CLASSES, type ZoneClass } from '#domain/hazard/zone';

/** Class and phenomenon together, in the order of ZONE_CLASSES, then PHENOMENA. */
export const EXPOSURE_KINDS: readonly {
  readonly zoneClass: ZoneClass;
  readonly phenomenon: Phenomenon;
}[] = ZONE_CLASSES.flatMap((zoneClass) =>
  PHENOMENA.map((phenomenon) => ({ zoneClass, phenomenon })),
);

/** The place in EXPOSURE_KINDS, from the places in ZONE_CLASSES and PHENOMENA. */
export function exposureKindOf(zoneClassCode: number, phenomenonCode: number): number {
  return zoneClassCode * PHENOMENA.length + phenomenonCode;
}

/** The kinds of some classes, and of one phenomenon where it is named, as bits. */
export function kindBitsOf(classes: readonly ZoneClass[], phenomenon?: Phenomenon): number {
  return EXPOSURE_KINDS.reduce((bits, kind, place) => {
    const isWanted = phenomenon === undefined || kind.phenomenon === phenomenon;
    return isWanted && classes.includes(kind.zoneClass) ? bits | (1 << place) : bits;
  }, 0);
}
