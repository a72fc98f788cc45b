import type { FeatureCollection } from 'geojson';
import type { RouteAnswer, WireRoute } from '#contract/route';
import type { Position } from '#domain/geo/position';
import type { Words } from '../../i18n/words.ts';
import { profilePoints } from './profile-points.ts';
import { placeAlong, profileRuns } from './profile-runs.ts';
import type { RouteWords } from './use-route-words.ts';

type Feature = FeatureCollection['features'][number];

export const NO_FEATURES: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The routes as the map draws them: others whole and below, the chosen one cut where it meets zones. */
export function routeFeatures(
  { routes, via }: Pick<RouteAnswer, 'routes' | 'via'>,
  chosen: WireRoute | undefined,
  words: Words,
  say: RouteWords,
): FeatureCollection {
  const others = routes.filter((route) => route !== chosen);
  const features = others.map(({ line }) => lineFeature({ kind: 'alternative' }, line));
  if (chosen !== undefined) {
    features.push(
      ...via.map(({ position, onRoad }) => lineFeature({ kind: 'walk' }, [position, onRoad])),
      lineFeature({ kind: 'walk' }, chosen.walkToRoad.line),
      lineFeature({ kind: 'walk' }, chosen.walkFromRoad.line),
    );
    const points = profilePoints(chosen);
    for (const { zoneClass, line, fromMeters, toMeters } of profileRuns(points)) {
      const meters = words.metersText(toMeters - fromMeters);
      features.push(
        zoneClass === null
          ? lineFeature({ kind: 'outside' }, line)
          : lineFeature({ kind: zoneClass }, line),
      );
      const middle = placeAlong(points, (fromMeters + toMeters) / 2);
      if (zoneClass !== null && middle !== null)
        features.push({
          ...pointFeature('label', middle.position),
          properties: {
            kind: 'label',
            label: `${say.zone[zoneClass]} ${meters}`,
            isRed: zoneClass.startsWith('red') ? 1 : 0,
          },
        });
    }
  }
  return { type: 'FeatureCollection', features };
}

export function lineFeature(
  properties: Readonly<Record<string, string>>,
  line: readonly Position[],
): Feature {
  const coordinates = line.map((position) => [...position]);
  return {
    type: 'Feature',
    properties: { ...properties },
    geometry: { type: 'LineString', coordinates },
  };
}

export function pointFeature(kind: string, position: Position): Feature {
  return {
    type: 'Feature',
    properties: { kind },
    geometry: { type: 'Point', coordinates: [...position] },
  };
}
