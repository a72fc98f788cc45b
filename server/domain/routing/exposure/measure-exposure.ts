import { PHENOMENA, type Phenomenon, ZONE_CLASSES, type ZoneClass } from '#domain/hazard/zone';
import { kindBitsOf } from './exposure-kinds.ts';
import type { RoadExposure } from './road-exposure.ts';

/** Metres inside zones. What lies in two zones of one class counts once in its total. */
export interface ExposureMeters {
  readonly byClass: Readonly<Record<ZoneClass, number>>;
  readonly byPhenomenon: Readonly<Record<ZoneClass, Readonly<Record<Phenomenon, number>>>>;
  /** Inside a red zone, designated or before designation. */
  readonly redMeters: number;
  /** Inside any zone. */
  readonly anyMeters: number;
}

/** Part of a road, in metres from its start; which of the two is first does not matter. */
export interface RoadPart {
  readonly road: number;
  readonly fromMeters: number;
  readonly toMeters: number;
}

const RED_BITS = kindBitsOf(['red', 'red-before-designation']);
const ANY_BITS = kindBitsOf(ZONE_CLASSES);

/** Metres of some parts of roads inside zones, by class and phenomenon. */
export function measureExposure(
  exposure: RoadExposure,
  parts: readonly RoadPart[],
): ExposureMeters {
  const { firstStretches } = exposure;
  const exposed = parts.filter(({ road }) => firstStretches[road]! < firstStretches[road + 1]!);
  const meters = (bits: number) =>
    exposed.reduce(
      (sum, { road, fromMeters, toMeters }) =>
        sum + metersInside(exposure, road, bits, fromMeters, toMeters),
      0,
    );
  return exposureOf(
    (zoneClass, phenomenon) => meters(kindBitsOf([zoneClass], phenomenon)),
    meters(RED_BITS),
    meters(ANY_BITS),
  );
}

/** Of parts that have no metre in common. */
export function addExposures(all: readonly ExposureMeters[]): ExposureMeters {
  const sum = (metersOf: (one: ExposureMeters) => number) =>
    all.reduce((meters, one) => meters + metersOf(one), 0);
  return exposureOf(
    (zoneClass, phenomenon) =>
      sum(({ byClass, byPhenomenon }) =>
        phenomenon === undefined ? byClass[zoneClass] : byPhenomenon[zoneClass][phenomenon],
      ),
    sum((one) => one.redMeters),
    sum((one) => one.anyMeters),
  );
}

function exposureOf(
  metersOf: (zoneClass: ZoneClass, phenomenon?: Phenomenon) => number,
  redMeters: number,
  anyMeters: number,
): ExposureMeters {
  const byClass = ZONE_CLASSES.map((zoneClass) => [zoneClass, metersOf(zoneClass)]);
  const byPhenomenon = ZONE_CLASSES.map((zoneClass) => [
    zoneClass,
    Object.fromEntries(PHENOMENA.map((one) => [one, metersOf(zoneClass, one)])),
  ]);
  return {
    byClass: Object.fromEntries(byClass),
    byPhenomenon: Object.fromEntries(byPhenomenon),
    redMeters,
    anyMeters,
  };
}

/**
 * Metres of a part of a road inside zones of some kinds (`kindBitsOf`), each metre once. Stretches come
 * by where they begin, so what they cover together is summed in one go.
 */
export function metersInside(
  { firstStretches, fromMeters, toMeters, kindCodes }: RoadExposure,
  road: number,
  kindBits: number,
  oneEndMeters: number,
  otherEndMeters: number,
): number {
  const start = Math.min(oneEndMeters, otherEndMeters);
  const end = Math.max(oneEndMeters, otherEndMeters);
  const endStretch = firstStretches[road + 1]!;
  let meters = 0;
  let coveredTo = start;
  for (let stretch = firstStretches[road]!; stretch < endStretch; stretch += 1) {
    if ((kindBits & (1 << kindCodes[stretch]!)) === 0) continue;
    const from = Math.max(fromMeters[stretch]!, coveredTo);
    const to = Math.min(toMeters[stretch]!, end);
    if (to <= from) continue;
    meters += to - from;
    coveredTo = to;
  }
  return meters;
}
