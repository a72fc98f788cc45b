import type { LayerSpecification } from 'maplibre-gl';
import type { MapColors } from '../colors.ts';
import { byZoom, FONT_BOLD } from './map-layer.ts';

/** Social resources: a letter of the category in a ring, with the name from near. */
export function resourceLayers(colors: MapColors): LayerSpecification[] {
  return [
    {
      id: 'resources-ground',
      type: 'circle',
      source: 'resources',
      minzoom: 10,
      paint: {
        'circle-radius': byZoom([10, 3], [15, 11]),
        'circle-color': colors.halo,
        'circle-stroke-color': colors.ink,
        'circle-stroke-width': ['case', ['get', 'isOpen'] as never, 4, 1.5],
      },
    },
    {
      id: 'resources-mark',
      type: 'symbol',
      source: 'resources',
      minzoom: 13,
      layout: {
        'text-field': [
          'step',
          ['zoom'],
          ['get', 'mark'],
          15,
          ['concat', ['get', 'mark'], '\n\n', ['get', 'name']],
        ],
        'text-font': FONT_BOLD,
        'text-size': 13,
      },
      paint: { 'text-color': colors.ink, 'text-halo-color': colors.halo, 'text-halo-width': 2 },
    },
  ];
}
