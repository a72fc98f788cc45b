import type { Relation } from '../../hazard/relation.ts';
import type { Phenomenon, ZoneClass } from '../../hazard/zone.ts';
import type { CareLevel } from '../../resident/care-level.ts';

/**
 * What a plan rests on, as it is at a moment. Kept beside a plan when it comes into force or is confirmed
 * (its basis) and held against what is true now. `null` = not known, which is a state of its own.
 */
export interface PlanTruth {
  readonly home: {
    readonly address: string | null;
    readonly position: LngLat | null;
    readonly zones: ZonesThere;
  };
  readonly careLevel: CareLevel | null;
  readonly supporters: readonly SupporterTruth[];
  /** The first choice, then the second, as far as they are named. */
  readonly destinations: readonly DestinationTruth[];
  readonly route: RouteTruth | null;
  readonly roads: readonly RoadTruth[];
  /** Of when the data are (YYYY-MM-DD). */
  readonly dates: TruthDates;
}

export type LngLat = readonly [lng: number, lat: number];

/** How a place lies to the zones: what it is in, or may be in. Near a zone is not in it. */
export interface ZonesThere {
  readonly relation: Exclude<Relation, 'near'>;
  readonly redRelation: Exclude<Relation, 'near'>;
  /** Sorted; a kind stands there once for each zone. */
  readonly kinds: readonly ZoneKind[];
  readonly zoneIds: readonly string[];
}

export interface ZoneKind {
  readonly zoneClass: ZoneClass;
  readonly phenomenon: Phenomenon;
  readonly relation: 'inside' | 'undetermined';
}

export interface SupporterTruth {
  readonly id: string;
  readonly name: string;
  readonly zones: ZonesThere;
  /** As the roster has whoever is so called; null = the roster names nobody so. */
  readonly listed: { readonly address: string | null; readonly position: LngLat | null } | null;
}

export interface DestinationTruth {
  readonly choice: 'first' | 'second';
  readonly name: string;
  readonly zones: ZonesThere;
  /** null = a place that is on no list. */
  readonly shelter: ShelterTruth | null;
}

export interface ShelterTruth {
  readonly id: string;
  /** False = no list in force has it. */
  readonly isListed: boolean;
  readonly isForLandslides: boolean | null;
  readonly capacity: number | null;
  /** More plans in force name it than it has room for, and this one came after those that fit. */
  readonly isFull: boolean;
  /** As written; null = not said. */
  readonly groups: readonly string[] | null;
}

export interface RouteTruth {
  readonly redMeters: number;
  readonly anyMeters: number;
  /** What it runs through. */
  readonly zones: Pick<ZonesThere, 'kinds' | 'zoneIds'>;
  /** False where no zone data is in force: then nothing is known of it. */
  readonly isKnown: boolean;
}

export interface RoadTruth {
  readonly source: string;
  readonly id: string;
  readonly name: string | null;
  /** False = the roads in force have none there; null = there are no roads in force. */
  readonly isThere: boolean | null;
  readonly isClosed: boolean;
  /** null = not known. */
  readonly width: { readonly leastMeters: number; readonly mostMeters: number | null } | null;
}

export interface TruthDates {
  readonly zones: string | null;
  readonly shelters: string | null;
  readonly roads: string | null;
  readonly roster: string | null;
}
