import type { ZoneIndex } from '#domain/hazard/zone-index';
import type { RoadTable } from '../graph/road-table.ts';

/**
 * Where roads lie inside zones: stretches in metres from the start of the road, each with its zone.
 * Stretches of one zone do not overlap; those of several do.
 *
 *     road r   stretches   firstStretches[r] … firstStretches[r + 1] - 1, by where they begin
 */
export interface RoadExposure {
  readonly firstStretches: Uint32Array;
  readonly fromMeters: Float64Array;
  readonly toMeters: Float64Array;
  /** Number of the zone in its index. */
  readonly zones: Uint32Array;
  /** Place in EXPOSURE_KINDS. */
  readonly kindCodes: Uint8Array;
  /** The zones themselves, for what lies beside the roads; null where there are none. */
  readonly index: ZoneIndex | null;
}

/** Roads that lie in no zone. */
export function noExposure({ roadCount }: Pick<RoadTable, 'roadCount'>): RoadExposure {
  return {
    firstStretches: new Uint32Array(roadCount + 1),
    fromMeters: new Float64Array(),
    toMeters: new Float64Array(),
    zones: new Uint32Array(),
    kindCodes: new Uint8Array(),
    index: null,
  };
}
