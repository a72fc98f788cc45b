import type { ExpressionFilterSpecification, ExpressionSpecification } from 'maplibre-gl';
import type { ShelterKind } from '#domain/shelter/shelter';
import type { MapColors } from '../colors.ts';
import type { LayerId } from './layer-ids.ts';
import { byZoom, FONT, IS_POINTED, type LayerGroup } from './map-layer.ts';

/** From here on pictograms, dots farther out. */
const PICTOGRAM_ZOOM = 12;

const INSIDE: ExpressionSpecification = ['==', ['get', 'relation'], 'inside'];

/** Red around a shelter inside a zone, amber around one near a zone. */
const ringColor = (colors: MapColors, others: string): ExpressionSpecification => [
  'match',
  ['get', 'relation'],
  'inside',
  colors.danger,
  'near',
  colors.near,
  others,
];

/** One kind of shelter. The image tells kind and whether it is designated for landslide. */
function sheltersOf(kind: ShelterKind, switchId: LayerId): LayerGroup {
  const source = { source: 'shelters', 'source-layer': 'shelters' } as const;
  const filter: ExpressionFilterSpecification = ['==', ['get', 'kind'], kind];
  return {
    switchId,
    layers: ({ colors }) => [
      {
        id: `${switchId}-dots`,
        type: 'circle',
        ...source,
        maxzoom: PICTOGRAM_ZOOM,
        filter,
        paint: {
          'circle-radius': byZoom([7, 2], [11, 4]),
          'circle-color': colors.shelter,
          'circle-stroke-color': ringColor(colors, colors.onInk),
          'circle-stroke-width': ['case', INSIDE, 2.5, 1.5],
        },
      },
      {
        id: `${switchId}-pointed`,
        type: 'circle',
        ...source,
        filter,
        paint: {
          'circle-radius': byZoom(
            [11, ['*', 9, IS_POINTED]],
            [12, ['*', 19, IS_POINTED]],
            [16, ['*', 27, IS_POINTED]],
          ),
          'circle-color': colors.halo,
          'circle-opacity': IS_POINTED,
          'circle-stroke-color': colors.ink,
          'circle-stroke-width': ['*', 3, IS_POINTED],
        },
      },
      {
        id: `${switchId}-ring`,
        type: 'circle',
        ...source,
        minzoom: PICTOGRAM_ZOOM,
        filter: ['all', filter, ['in', ['get', 'relation'], ['literal', ['inside', 'near']]]],
        paint: {
          'circle-radius': byZoom([12, 13], [16, 21]),
          'circle-color': colors.halo,
          'circle-stroke-color': ringColor(colors, colors.onInk),
          'circle-stroke-width': ['case', INSIDE, 4, 3],
        },
      },
      {
        id: switchId,
        type: 'symbol',
        ...source,
        minzoom: PICTOGRAM_ZOOM,
        filter,
        layout: {
          'icon-image': ['concat', `shelter-${kind}-`, ['get', 'landslide']],
          'icon-size': byZoom([10, 0.5], [13, 0.75], [16, 1]),
          'icon-overlap': 'always',
          'icon-padding': 0,
          'text-field': ['step', ['zoom'], '', 15, ['get', 'name']],
          'text-font': FONT,
          'text-size': 12,
          'text-offset': [0, 1.6],
          'text-anchor': 'top',
          'text-optional': true,
          'text-max-width': 9,
        },
        paint: {
          'text-color': colors.text,
          'text-halo-color': colors.halo,
          'text-halo-width': 1.6,
        },
      },
    ],
  };
}

export const emergencySites = sheltersOf('emergency-site', 'emergency-sites');
export const shelters = sheltersOf('shelter', 'shelters');
export const welfareShelters = sheltersOf('welfare-shelter', 'welfare-shelters');
