import type { ExpressionFilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapColors } from '../colors.ts';
import { byZoom, FONT_BOLD } from './map-layer.ts';

/**
 * Fire stations, findings on site, and how vehicles come to people: features of `kind` in the source `fire`.
 * Like routes they come with their place and stand outside of the first drawing order.
 */
const ofKind = (...kinds: string[]): ExpressionFilterSpecification => [
  'in',
  ['get', 'kind'],
  ['literal', kinds],
];
const source = 'fire';

/** Under people: roads to walk, roads with findings, and the way to whoever is selected. */
export function fireLineLayers(colors: MapColors): LayerSpecification[] {
  const line = (
    id: string,
    filter: ExpressionFilterSpecification,
    paint: NonNullable<Extract<LayerSpecification, { type: 'line' }>['paint']>,
  ): LayerSpecification => ({
    id: `fire-${id}`,
    type: 'line',
    source,
    filter,
    layout: { 'line-join': 'round' },
    paint,
  });
  return [
    line('site-casing', ofKind('site', 'site-closed'), {
      'line-color': colors.halo,
      'line-width': 12,
    }),
    line('site', ofKind('site', 'site-closed'), {
      'line-color': colors.ink,
      'line-width': 2.5,
      'line-gap-width': 5,
    }),
    line('to-walk-casing', ofKind('to-walk'), {
      'line-color': colors.halo,
      'line-width': byZoom([10, 3], [14, 10]),
    }),
    line('to-walk', ofKind('to-walk'), {
      'line-color': colors.ink,
      'line-width': byZoom([10, 1.5], [14, 6]),
      'line-dasharray': [1.8, 0.9],
    }),
    line('way-casing', ofKind('drive', 'walk'), { 'line-color': colors.halo, 'line-width': 10 }),
    line('drive', ofKind('drive'), { 'line-color': colors.select, 'line-width': 6 }),
    line('walk', ofKind('walk'), {
      'line-color': colors.select,
      'line-width': 5,
      'line-dasharray': [0.8, 1],
    }),
  ];
}

/** Above people: marks with their texts in `label`. */
export function fireMarkLayers(colors: MapColors): LayerSpecification[] {
  const mark = (
    id: string,
    filter: ExpressionFilterSpecification,
    size: number,
    layout: Extract<LayerSpecification, { type: 'symbol' }>['layout'] = {},
    minzoom = 0,
  ): LayerSpecification => ({
    id: `fire-${id}`,
    type: 'symbol',
    source,
    minzoom,
    filter,
    layout: {
      'text-field': ['get', 'label'],
      'text-font': FONT_BOLD,
      'text-size': size,
      'text-overlap': 'always',
      'text-rotation-alignment': 'viewport',
      ...layout,
    },
    paint: { 'text-color': colors.ink, 'text-halo-color': colors.halo, 'text-halo-width': 2.5 },
  });
  return [
    {
      id: 'fire-person',
      type: 'circle',
      source,
      // Farther out there are too many to be told apart.
      minzoom: 13,
      filter: ofKind('person'),
      paint: {
        'circle-radius': byZoom([13, 4], [15, 11]),
        'circle-color': colors.halo,
        'circle-opacity': byZoom([13, 0.4], [15, 0.8]),
        'circle-stroke-color': colors.ink,
        'circle-stroke-width': byZoom([13, 1.5], [15, 2.5]),
      },
    },
    mark('person-mark', ofKind('person'), 15, {}, 14),
    mark('site-mark', ofKind('site-closed'), 24, { 'symbol-placement': 'line-center' }),
    {
      id: 'fire-site-point-ground',
      type: 'circle',
      source,
      minzoom: 13,
      filter: ofKind('site-point'),
      paint: {
        'circle-radius': 11,
        'circle-color': colors.halo,
        'circle-stroke-color': colors.ink,
        'circle-stroke-width': 2,
      },
    },
    mark('site-point', ofKind('site-point'), 14, {}, 13),
    mark(
      'to-walk-rank',
      ofKind('to-walk'),
      16,
      {
        'symbol-placement': 'line-center',
        'text-overlap': 'never',
        'symbol-sort-key': ['get', 'rank'],
      },
      12,
    ),
    {
      id: 'fire-stop',
      type: 'circle',
      source,
      filter: ofKind('stop'),
      paint: {
        'circle-radius': 7,
        'circle-color': colors.ink,
        'circle-stroke-color': colors.halo,
        'circle-stroke-width': 3,
      },
    },
    mark('stop-label', ofKind('stop'), 15, { 'text-anchor': 'top', 'text-offset': [0, 0.7] }),
    mark('walk-label', ofKind('walk'), 14, { 'symbol-placement': 'line-center' }, 14),
    {
      id: 'fire-station',
      type: 'circle',
      source,
      filter: ofKind('station'),
      paint: {
        'circle-radius': 13,
        'circle-color': colors.ink,
        'circle-stroke-color': colors.halo,
        'circle-stroke-width': 3,
      },
    },
    {
      ...(mark('station-mark', ofKind('station'), 14) as Extract<
        LayerSpecification,
        { type: 'symbol' }
      >),
      paint: { 'text-color': colors.halo },
    },
    mark(
      'station-name',
      ofKind('station'),
      14,
      {
        'text-field': ['get', 'name'],
        'text-anchor': 'top',
        'text-offset': [0, 1.2],
        'text-overlap': 'never',
      },
      12,
    ),
  ];
}
