import type { DrillRoutes, DrillTour } from '#contract/drill-routes';
import type { Position } from '#domain/geo/position';
import { waysOf } from '../routes/way-rows.ts';

type Lines = GeoJSON.FeatureCollection<GeoJSON.LineString>;
export const NO_LINES: Lines = { type: 'FeatureCollection', features: [] };

const line = (
  kind: string,
  positions: readonly Position[],
): GeoJSON.Feature<GeoJSON.LineString> => ({
  type: 'Feature',
  properties: { kind },
  geometry: { type: 'LineString', coordinates: positions.map((one) => [...one]) },
});

/** Tours and ways as lines of map/layers/routes: the picked one strong, the plan's dashed, all others pale. */
export function wayFeatures(
  tour: DrillTour | undefined,
  routes: DrillRoutes | undefined,
  picked: string | null,
): Lines {
  const tours = (tour?.vehicles ?? []).flatMap(({ vehicleId, stops }) =>
    stops.flatMap(({ leg }) =>
      leg === null || leg.line.length < 2
        ? []
        : [line(vehicleId === picked ? 'outside' : 'alternative', leg.line)],
    ),
  );
  const ways = (routes?.routes ?? []).flatMap((route) =>
    waysOf(route)
      .filter(({ kind }) => kind === 'drill' || route.personId === picked)
      .map(({ kind, line: positions }) => {
        if (route.personId !== picked) return line('alternative', positions);
        return line(
          kind === 'plan' ? 'walk' : kind === 'drill' ? 'outside' : 'alternative',
          positions,
        );
      }),
  );
  const isStrong = ({ properties }: GeoJSON.Feature) => properties?.kind === 'outside';
  const all = [...tours, ...ways];
  // The strong ones last, above the others.
  return {
    type: 'FeatureCollection',
    features: [...all.filter((one) => !isStrong(one)), ...all.filter(isStrong)],
  };
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
