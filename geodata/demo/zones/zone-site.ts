import type { Phenomenon } from '#domain/hazard/zone';
import type { Place } from '../frame.ts';
import { type Area, areasOf } from '../shapes/area.ts';
import { contourRings } from '../shapes/contour-rings.ts';
import { ringArea, simplifiedRing } from '../shapes/ring.ts';
import { FIELD_CELL_METERS, type Field } from './field.ts';

/** A surveyed place of one phenomenon: its yellow zone, and the red one inside it where there is one. */
export interface ZoneSite extends Place {
  readonly phenomenon: Phenomenon;
  readonly yellow: readonly Area[];
  readonly red: readonly Area[];
  /** Building that the zone was drawn for (its place in the list). */
  readonly building: number;
}

/** Points nearer than this to a straight edge are left out; red and yellow keep apart by more than twice this. */
const TOLERANCE_METERS = 1;
const LEAST_AREA = 120;

/** Outlines of the parts of a field above 0 that are large enough, as surveys draw them: without holes. */
export function zoneAreas(field: Field): Area[] {
  const rings = contourRings(
    {
      columns: field.columns,
      rows: field.rows,
      cellMeters: FIELD_CELL_METERS,
      west: field.column * FIELD_CELL_METERS,
      south: field.row * FIELD_CELL_METERS,
      values: field.values,
    },
    0,
  ).filter((ring) => ringArea(ring) > LEAST_AREA);
  return areasOf(rings.map((ring) => simplifiedRing(ring, TOLERANCE_METERS)));
}
