import type { FeatureCollection } from 'geojson';
import type { WireRoute } from '#contract/route';
import type { Position } from '#domain/geo/position';
import type { PlanContent } from '#domain/plan/plan';
import type { Words } from '../../../i18n/words.ts';
import { zoneRuns } from '../route/zone-runs.ts';
import type { PlanWords } from '../use-plan-words.ts';

type Feature = FeatureCollection['features'][number];

export const NO_FEATURES: FeatureCollection = { type: 'FeatureCollection', features: [] };

/**
 * The way of the plan, as the layers of routes draw it. `found` is what the router just answered, with
 * where it lies inside zones; a way of a former day is drawn whole, as zones may be others since.
 */
export function planRouteFeatures(
  route: PlanContent['route'],
  found: WireRoute | null,
  words: Words,
  say: PlanWords,
): FeatureCollection {
  if (route === null) return NO_FEATURES;
  const features: Feature[] = [lineOf({ kind: 'outside' }, route.line)];
  for (const { zoneClass, line, lengthMeters } of found === null ? [] : zoneRuns(found)) {
    features.push(lineOf({ kind: zoneClass }, line));
    const middle = line[Math.floor(line.length / 2)];
    if (middle !== undefined)
      features.push({
        type: 'Feature',
        properties: {
          kind: 'label',
          label: `${say.map.zone[zoneClass]} ${words.metersText(lengthMeters)}`,
          isRed: zoneClass.startsWith('red') ? 1 : 0,
        },
        geometry: { type: 'Point', coordinates: [...middle] },
      });
  }
  return { type: 'FeatureCollection', features };
}

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
