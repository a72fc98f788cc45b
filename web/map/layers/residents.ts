import type { ExpressionFilterSpecification, ExpressionSpecification } from 'maplibre-gl';
import { byZoom, FONT_BOLD, IS_POINTED, type LayerContext, type LayerGroup } from './map-layer.ts';

/** People come from tiles, clustered by the server; a filtered list is clustered in the browser. */
function sourceOf({ filtered }: LayerContext) {
  return filtered
    ? ({ source: 'filtered-residents' } as const)
    : ({ source: 'residents', 'source-layer': 'residents' } as const);
}

const isCluster: ExpressionFilterSpecification = ['any', ['has', 'count'], ['has', 'point_count']];
const count: ExpressionSpecification = [
  'to-number',
  ['coalesce', ['get', 'count'], ['get', 'point_count']],
];
const tier1: ExpressionSpecification = ['to-number', ['coalesce', ['get', 'tier1'], 0]];
const insideRed: ExpressionSpecification = ['to-number', ['coalesce', ['get', 'insideRed'], 0]];

/** Shape = tier, fill = relation to zones, ring = undetermined, bolt = power: all in the image's name. */
const image: ExpressionSpecification = [
  'concat',
  'resident-',
  ['to-string', ['get', 'tier']],
  '-',
  ['get', 'red'],
  '-',
  ['get', 'relation'],
  '-',
  ['to-string', ['get', 'power']],
];

export const residents: LayerGroup = {
  switchId: 'residents',
  layers: (context) => [
    {
      id: 'residents-pointed',
      type: 'circle',
      ...sourceOf(context),
      filter: ['!', isCluster],
      paint: {
        'circle-radius': ['*', 16, IS_POINTED],
        'circle-color': context.colors.halo,
        'circle-opacity': IS_POINTED,
        'circle-stroke-color': context.colors.ink,
        'circle-stroke-width': ['*', 3, IS_POINTED],
      },
    },
    {
      id: 'residents',
      type: 'symbol',
      ...sourceOf(context),
      filter: ['!', isCluster],
      layout: {
        'icon-image': image,
        'icon-size': byZoom([10, 0.6], [13, 0.8], [15, 1]),
        'icon-overlap': 'always',
        'icon-padding': 0,
        'symbol-sort-key': ['-', 0, ['to-number', ['get', 'tier']]],
      },
    },
    {
      id: 'residents-clusters',
      type: 'circle',
      ...sourceOf(context),
      filter: isCluster,
      layout: { 'circle-sort-key': tier1 },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['sqrt', count], 1, 13, 10, 20, 30, 30],
        'circle-color': ['case', ['>', tier1, 0], context.colors.ink, context.colors.halo],
        'circle-opacity': 0.9,
        'circle-stroke-color': [
          'case',
          ['>', insideRed, 0],
          context.colors.danger,
          ['>', tier1, 0],
          context.colors.onInk,
          context.colors.textSoft,
        ],
        'circle-stroke-width': ['case', ['>', insideRed, 0], 3, 1.5],
      },
    },
    {
      id: 'residents-cluster-numbers',
      type: 'symbol',
      ...sourceOf(context),
      filter: isCluster,
      layout: {
        'text-field': [
          'case',
          ['>', tier1, 0],
          ['concat', '▲', ['to-string', tier1]],
          ['to-string', count],
        ],
        'text-font': FONT_BOLD,
        'text-size': 13,
        'text-overlap': 'always',
        'text-padding': 0,
        'symbol-sort-key': ['-', 0, tier1],
      },
      paint: {
        'text-color': ['case', ['>', tier1, 0], context.colors.onInk, context.colors.ink],
      },
    },
  ],
};
