import type { LayerSpecification } from 'maplibre-gl';
import type { MapColors } from '../colors.ts';
import { byZoom, FONT_BOLD } from './map-layer.ts';

/** What is pressed to open the plan. */
export const REVIEW_HIT = 'plan-reviews-ground';

/** Homes whose plan waits for a review: a mark in a ring, thick for the one that is open. */
export function planReviewLayers(colors: MapColors): LayerSpecification[] {
  const isOpen = ['boolean', ['get', 'isOpen'], false];
  return [
    {
      id: REVIEW_HIT,
      type: 'circle',
      source: 'plan-reviews',
      paint: {
        'circle-radius': byZoom([10, 7], [15, 13]),
        'circle-color': colors.halo,
        'circle-stroke-color': ['case', isOpen as never, colors.select, colors.ink],
        'circle-stroke-width': ['case', isOpen as never, 4, 2],
      },
    },
    {
      id: 'plan-reviews-mark',
      type: 'symbol',
      source: 'plan-reviews',
      minzoom: 11.5,
      layout: {
        'text-field': '見',
        'text-font': FONT_BOLD,
        'text-size': 14,
        'text-overlap': 'always',
      },
      paint: { 'text-color': colors.ink, 'text-halo-color': colors.halo, 'text-halo-width': 2 },
    },
  ];
}
