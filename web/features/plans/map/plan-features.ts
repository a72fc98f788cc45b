import type { FeatureCollection } from 'geojson';
import { distanceMeters } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import type { PlanContent, RoutePart } from '#domain/plan/plan';
import type { Words } from '../../../i18n/words.ts';
import type { PlanWords } from '../use-plan-words.ts';

type Feature = FeatureCollection['features'][number];

export const NO_FEATURES: FeatureCollection = { type: 'FeatureCollection', features: [] };

/**
 * The way of the plan, as the layers of routes draw it: by where it lay inside zones when it was found. Where
 * the plan does not hold that, the whole of it is drawn as not looked at, and never as outside of zones.
 */
export function planRouteFeatures(
  route: PlanContent['route'],
  words: Words,
  say: PlanWords,
): FeatureCollection {
  if (route === null) return NO_FEATURES;
  if (route.zones === undefined)
    return { type: 'FeatureCollection', features: [lineOf({ kind: 'unjudged' }, route.line)] };
  const part = ({ fromPoint, toPoint }: RoutePart) => route.line.slice(fromPoint, toPoint + 1);
  const walks = route.walks ?? [];
  const [start, end] = [0, route.line.length - 1];
  const roadFrom = walks.find(({ fromPoint }) => fromPoint === start)?.toPoint ?? start;
  const roadTo = walks.find(({ toPoint }) => toPoint === end)?.fromPoint ?? end;
  const features: Feature[] = [
    ...walks.map((walk) => lineOf({ kind: 'walk' }, part(walk))),
    ...(roadTo > roadFrom
      ? [lineOf({ kind: 'outside' }, part({ fromPoint: roadFrom, toPoint: roadTo }))]
      : []),
  ];
  for (const { zoneClass, ...points } of route.zones) {
    const line = part(points);
    features.push(lineOf({ kind: zoneClass }, line));
    const middle = line[Math.floor(line.length / 2)];
    if (middle !== undefined)
      features.push({
        type: 'Feature',
        properties: {
          kind: 'label',
          label: `${say.map.zone[zoneClass]} ${words.metersText(lengthOf(line))}`,
          isRed: zoneClass.startsWith('red') ? 1 : 0,
        },
        geometry: { type: 'Point', coordinates: [...middle] },
      });
  }
  return { type: 'FeatureCollection', features };
}

const lengthOf = (line: readonly Position[]) =>
  line.reduce((sum, point, at) => sum + (at === 0 ? 0 : distanceMeters(line[at - 1]!, point)), 0);

function lineOf(properties: Readonly<Record<string, string>>, line: readonly Position[]): Feature {
  return {
    type: 'Feature',
    properties: { ...properties },
    geometry: { type: 'LineString', coordinates: line.map((position) => [...position]) },
  };
}

/** A place of the plan on the map, with the mark that stands for it. */
export interface PlanMark {
  readonly key: string;
  readonly mark: string;
  readonly name: string;
  readonly position: Position;
  readonly kind: 'home' | 'supporter' | 'destination' | 'second';
}

export function planMarks(
  content: PlanContent,
  home: Position | null,
  say: PlanWords['map'],
): PlanMark[] {
  const marks: PlanMark[] = [];
  const add = (kind: PlanMark['kind'], key: string, mark: string, name: string, at: Position) =>
    marks.push({ kind, key, mark, name, position: at });
  if (home !== null) add('home', 'home', say.homeMark, say.home, home);
  for (const [index, { id, name, place }] of content.supporters.entries()) {
    const number = String(index + 1);
    if (place.position !== null)
      add('supporter', id, say.supporterMark(number), say.supporter(number, name), [
        place.position.lng,
        place.position.lat,
      ]);
  }
  for (const kind of ['destination', 'second'] as const) {
    const one = kind === 'second' ? content.secondDestination : content.destination;
    const at = one?.place.position ?? null;
    if (one !== null && at !== null)
      add(
        kind,
        kind,
        kind === 'second' ? say.secondMark : say.destinationMark,
        `${kind === 'second' ? say.second : say.destination} ${one.name}`,
        [at.lng, at.lat],
      );
  }
  return marks;
}
