import type { LayerSpecification } from 'maplibre-gl';
import type { MapColors } from '../colors.ts';
import { byZoom, FONT_BOLD } from './map-layer.ts';

/** How people of a response stand: a letter in a circle, thick where somebody still has to be set going. */
export function responseLayers(colors: MapColors): LayerSpecification[] {
  const isOnTheWay = ['in', ['get', 'status'], ['literal', ['moving', 'arrived']]];
  return [
    {
      id: 'response-ground',
      type: 'circle',
      source: 'response',
      minzoom: 12,
      paint: {
        'circle-radius': byZoom([12, 4], [15, 12]),
        'circle-color': colors.halo,
        'circle-stroke-color': colors.ink,
        'circle-stroke-width': ['case', isOnTheWay as never, 1, 3],
      },
    },
    {
      id: 'response-mark',
      type: 'symbol',
      source: 'response',
      minzoom: 13.5,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': FONT_BOLD,
        'text-size': 15,
        'text-overlap': 'always',
      },
      paint: { 'text-color': colors.ink, 'text-halo-color': colors.halo, 'text-halo-width': 2 },
    },
  ];
}

/** The way of a helper to somebody, on a halo so that it is seen on any ground. */
export function responseWayLayers(colors: MapColors): LayerSpecification[] {
  const line = (id: string, color: string, width: number): LayerSpecification => ({
    ...{ id, type: 'line', source: 'response-way' },
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': width },
  });
  return [line('response-way-casing', colors.halo, 9), line('response-way-line', colors.select, 5)];
}
