import type { Position } from '#domain/geo/position';
import { graver, RELATIONS, type Relation } from './relation.ts';
import { isRed, PHENOMENA, type Phenomenon, ZONE_CLASSES, type ZoneClass } from './zone.ts';

/** How a place lies to one zone. */
export interface ZoneJudgement {
  readonly zoneId: string;
  readonly zoneClass: ZoneClass;
  readonly phenomenon: Phenomenon;
  /** The red zone of this yellow one has not been surveyed: unknown, which is not "no red zone". */
  readonly redNotSurveyed: boolean;
  readonly relation: Relation;
  /** Metres to the boundary of the zone: negative inside, 0 on it, positive outside. */
  readonly signedDistanceMeters: number;
  /** The place on the boundary that this distance was measured to. */
  readonly nearestBoundary: Position;
}

/** How a place lies to all zones of an index. */
export interface HazardJudgement {
  /** Gravest relation to any zone. */
  readonly relation: Relation;
  /**
   * Gravest relation to any red zone, designated or before designation. `undetermined` also where the
   * place is not outside a yellow zone whose red zone has not been surveyed.
   */
  readonly redRelation: Relation;
  /**
   * Signed metres to the red zone that the place lies deepest in or nearest to; null where none is
   * among `zones`.
   */
  readonly redDistanceMeters: number | null;
  /** Phenomena of `zones`, in the order of PHENOMENA. */
  readonly phenomena: readonly Phenomenon[];
  /** Some of `zones` has a red zone that was not surveyed. */
  readonly redNotSurveyed: boolean;
  /** Every zone that the place is not outside of, gravest first (see `byGravity`). */
  readonly zones: readonly ZoneJudgement[];
}

/** A place without a position: nothing can be said of it, and that is never "outside". */
export const UNDETERMINED_JUDGEMENT: HazardJudgement = {
  relation: 'undetermined',
  redRelation: 'undetermined',
  redDistanceMeters: null,
  phenomena: [],
  redNotSurveyed: false,
  zones: [],
};

/** A place that no zone is near to. */
export const OUTSIDE_JUDGEMENT: HazardJudgement = {
  relation: 'outside',
  redRelation: 'outside',
  redDistanceMeters: null,
  phenomena: [],
  redNotSurveyed: false,
  zones: [],
};

/** Draws the judgements of single zones together; those of zones that the place is outside of are left out. */
export function summarise(judgements: readonly ZoneJudgement[]): HazardJudgement {
  const zones = judgements.filter(({ relation }) => relation !== 'outside').sort(byGravity);
  if (zones.length === 0) return OUTSIDE_JUDGEMENT;
  let relation: Relation = 'outside';
  let redRelation: Relation = 'outside';
  let redDistanceMeters: number | null = null;
  for (const zone of zones) {
    relation = graver(relation, zone.relation);
    if (isRed(zone.zoneClass)) {
      redRelation = graver(redRelation, zone.relation);
      redDistanceMeters = Math.min(redDistanceMeters ?? Infinity, zone.signedDistanceMeters);
    } else if (zone.redNotSurveyed) redRelation = graver(redRelation, 'undetermined');
  }
  return {
    relation,
    redRelation,
    redDistanceMeters,
    phenomena: PHENOMENA.filter((phenomenon) => zones.some((z) => z.phenomenon === phenomenon)),
    redNotSurveyed: zones.some((zone) => zone.redNotSurveyed),
    zones,
  };
}

/** Order of `zones`: graver relation, then graver class, then nearer (deeper inside), then id. */
function byGravity(a: ZoneJudgement, b: ZoneJudgement): number {
  return (
    RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) ||
    ZONE_CLASSES.indexOf(a.zoneClass) - ZONE_CLASSES.indexOf(b.zoneClass) ||
    a.signedDistanceMeters - b.signedDistanceMeters ||
    (a.zoneId < b.zoneId ? -1 : 1)
  );
}
