import { byZoom, FONT_BOLD, isSelected, type LayerGroup } from './map-layer.ts';

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
