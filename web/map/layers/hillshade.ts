import { byZoom, type LayerGroup } from './map-layer.ts';

export const hillshade: LayerGroup = {
  switchId: 'hillshade',
  layers: ({ isDark }) => [
    {
      id: 'hillshade',
      type: 'raster',
      source: 'shade',
      paint: {
        'raster-opacity': byZoom([13, isDark ? 0.75 : 0.6], [16, 0.25]),
        'raster-fade-duration': 0,
      },
    },
  ],
};
