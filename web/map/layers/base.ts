import type { ExpressionSpecification } from 'maplibre-gl';
import { byZoom, FONT, type LayerGroup } from './map-layer.ts';

/** Source of the application's own base map; layer names as the archive documents them. */
const base = { source: 'base' } as const;

const ROAD_WIDTH: ExpressionSpecification = [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  10,
  ['match', ['get', 'class'], ['national', 'prefectural'], 1.2, 0.3],
  14,
  ['match', ['get', 'class'], 'national', 5, ['prefectural', 'main'], 3.5, 'street', 2, 1],
  18,
  ['match', ['get', 'class'], 'national', 26, ['prefectural', 'main'], 20, 'street', 12, 6],
];
const ROAD_CASING_WIDTH: ExpressionSpecification = [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  10,
  ['match', ['get', 'class'], ['national', 'prefectural'], 2, 0.6],
  14,
  ['match', ['get', 'class'], 'national', 6.6, ['prefectural', 'main'], 5, 'street', 3.2, 1.8],
  18,
  ['match', ['get', 'class'], 'national', 29, ['prefectural', 'main'], 23, 'street', 14.5, 8],
];
const CONTOUR_WIDTH: ExpressionSpecification = ['case', ['==', ['get', 'index'], 1], 0.9, 0.5];
const MAJOR: ExpressionSpecification = [
  'match',
  ['get', 'class'],
  ['national', 'prefectural', 'main'],
  true,
  false,
];

/** Land, cover and water: what lies under the shading. */
export const ground: LayerGroup = {
  switchId: null,
  layers: ({ colors }) => [
    {
      id: 'base-land',
      type: 'fill',
      ...base,
      'source-layer': 'land',
      paint: { 'fill-color': colors.land },
    },
    {
      id: 'base-landcover',
      type: 'fill',
      ...base,
      'source-layer': 'landcover',
      paint: {
        'fill-color': [
          'match',
          ['get', 'class'],
          'forest',
          colors.forest,
          'farmland',
          colors.farmland,
          'urban',
          colors.urban,
          colors.land,
        ],
      },
    },
  ],
};

/** Lines and houses: what lies over the shading and under the zones. */
export const fabric: LayerGroup = {
  switchId: null,
  layers: ({ colors }) => [
    {
      id: 'base-contour',
      type: 'line',
      ...base,
      'source-layer': 'contour',
      minzoom: 12,
      paint: {
        'line-color': ['case', ['==', ['get', 'index'], 1], colors.contourIndex, colors.contour],
        // By zoom as well, as roads: drawn by what is compiled for them.
        'line-width': byZoom([12, CONTOUR_WIDTH], [18, ['*', 1.3, CONTOUR_WIDTH]]),
      },
    },
    {
      id: 'base-water',
      type: 'fill',
      ...base,
      'source-layer': 'water',
      paint: { 'fill-color': colors.water },
    },
    {
      id: 'base-waterway',
      type: 'line',
      ...base,
      'source-layer': 'waterway',
      paint: {
        'line-color': colors.waterway,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          9,
          ['match', ['get', 'class'], 'river', 1, 0.2],
          15,
          ['match', ['get', 'class'], 'river', 4, 'stream', 2, 1],
        ],
      },
    },
    {
      id: 'base-building',
      type: 'fill',
      ...base,
      'source-layer': 'building',
      minzoom: 13,
      paint: {
        'fill-color': colors.building,
        'fill-outline-color': colors.buildingLine,
        'fill-opacity': byZoom([13, 0.3], [15, 1]),
      },
    },
    {
      id: 'base-road-casing',
      type: 'line',
      ...base,
      'source-layer': 'road',
      filter: ['any', MAJOR, ['>=', ['zoom'], 12]],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colors.roadCasing, 'line-width': ROAD_CASING_WIDTH },
    },
    {
      id: 'base-road',
      type: 'line',
      ...base,
      'source-layer': 'road',
      filter: ['any', MAJOR, ['>=', ['zoom'], 12]],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': ['case', MAJOR, colors.roadMajor, colors.road],
        'line-width': ROAD_WIDTH,
      },
    },
  ],
};

/** Names of rivers, roads and places: above the zones, below people. */
export const names: LayerGroup = {
  switchId: null,
  layers: ({ colors }) => [
    {
      id: 'base-waterway-name',
      type: 'symbol',
      ...base,
      'source-layer': 'waterway',
      minzoom: 12,
      filter: ['has', 'name'],
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 12,
        'symbol-spacing': 420,
      },
      paint: {
        'text-color': colors.waterText,
        'text-halo-color': colors.halo,
        'text-halo-width': 1.4,
      },
    },
    {
      id: 'base-road-name',
      type: 'symbol',
      ...base,
      'source-layer': 'road',
      minzoom: 13,
      filter: ['all', ['has', 'name'], MAJOR],
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 12,
        'symbol-spacing': 480,
      },
      paint: {
        'text-color': colors.textSoft,
        'text-halo-color': colors.halo,
        'text-halo-width': 1.4,
      },
    },
    {
      id: 'base-place-name',
      type: 'symbol',
      ...base,
      'source-layer': 'place',
      filter: ['!', ['in', ['get', 'class'], ['literal', ['district', 'city']]]],
      layout: {
        'text-field': [
          'case',
          ['all', ['==', ['get', 'class'], 'mountain'], ['has', 'elevation']],
          [
            'concat',
            '▵ ',
            ['get', 'name'],
            '\n',
            ['to-string', ['round', ['to-number', ['get', 'elevation']]]],
            'm',
          ],
          ['get', 'name'],
        ],
        'text-font': FONT,
        'text-size': ['match', ['get', 'class'], 'bay', 15, 'island', 13, 12],
        'symbol-sort-key': ['to-number', ['get', 'rank'], 9],
        'text-padding': 6,
      },
      paint: {
        'text-color': [
          'match',
          ['get', 'class'],
          'bay',
          colors.waterText,
          'town',
          colors.textSoft,
          colors.text,
        ],
        'text-halo-color': colors.halo,
        'text-halo-width': 1.6,
      },
    },
  ],
};
