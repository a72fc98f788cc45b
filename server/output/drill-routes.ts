import type { DrillRoutes, DrillTour } from '#contract/drill-routes';
import type { Position } from '#domain/geo/position';
import { escapeXml } from './paper/map/svg-path.ts';

/** One way of a training: of a vehicle with its stops, or of a person who comes without one. */
export interface TrainingWay {
  readonly name: string;
  readonly kind: 'vehicle' | 'person';
  readonly line: readonly Position[];
  readonly stops: readonly {
    readonly name: string;
    /** null = not shown to the reader. */
    readonly position: Position | null;
    /** From the start of the drill; null = not planned. */
    readonly minute: number | null;
  }[];
  /** null = some of the way is not known, or not shown to the reader. */
  readonly figures: {
    readonly lengthMeters: number;
    readonly durationSeconds: number;
    readonly redMeters: number;
  } | null;
}

/** @param names of people by their ids in the drill, as the reader may see them */
export function trainingWays(
  tour: DrillTour | null,
  routes: DrillRoutes | null,
  names: ReadonlyMap<string, string>,
): TrainingWay[] {
  const vehicles = (tour?.vehicles ?? [])
    .filter(({ stops }) => stops.length > 0)
    .map(({ label, stops }): TrainingWay => {
      const legs = stops.flatMap(({ leg }) => leg ?? []);
      const sum = (of: (leg: (typeof legs)[number]) => number) =>
        legs.reduce((total, leg) => total + of(leg), 0);
      return {
        ...{ name: label, kind: 'vehicle' },
        line: legs.flatMap(({ line }) => line),
        stops: stops.map(({ label: name, position, arrivalMinute: minute }) => ({
          ...{ name, position, minute },
        })),
        figures:
          legs.length < stops.length - 1
            ? null
            : {
                lengthMeters: sum((leg) => leg.lengthMeters),
                durationSeconds: sum((leg) => leg.durationSeconds),
                redMeters: sum((leg) => leg.redMeters),
              },
      };
    });
  const people = (routes?.routes ?? []).flatMap((one): TrainingWay[] => {
    const [way] = one.ways;
    if (way === undefined || one.from === null || one.to === null) return [];
    const name = names.get(one.personId) ?? one.personId;
    return [
      {
        ...{ name, kind: 'person', line: way.line },
        figures: {
          ...{ lengthMeters: way.lengthMeters, durationSeconds: way.durationSeconds },
          redMeters: way.exposure.redMeters,
        },
        stops: [
          { name: `${name} 出発`, position: one.from, minute: null },
          { name: `${name} 到着`, position: one.to, minute: null },
        ],
      },
    ];
  });
  return [...vehicles, ...people];
}

/** GPX 1.1: a track for each way, a waypoint for each stop. */
export function gpxOf(title: string, ways: readonly TrainingWay[]): string {
  const at = ([lng, lat]: Position) => `lat="${lat.toFixed(6)}" lon="${lng.toFixed(6)}"`;
  const waypoint = ({ name, position, minute }: PlacedStop) =>
    `<wpt ${at(position)}><name>${escapeXml(name)}</name>${minute === null ? '' : `<desc>開始${minute}分後</desc>`}</wpt>`;
  const track = ({ name, line }: TrainingWay) =>
    `<trk><name>${escapeXml(name)}</name><trkseg>${line.map((one) => `<trkpt ${at(one)}/>`).join('')}</trkseg></trk>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Michishirube" xmlns="http://www.topografix.com/GPX/1/1">
<metadata><name>${escapeXml(title)}</name></metadata>
${ways.flatMap((way) => placedStops(way).map(waypoint)).join('\n')}
${ways.map(track).join('\n')}
</gpx>
`;
}

/** RFC 7946: lines and the stops on them. */
export function geoJsonOf(ways: readonly TrainingWay[]): object {
  return {
    type: 'FeatureCollection',
    features: ways.flatMap((way) => {
      const { name, kind, line, figures } = way;
      const { lengthMeters = null, durationSeconds = null, redMeters = null } = figures ?? {};
      const properties = { name, kind, lengthMeters, durationSeconds, redMeters };
      return [
        { type: 'Feature', properties, geometry: { type: 'LineString', coordinates: line } },
        ...placedStops(way).map(({ name: stop, position, minute }) => ({
          type: 'Feature',
          properties: { way: name, name: stop, minute },
          geometry: { type: 'Point', coordinates: position },
        })),
      ];
    }),
  };
}

type PlacedStop = TrainingWay['stops'][number] & { readonly position: Position };
const placedStops = ({ stops }: TrainingWay) =>
  stops.filter((stop): stop is PlacedStop => stop.position !== null);
