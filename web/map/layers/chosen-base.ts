import type {
  ExpressionFilterSpecification,
  LayerSpecification,
  SourceSpecification,
} from 'maplibre-gl';
import type { BaseMapView } from '#contract/base-map';
import type { MapColors } from '../colors.ts';
import { FONT } from './map-layer.ts';

export const CHOSEN_BASE = 'chosen-base';

/** Where the tiles of a chosen base map are. `origin` e.g. `https://host:port`. */
export function chosenBaseSource(base: BaseMapView, origin: string): SourceSpecification {
  const place = base.isOutside
    ? { tiles: [base.url], minzoom: base.minZoom, maxzoom: base.maxZoom }
    : { url: `pmtiles://${origin}${base.url}` };
  return base.kind === 'raster'
    ? { type: 'raster', tileSize: 256, ...place }
    : { type: 'vector', ...place };
}

/** A base map of others under our layers: pictures as they are, vector tiles in our pale colours. */
export function chosenBaseLayers(
  base: BaseMapView,
  colors: MapColors,
  isDark: boolean,
): LayerSpecification[] {
  if (base.kind === 'raster')
    return [
      {
        id: 'chosen-base-raster',
        type: 'raster',
        source: CHOSEN_BASE,
        // At night a bright picture would blind, by day it would drown the zones.
        paint: isDark
          ? { 'raster-brightness-max': 0.55, 'raster-saturation': -0.4 }
          : { 'raster-saturation': -0.25 },
      },
    ];
  const fills = base.vectorLayers.map((layer) => fillOf(layer, colors));
  const lines = base.vectorLayers.map((layer) => lineOf(layer, colors));
  const names = base.vectorLayers.map((layer) => nameOf(layer, colors));
  return [...fills, ...lines, ...names];
}

/** What a layer of any of the usual schemas holds, by its name. */
function subjectOf(layer: string): 'water' | 'wood' | 'building' | 'road' | 'border' | 'other' {
  const name = layer.toLowerCase();
  if (/water|sea|ocean|river|lake|wl$|wa$/.test(name)) return 'water';
  if (/wood|forest|park|landcover|natural/.test(name)) return 'wood';
  if (/build|blda/.test(name)) return 'building';
  if (/road|transport|street|highway|rail/.test(name)) return 'road';
  if (/bound|admin/.test(name)) return 'border';
  return 'other';
}

const isPolygon: ExpressionFilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const isLine: ExpressionFilterSpecification = ['==', ['geometry-type'], 'LineString'];

function fillOf(layer: string, colors: MapColors): LayerSpecification {
  const fill = {
    water: colors.water,
    wood: colors.forest,
    building: colors.building,
    road: colors.road,
    border: 'transparent',
    other: colors.urban,
  }[subjectOf(layer)];
  return {
    id: `chosen-base-fill-${layer}`,
    type: 'fill',
    source: CHOSEN_BASE,
    'source-layer': layer,
    filter: isPolygon,
    paint: { 'fill-color': fill },
  };
}

function lineOf(layer: string, colors: MapColors): LayerSpecification {
  const line = {
    water: colors.waterway,
    wood: colors.contour,
    building: colors.buildingLine,
    road: colors.roadCasing,
    border: colors.boundaryLine,
    other: colors.contourIndex,
  }[subjectOf(layer)];
  return {
    id: `chosen-base-line-${layer}`,
    type: 'line',
    source: CHOSEN_BASE,
    'source-layer': layer,
    filter: isLine,
    paint: {
      'line-color': line,
      'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.5, 16, 2.5],
    },
  };
}

function nameOf(layer: string, colors: MapColors): LayerSpecification {
  return {
    id: `chosen-base-name-${layer}`,
    type: 'symbol',
    source: CHOSEN_BASE,
    'source-layer': layer,
    filter: [
      'all',
      ['==', ['geometry-type'], 'Point'],
      ['any', ['has', 'name'], ['has', 'name:ja']],
    ],
    layout: {
      'text-field': ['coalesce', ['get', 'name:ja'], ['get', 'name']],
      'text-font': FONT,
      'text-size': 12,
    },
    paint: { 'text-color': colors.text, 'text-halo-color': colors.halo, 'text-halo-width': 1.6 },
  };
}
