import type { Position } from '#domain/geo/position';
import { findZonesInBox, type ZoneIndex } from '#domain/hazard/zone-index';
import { exposureKindOf } from './exposure-kinds.ts';
import { type ExposureMeters, measureExposure } from './measure-exposure.ts';
import { findPartsInZone } from './piece-in-zone.ts';
import { noExposure } from './road-exposure.ts';

const NONE = measureExposure(noExposure({ roadCount: 1 }), []);

/**
 * Metres of a straight line inside the zones of an index, for a walk where there is no road: between a door and
 * its road lies what a road may keep out of. Zeros where no zones are known.
 */
export function exposeLine(
  index: ZoneIndex | null,
  [fromLng, fromLat]: Position,
  [toLng, toLat]: Position,
  lengthMeters: number,
): ExposureMeters {
  if (index === null || lengthMeters === 0) return NONE;
  const near = findZonesInBox(
    index,
    Math.min(fromLng, toLng),
    Math.min(fromLat, toLat),
    Math.max(fromLng, toLng),
    Math.max(fromLat, toLat),
  );
  const stretches: { from: number; to: number; zone: number }[] = [];
  for (const zone of near) {
    const parts: number[] = [];
    findPartsInZone(index, zone, fromLng, fromLat, toLng, toLat, parts);
    for (let part = 0; part < parts.length; part += 2)
      stretches.push({ from: parts[part]!, to: parts[part + 1]!, zone });
  }
  if (stretches.length === 0) return NONE;
  stretches.sort((a, b) => a.from - b.from);
  const asRoad = {
    firstStretches: Uint32Array.of(0, stretches.length),
    fromMeters: Float64Array.from(stretches, ({ from }) => from * lengthMeters),
    toMeters: Float64Array.from(stretches, ({ to }) => to * lengthMeters),
    zones: Uint32Array.from(stretches, ({ zone }) => zone),
    kindCodes: Uint8Array.from(stretches, ({ zone }) =>
      exposureKindOf(index.zoneClassCodes[zone]!, index.phenomenonCodes[zone]!),
    ),
    index,
  };
  return measureExposure(asRoad, [{ road: 0, fromMeters: 0, toMeters: lengthMeters }]);
}
