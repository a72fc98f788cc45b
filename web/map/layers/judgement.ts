import type { FilterSpecification } from 'maplibre-gl';
import { FONT_BOLD, type LayerGroup } from './map-layer.ts';

const ofKind = (kind: string): FilterSpecification => ['==', ['get', 'kind'], kind];

/** The selected person or shelter, and what its judgement rests on: radius, nearest boundary, metres. */
export const judgement: LayerGroup = {
  switchId: null,
  layers: ({ colors }) => [
    {
      id: 'judgement-radius',
      type: 'fill',
      source: 'judgement',
      filter: ofKind('radius'),
      paint: { 'fill-color': colors.select, 'fill-opacity': 0.08 },
    },
    {
      id: 'judgement-radius-line',
      type: 'line',
      source: 'judgement',
      filter: ofKind('radius'),
      paint: { 'line-color': colors.select, 'line-width': 1.5, 'line-dasharray': [2, 2] },
    },
    {
      id: 'judgement-connector-casing',
      type: 'line',
      source: 'judgement',
      filter: ofKind('connector'),
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': colors.halo, 'line-width': 7 },
    },
    {
      id: 'judgement-connector',
      type: 'line',
      source: 'judgement',
      filter: ofKind('connector'),
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': colors.select, 'line-width': 3 },
    },
    {
      id: 'judgement-place',
      type: 'circle',
      source: 'judgement',
      filter: ofKind('place'),
      paint: {
        'circle-radius': 19,
        'circle-color': colors.halo,
        'circle-stroke-color': colors.select,
        'circle-stroke-width': 4,
      },
    },
    {
      id: 'judgement-boundary',
      type: 'circle',
      source: 'judgement',
      filter: ofKind('boundary'),
      paint: {
        'circle-radius': 5,
        'circle-color': colors.onInk,
        'circle-stroke-color': colors.select,
        'circle-stroke-width': 3,
      },
    },
  ],
};

/** The metres, above everything else. */
export const judgementLabel: LayerGroup = {
  switchId: null,
  layers: ({ colors }) => [
    {
      id: 'judgement-metres',
      type: 'symbol',
      source: 'judgement',
      filter: ofKind('boundary'),
      layout: {
        'text-field': ['get', 'label'],
        'text-font': FONT_BOLD,
        'text-size': 15,
        'text-anchor': 'left',
        'text-offset': [0.8, 0],
        'text-overlap': 'always',
      },
      paint: {
        'text-color': colors.select,
        'text-halo-color': colors.halo,
        'text-halo-width': 2.5,
      },
    },
  ],
};
