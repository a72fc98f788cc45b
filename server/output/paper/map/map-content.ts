import type { MultiPolygon, PolygonCoordinates, Position } from '#domain/geo/position';
import type { Phenomenon, ZoneClass } from '#domain/hazard/zone';

/** What a map on paper shows; everything in degrees, whatever lies outside of the frame is left out. */
export interface MapContent {
  readonly marks: readonly MapMark[];
  /** The way to the first destination, from home. */
  readonly route: readonly Position[];
  readonly zones: readonly MapZone[];
  readonly ground: MapGround;
}

/** In the order of drawing: the home lies on top. */
export const MARK_KINDS = ['supporter', 'second-destination', 'destination', 'home'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface MapMark {
  readonly kind: MarkKind;
  readonly position: Position;
  readonly label: string;
  /** Metres within which the place lies, where it is known to the block or town alone; else null. */
  readonly radiusMeters: number | null;
}

export interface MapZone {
  readonly zoneClass: ZoneClass;
  readonly phenomenon: Phenomenon;
  readonly geometry: MultiPolygon;
}

/** The base map: only what helps to find one's way. */
export interface MapGround {
  readonly roads: readonly MapRoad[];
  readonly water: readonly PolygonCoordinates[];
  readonly waterways: readonly (readonly Position[])[];
  readonly buildings: readonly PolygonCoordinates[];
}

export interface MapRoad {
  readonly line: readonly Position[];
  readonly breadth: 'main' | 'minor' | 'path';
  readonly name: string | null;
}

export const NO_GROUND: MapGround = { roads: [], water: [], waterways: [], buildings: [] };
