import type { ExpressionFilterSpecification } from 'maplibre-gl';
import type { ShelterKind } from '#domain/shelter/shelter';
import type { LayerId } from './layer-ids.ts';
import { byZoom, FONT, type LayerGroup } from './map-layer.ts';

/** One kind of shelter. The image tells kind and whether it is designated for landslide. */
function sheltersOf(kind: ShelterKind, switchId: LayerId, leastZoom: number): LayerGroup {
  const filter: ExpressionFilterSpecification = ['==', ['get', 'kind'], kind];
  return {
    switchId,
    layers: ({ colors }) => [
      {
        id: switchId,
        type: 'symbol',
        source: 'shelters',
        'source-layer': 'shelters',
        minzoom: leastZoom,
        filter,
        layout: {
          'icon-image': ['concat', `shelter-${kind}-`, ['get', 'landslide']],
          'icon-size': byZoom([10, 0.5], [13, 0.75], [16, 1]),
          'icon-overlap': 'always',
          'icon-padding': 0,
          'text-field': ['step', ['zoom'], '', 15, ['get', 'name']],
          'text-font': FONT,
          'text-size': 12,
          'text-offset': [0, 1.4],
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

export const emergencySites = sheltersOf('emergency-site', 'emergency-sites', 12);
export const shelters = sheltersOf('shelter', 'shelters', 12);
export const welfareShelters = sheltersOf('welfare-shelter', 'welfare-shelters', 11);
