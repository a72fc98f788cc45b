import type { LineLayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { MapColors } from '../../map/colors.ts';
import { FONT } from '../../map/layers/map-layer.ts';

/** Thin lines with their degrees, drawn alike on the screen and on paper. */
export function graticuleLayers(
  colors: MapColors,
): [LineLayerSpecification, SymbolLayerSpecification] {
  return [
    {
      id: 'graticule-lines',
      type: 'line',
      source: 'graticule',
      paint: { 'line-color': colors.textSoft, 'line-width': 0.8, 'line-dasharray': [4, 3] },
    },
    {
      id: 'graticule-labels',
      type: 'symbol',
      source: 'graticule',
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 500,
        'text-field': ['get', 'label'],
        'text-font': FONT,
        'text-size': 11,
      },
      paint: { 'text-color': colors.text, 'text-halo-color': colors.halo, 'text-halo-width': 1.6 },
    },
  ];
}
