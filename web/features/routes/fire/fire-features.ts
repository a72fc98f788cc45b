import type { FeatureCollection } from 'geojson';
import type { FireCheckAnswer } from '#contract/fire-check';
import type { FireStationOnWire } from '#contract/fire-station';
import type { SiteOverrideOnWire, SiteOverrideRoads } from '#contract/site-override';
import type { Position } from '#domain/geo/position';
import type { Words } from '../../../i18n/words.ts';
import { lineFeature } from '../route-features.ts';
import type { FireWords, SiteWords } from '../use-fire-words.ts';
import { type FirePerson, walkMeters } from './fire-rows.ts';

type Feature = FeatureCollection['features'][number];

/** What is drawn beside the roads themselves. */
export interface FireDrawing {
  readonly stations: readonly FireStationOnWire[];
  readonly overrides: readonly SiteOverrideOnWire[];
  readonly roads: SiteOverrideRoads['roads'];
  /** Of the check that is shown; null elsewhere. */
  readonly answer: FireCheckAnswer | null;
  readonly people: readonly FirePerson[];
  readonly selected: FirePerson | undefined;
  readonly way: {
    readonly drive: readonly Position[] | null;
    readonly walk: readonly Position[] | null;
  };
}

/** What `map/layers/fire.ts` draws. */
export function fireFeatures(
  drawing: FireDrawing,
  words: Words,
  say: FireWords,
  siteSay: SiteWords,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      ...siteFeatures(drawing, siteSay),
      ...checkFeatures(drawing, words, say),
      ...drawing.stations.map(({ name, position }) =>
        marked('station', position, { label: say.stations.mark, name }),
      ),
    ],
  };
}

function siteFeatures({ overrides, roads }: FireDrawing, say: SiteWords): Feature[] {
  const inForce = overrides.filter(({ state }) => state === 'in-force');
  return [
    ...roads
      .filter(({ line }) => line.length > 0)
      .map(({ line, isClosedNow }) =>
        lineFeature({ kind: isClosedNow ? 'site-closed' : 'site', label: '×' }, line),
      ),
    ...inForce.flatMap(({ facts }) => [
      ...(facts.hydrant === null
        ? []
        : [marked('site-point', facts.hydrant, { label: say.marks.hydrant })]),
      ...(facts.turningPlace === null
        ? []
        : [marked('site-point', facts.turningPlace, { label: say.marks.turning })]),
    ]),
  ];
}

function checkFeatures(drawing: FireDrawing, words: Words, say: FireWords): Feature[] {
  const { answer, people, selected, way } = drawing;
  if (answer === null) return [];
  const reach = selected?.reach ?? null;
  const label = reach === null ? '' : say.list.walkLabel(words.metersText(walkMeters(reach)));
  return [
    ...answer.toWalk.map(({ line }, at) => ({
      ...lineFeature({ kind: 'to-walk' }, line),
      properties: { kind: 'to-walk', label: String(at + 1), rank: at },
    })),
    ...people
      .filter((person) => person.answer !== 'reached')
      .map((person) =>
        marked('person', person.position, { label: say.result.marks[person.answer] }),
      ),
    ...(way.drive === null ? [] : [lineFeature({ kind: 'drive' }, way.drive)]),
    ...(way.walk === null ? [] : [lineFeature({ kind: 'walk', label }, way.walk)]),
    ...(reach === null
      ? []
      : [marked('stop', reach.lastPoint.position, { label: say.list.stopLabel })]),
  ];
}

function marked(
  kind: string,
  [lng, lat]: Position,
  properties: Readonly<Record<string, string>>,
): Feature {
  return {
    type: 'Feature',
    properties: { kind, ...properties },
    geometry: { type: 'Point', coordinates: [lng, lat] },
  };
}
