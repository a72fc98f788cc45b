import { byZoom, FONT_BOLD, isSelected, type LayerGroup } from './map-layer.ts';

/** The municipality's own outline and name: what is left of a map where there is no base map. */
export const boundary: LayerGroup = {
  switchId: 'districts',
  layers: ({ colors }) => [
    {
      id: 'boundary-line',
      type: 'line',
      source: 'districts',
      'source-layer': 'boundary',
      paint: { 'line-color': colors.boundaryLine, 'line-width': byZoom([7, 1.4], [14, 3]) },
    },
    {
      id: 'boundary-name',
      type: 'symbol',
      source: 'districts',
      'source-layer': 'boundary-labels',
      maxzoom: 13,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT_BOLD,
        'text-size': byZoom([7, 14], [12, 20]),
        'text-letter-spacing': 0.1,
      },
      paint: {
        'text-color': colors.districtText,
        'text-halo-color': colors.halo,
        'text-halo-width': 2,
      },
    },
  ],
};

export const districts: LayerGroup = {
  switchId: 'districts',
  layers: (context) => [
    {
      id: 'districts-line',
      type: 'line',
      source: 'districts',
      'source-layer': 'districts',
      paint: {
        'line-color': context.colors.districtLine,
        'line-width': byZoom([9, 0.8], [14, 1.6]),
        'line-dasharray': [6, 2, 1, 2],
      },
    },
    {
      id: 'districts-selected',
      type: 'line',
      source: 'districts',
      'source-layer': 'districts',
      filter: isSelected('district', context),
      paint: { 'line-color': context.colors.select, 'line-width': 3 },
    },
  ],
};

export const districtNames: LayerGroup = {
  switchId: 'districts',
  layers: ({ colors }) => [
    {
      id: 'districts-name',
      type: 'symbol',
      source: 'districts',
      'source-layer': 'district-labels',
      maxzoom: 15,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT_BOLD,
        'text-size': byZoom([9, 11], [12, 14], [14, 17]),
        'text-letter-spacing': 0.08,
        'text-padding': 4,
      },
      paint: {
        'text-color': colors.districtText,
        'text-halo-color': colors.halo,
        'text-halo-width': 1.8,
      },
    },
  ],
};
