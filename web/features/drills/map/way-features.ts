import type { DrillRoutes, DrillTour } from '#contract/drill-routes';
import { distanceMeters } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import type { ZoneClass } from '#domain/hazard/zone';
import { waysOf } from '../routes/way-rows.ts';

type Features = GeoJSON.FeatureCollection<GeoJSON.LineString | GeoJSON.Point>;
type Feature = Features['features'][number];
export const NO_LINES: Features = { type: 'FeatureCollection', features: [] };

/** Where a line lies inside zones, by the gravest: from one of its points to another. */
interface ZoneRun {
  readonly zoneClass: ZoneClass;
  readonly fromPoint: number;
  readonly toPoint: number;
}
type LabelOf = (zoneClass: ZoneClass, meters: number) => string;

const line = (kind: string, positions: readonly Position[]): Feature => ({
  type: 'Feature',
  properties: { kind },
  geometry: { type: 'LineString', coordinates: positions.map((one) => [...one]) },
});

/** The way that is looked at, cut where it meets zones, with which way it goes and words where it is red. */
function strongWay(
  positions: readonly Position[],
  zones: readonly ZoneRun[],
  labelOf: LabelOf,
): Feature[] {
  const pieces: Feature[] = [];
  const labels: Feature[] = [];
  let at = 0;
  const piece = (kind: string, from: number, to: number) => {
    if (to > from) pieces.push(line(kind, positions.slice(from, to + 1)));
  };
  for (const { zoneClass, fromPoint, toPoint } of zones.toSorted(
    (a, b) => a.fromPoint - b.fromPoint,
  )) {
    piece('outside', at, fromPoint);
    piece(zoneClass, fromPoint, toPoint);
    at = Math.max(at, toPoint);
    const inside = positions.slice(fromPoint, toPoint + 1);
    const middle = inside[Math.floor(inside.length / 2)];
    if (middle !== undefined && zoneClass.startsWith('red'))
      labels.push({
        type: 'Feature',
        properties: { kind: 'label', label: labelOf(zoneClass, lengthOf(inside)), isRed: 1 },
        geometry: { type: 'Point', coordinates: [...middle] },
      });
  }
  piece('outside', at, positions.length - 1);
  return [...pieces, line('direction', positions), ...labels];
}

const lengthOf = (positions: readonly Position[]) =>
  positions
    .slice(1)
    .reduce((sum, position, at) => sum + distanceMeters(positions[at]!, position), 0);

/**
 * Tours and ways as lines of map/layers/routes: the picked one strong and cut where it meets zones, the plan's
 * dashed, all others pale.
 */
export function wayFeatures(
  tour: DrillTour | undefined,
  routes: DrillRoutes | undefined,
  picked: string | null,
  labelOf: LabelOf,
): Features {
  const pale: Feature[] = [];
  const strong: Feature[] = [];
  for (const { vehicleId, stops } of tour?.vehicles ?? [])
    for (const { leg } of stops) {
      if (leg === null || leg.line.length < 2) continue;
      if (vehicleId === picked) strong.push(...strongWay(leg.line, leg.zones, labelOf));
      else pale.push(line('alternative', leg.line));
    }
  for (const route of routes?.routes ?? [])
    for (const { kind, line: positions, zones } of waysOf(route)) {
      const isPicked = route.personId === picked;
      if (isPicked && kind === 'drill') strong.push(...strongWay(positions, zones, labelOf));
      else if (isPicked && kind === 'plan') pale.push(line('walk', positions));
      else if (isPicked || kind === 'drill') pale.push(line('alternative', positions));
    }
  // The strong ones last, above the others.
  return { type: 'FeatureCollection', features: [...pale, ...strong] };
}

/** Stops of the picked vehicle, or the ends of the picked person's way, with what stands in their marks. */
export function wayMarks(
  tour: DrillTour | undefined,
  routes: DrillRoutes | undefined,
  picked: string | null,
): {
  readonly key: string;
  readonly mark: string;
  readonly name: string;
  readonly position: Position;
}[] {
  const vehicle = tour?.vehicles.find(({ vehicleId }) => vehicleId === picked);
  const route = routes?.routes.find(({ personId }) => personId === picked);
  const stops = (vehicle?.stops ?? []).flatMap(({ position, label }, at) =>
    position === null ? [] : [{ key: `stop ${at}`, mark: String(at + 1), name: label, position }],
  );
  const ends = [route?.from ?? null, route?.to ?? null].flatMap((position, at) =>
    position === null
      ? []
      : [{ key: `end ${at}`, mark: at === 0 ? 'A' : 'B', name: at === 0 ? 'A' : 'B', position }],
  );
  return [...stops, ...ends];
}
