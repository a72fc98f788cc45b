import { byZoom, type LayerGroup } from './map-layer.ts';

export const hillshade: LayerGroup = {
  switchId: 'hillshade',
  layers: ({ colors, isDark }) => [
    {
      id: 'hillshade',
      type: 'hillshade',
      source: 'terrain',
      paint: {
        'hillshade-exaggeration': byZoom([13, isDark ? 0.45 : 0.38], [16, 0.12]),
        'hillshade-shadow-color': colors.shade,
        'hillshade-highlight-color': colors.light,
        'hillshade-accent-color': colors.shade,
        'hillshade-illumination-direction': 315,
      },
    },
  ],
};
