import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { BaseMapView } from '#contract/base-map';
import type { TileVersions } from '#contract/municipality';
import type { TileSet } from '#contract/tiles';
import type { Selection } from '../state/selection.ts';
import { DARK_COLORS, LIGHT_COLORS } from './colors.ts';
import { CHOSEN_BASE, chosenBaseLayers, chosenBaseSource } from './layers/chosen-base.ts';
import { drawingOrder, OWN_BASE } from './layers/index.ts';
import type { LayerId } from './layers/layer-ids.ts';
import { shadeUrl } from './shade-protocol.ts';

/** A GeoJSON that is drawn as it is. */
export type DrawnFeatures = Extract<
  GeoJSONSourceSpecification['data'],
  { type: 'FeatureCollection' }
>;

export interface StyleInput {
  readonly municipalityCode: string;
  readonly hasBaseMap: boolean;
  /** Drawn in place of the municipality's own; `none` is a plain ground. */
  readonly chosenBase: BaseMapView | 'none' | null;
  readonly isDark: boolean;
  readonly hiddenLayers: readonly LayerId[];
  readonly selection: Selection | null;
  /** The zone that the drawn connector goes to; it is outlined. */
  readonly tracedZoneId: string | null;
  /** Shelters lie above people where they are what is looked at. */
  readonly sheltersOnTop: boolean;
  /** The filtered people as points; null shows everyone from tiles. */
  readonly filteredResidents: DrawnFeatures | null;
  readonly judgement: DrawnFeatures;
  /** Of each set, what changes whenever its tiles' content may have changed. */
  readonly tileVersions: TileVersions;
  /** Where the server is, e.g. `https://host:port`. */
  readonly origin: string;
}

const EMPTY: DrawnFeatures = { type: 'FeatureCollection', features: [] };

/** The whole map as data: a pure function of what is to be seen. No glyphs and no sprite are needed. */
export function buildStyle(input: StyleInput): StyleSpecification {
  const colors = input.isDark ? DARK_COLORS : LIGHT_COLORS;
  const context = {
    colors,
    isDark: input.isDark,
    selection: input.selection,
    tracedZoneId: input.tracedZoneId,
    filtered: input.filteredResidents !== null,
  };
  const { chosenBase } = input;
  const chosen = chosenBase === 'none' ? null : chosenBase;
  const sources = sourcesOf(input);
  const layers = drawingOrder(input.sheltersOnTop)
    .filter((group) => chosenBase === null || !OWN_BASE.includes(group))
    .filter(({ switchId }) => switchId === null || !input.hiddenLayers.includes(switchId))
    .flatMap((group) => group.layers(context))
    .filter((layer) => !('source' in layer) || String(layer.source) in sources);
  return {
    version: 8,
    sources,
    layers: [
      {
        id: 'background',
        type: 'background',
        paint: {
          'background-color': input.hasBaseMap && chosenBase === null ? colors.sea : colors.land,
        },
      },
      ...(chosen === null ? [] : chosenBaseLayers(chosen, colors, input.isDark)),
      ...layers,
    ],
  };
}

function sourcesOf(input: StyleInput): StyleSpecification['sources'] {
  const api = `${input.origin}/api/municipalities/${input.municipalityCode}/tiles`;
  const tiles = (layer: TileSet) =>
    ({
      type: 'vector',
      url: `${api}/${layer}.json?seen=${encodeURIComponent(input.tileVersions[layer])}`,
      promoteId: 'id',
    }) as const;
  const archive = (name: string) =>
    `${input.origin}/basemap/${input.municipalityCode}/${name}.pmtiles`;
  const { shade, light } = input.isDark ? DARK_COLORS : LIGHT_COLORS;
  return {
    ...(input.hasBaseMap && {
      base: { type: 'vector', url: `pmtiles://${archive('basemap')}` },
      shade: { type: 'raster', url: shadeUrl(archive('terrain'), shade, light), tileSize: 256 },
    }),
    ...(input.chosenBase !== null &&
      input.chosenBase !== 'none' && {
        [CHOSEN_BASE]: chosenBaseSource(input.chosenBase, input.origin),
      }),
    zones: tiles('zones'),
    districts: tiles('districts'),
    shelters: tiles('shelters'),
    residents: tiles('residents'),
    'filtered-residents': {
      type: 'geojson',
      data: input.filteredResidents ?? EMPTY,
      promoteId: 'id',
      cluster: true,
      clusterRadius: 46,
      clusterMaxZoom: 13,
      clusterProperties: {
        tier1: ['+', ['case', ['==', ['get', 'tier'], 1], 1, 0]],
        insideRed: ['+', ['case', ['==', ['get', 'red'], 'inside'], 1, 0]],
      },
    },
    judgement: { type: 'geojson', data: input.judgement },
  };
}
