import type {
  ExpressionFilterSpecification,
  ExpressionSpecification,
  LayerSpecification,
} from 'maplibre-gl';
import type { Phenomenon } from '#domain/hazard/zone';
import { type MapColors, ZONE_COLORS } from '../colors.ts';
import { byZoom, FONT_BOLD } from './map-layer.ts';

/**
 * Roads and routes. Not in the drawing order of the first view: the place of routes lays them under people
 * and shelters when it is opened. `roads` are vector tiles, `routes` and `route-marks` GeoJSON.
 */
const roads = { source: 'roads', 'source-layer': 'roads' } as const;

/** Where a road in a red zone of a phenomenon says so. */
const RED_OF: Readonly<Record<Phenomenon, string>> = {
  'slope-failure': 'redSlopeFailure',
  'debris-flow': 'redDebrisFlow',
  landslide: 'redLandslide',
};

/** What is taken as closed. */
export interface ClosedRoads {
  readonly ids: readonly string[];
  readonly phenomena: readonly Phenomenon[];
}

const wide: ExpressionSpecification = [
  'match',
  ['get', 'kind'],
  ['motorway', 'trunk', 'primary', 'secondary'],
  2,
  ['tertiary', 'street'],
  1.4,
  0.9,
];
const roadWidth = (factor: number): ExpressionSpecification =>
  byZoom(
    [12, ['*', factor * 0.7, wide]],
    [15, ['*', factor * 1.5, wide]],
    [18, ['*', factor * 3, wide]],
  );

const ofWidth = (width: string): ExpressionFilterSpecification => ['==', ['get', 'width'], width];

/** The roads by what is known of their width, and those that are taken as closed. */
export function roadLayers(colors: MapColors, closed: ClosedRoads): LayerSpecification[] {
  const isClosed: ExpressionFilterSpecification = [
    'any',
    ['in', ['get', 'id'], ['literal', [...closed.ids]]],
    ...closed.phenomena.map(
      (one): ExpressionFilterSpecification => ['==', ['get', RED_OF[one]], 1],
    ),
  ];
  return [
    // Wide and clear, so that a road is hit by a finger.
    {
      id: 'roads-hit',
      type: 'line',
      ...roads,
      paint: { 'line-color': colors.ink, 'line-opacity': 0.01, 'line-width': 14 },
    },
    {
      id: 'roads-known',
      type: 'line',
      ...roads,
      filter: ofWidth('known'),
      layout: { 'line-cap': 'round' },
      // Calm: what is known of a width needs no eye, what is not does.
      paint: { 'line-color': colors.textSoft, 'line-width': roadWidth(1), 'line-opacity': 0.4 },
    },
    {
      id: 'roads-straddling',
      type: 'line',
      ...roads,
      filter: ofWidth('straddling'),
      paint: {
        'line-color': colors.textSoft,
        'line-width': roadWidth(1),
        'line-dasharray': [5, 2.5],
      },
    },
    {
      id: 'roads-unknown',
      type: 'line',
      ...roads,
      filter: ofWidth('unknown'),
      paint: {
        'line-color': colors.ink,
        'line-width': roadWidth(1),
        'line-dasharray': [1.2, 1.8],
      },
    },
    {
      id: 'roads-closed-casing',
      type: 'line',
      ...roads,
      filter: isClosed,
      paint: { 'line-color': colors.halo, 'line-width': 9 },
    },
    {
      id: 'roads-closed',
      type: 'line',
      ...roads,
      filter: isClosed,
      paint: { 'line-color': colors.ink, 'line-width': 4 },
    },
    {
      id: 'roads-closed-mark',
      type: 'symbol',
      ...roads,
      filter: isClosed,
      layout: {
        'symbol-placement': 'line-center',
        'text-field': '×',
        'text-font': FONT_BOLD,
        'text-size': 24,
        'text-overlap': 'always',
        'text-rotation-alignment': 'viewport',
      },
      paint: { 'text-color': colors.ink, 'text-halo-color': colors.halo, 'text-halo-width': 3 },
    },
  ];
}

const ofKind = (...kinds: string[]): ExpressionFilterSpecification => [
  'in',
  ['get', 'kind'],
  ['literal', kinds],
];

/**
 * Routes from features with `kind`: `alternative`, `walk`, `outside`, `unjudged` (nobody knows of zones), or the class of a zone. Red is hatched across, yellow dashed along, so that neither needs its colour.
 */
export function routeLayers(colors: MapColors): LayerSpecification[] {
  const line = (
    id: string,
    filter: ExpressionFilterSpecification,
    color: string,
    width: number,
    dashes?: number[],
  ): LayerSpecification => ({
    id: `route-${id}`,
    type: 'line',
    source: 'routes',
    filter,
    layout: { 'line-cap': dashes === undefined ? 'round' : 'butt', 'line-join': 'round' },
    paint: {
      'line-color': color,
      'line-width': width,
      ...(dashes !== undefined && { 'line-dasharray': dashes }),
    },
  });
  const red = ofKind('red', 'red-before-designation');
  const yellow = ofKind('yellow', 'yellow-before-designation');
  return [
    line('alternative-casing', ofKind('alternative'), colors.halo, 8),
    {
      ...line('alternative', ofKind('alternative'), colors.select, 5),
      paint: { 'line-color': colors.select, 'line-width': 5, 'line-opacity': 0.45 },
    } as LayerSpecification,
    line(
      'casing',
      ofKind(
        'outside',
        'unjudged',
        'red',
        'yellow',
        'red-before-designation',
        'yellow-before-designation',
      ),
      colors.halo,
      15,
    ),
    line('walk', ofKind('walk'), colors.select, 4, [0.8, 1.2]),
    line('unjudged', ofKind('unjudged'), colors.ink, 5, [2.4, 1.2]),
    line('outside', ofKind('outside'), colors.select, 6),
    line('yellow-edge', yellow, '#7a6200', 12),
    line('yellow', yellow, ZONE_COLORS.yellow['slope-failure'], 9),
    line('yellow-dash', yellow, '#1a1a1a', 3, [2.4, 1.6]),
    line('red', red, ZONE_COLORS.red['debris-flow'], 13),
    line('red-hatch', red, '#ffffff', 8, [0.3, 0.45]),
  ];
}

const label: ExpressionSpecification = ['get', 'label'];
const isRedLabel: ExpressionSpecification = ['==', ['get', 'isRed'], 1];

/** Which way a route goes: arrows on the left of it, so that a road that is gone both ways has both. */
export function routeDirectionLayers(colors: MapColors): LayerSpecification[] {
  return [
    {
      id: 'route-direction',
      type: 'symbol',
      source: 'routes',
      filter: ofKind('direction'),
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 70,
        // Mountain roads bend: one sign fits anywhere.
        'text-max-angle': 180,
        'text-field': '▶',
        'text-font': FONT_BOLD,
        'text-size': 16,
        'text-offset': [0, -0.8],
        'text-keep-upright': false,
        'text-rotation-alignment': 'map',
        'text-overlap': 'always',
      },
      paint: { 'text-color': colors.ink, 'text-halo-color': colors.halo, 'text-halo-width': 2 },
    },
  ];
}

/** The metres of each stretch inside a zone, above everything: features of kind `label` with `label` and `isRed` (0/1). */
export function routeLabelLayers(colors: MapColors): LayerSpecification[] {
  return [
    {
      id: 'route-labels',
      type: 'symbol',
      source: 'routes',
      minzoom: 13,
      filter: ofKind('label'),
      layout: {
        // Farther out only what is grave, so that the map stays to be read.
        'text-field': ['step', ['zoom'], ['case', isRedLabel, label, ''], 15, label],
        'symbol-sort-key': ['-', 1, ['get', 'isRed']],
        'text-font': FONT_BOLD,
        'text-size': 14,
        'text-max-width': 14,
        'text-variable-anchor-offset': [
          'top',
          [0, 1],
          'bottom',
          [0, -1],
          'left',
          [1, 0],
          'right',
          [-1, 0],
        ],
        'text-overlap': ['step', ['zoom'], 'never', 16, 'always'],
        'text-padding': 2,
      },
      paint: { 'text-color': colors.ink, 'text-halo-color': colors.halo, 'text-halo-width': 3 },
    },
  ];
}

/** `cursor`, `shown`, `area` (ring and its corners) and `cut-off` people with their `label`. */
export function routeMarkLayers(colors: MapColors): LayerSpecification[] {
  const source = 'route-marks';
  return [
    {
      id: 'route-area',
      type: 'fill',
      source,
      filter: ofKind('area'),
      paint: { 'fill-color': colors.ink, 'fill-opacity': 0.12 },
    },
    {
      id: 'route-area-line',
      type: 'line',
      source,
      filter: ofKind('area', 'area-line'),
      paint: { 'line-color': colors.ink, 'line-width': 3, 'line-dasharray': [3, 2] },
    },
    {
      id: 'route-shown-casing',
      type: 'line',
      source,
      filter: ofKind('shown'),
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': colors.ink, 'line-width': 20, 'line-opacity': 0.25 },
    },
    {
      id: 'route-shown',
      type: 'line',
      source,
      filter: ofKind('shown'),
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': colors.ink, 'line-width': 2, 'line-gap-width': 16 },
    },
    {
      id: 'route-shown-place',
      type: 'circle',
      source,
      filter: ofKind('shown-place', 'corner'),
      paint: {
        'circle-radius': ['match', ['get', 'kind'], 'corner', 6, 15],
        'circle-color': colors.halo,
        'circle-opacity': 0.4,
        'circle-stroke-color': colors.ink,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'route-cut-off',
      type: 'circle',
      source,
      filter: ofKind('cut-off'),
      paint: {
        'circle-radius': byZoom([10, 2], [12, 3.5], [14, 12]),
        'circle-color': colors.halo,
        'circle-opacity': 0.7,
        'circle-stroke-color': colors.ink,
        'circle-stroke-width': byZoom([10, 1.5], [14, 3]),
      },
    },
    {
      id: 'route-cut-off-mark',
      type: 'symbol',
      source,
      minzoom: 13,
      filter: ofKind('cut-off'),
      layout: {
        'text-field': '×',
        'text-font': FONT_BOLD,
        'text-size': byZoom([10, 14], [15, 24]),
        'text-overlap': 'always',
      },
      paint: { 'text-color': colors.ink, 'text-halo-color': colors.halo, 'text-halo-width': 1 },
    },
    {
      id: 'route-cursor',
      type: 'circle',
      source,
      filter: ofKind('cursor'),
      paint: {
        'circle-radius': 9,
        'circle-color': colors.onInk,
        'circle-stroke-color': colors.select,
        'circle-stroke-width': 4,
      },
    },
  ];
}
