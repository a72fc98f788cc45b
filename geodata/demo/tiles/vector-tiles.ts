import { gzipSync } from 'node:zlib';
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { BASEMAP_ZOOMS } from '../basemap-layers.ts';
import type { TileLayer } from './layers.ts';
import type { Tile } from './pmtiles-archive.ts';
import { tilesOver } from './tile-grid.ts';

/** Cuts layers into vector tiles (MVT 2, gzip). Tiles without anything in them are left out. */
export function vectorTiles(
  layers: readonly TileLayer[],
  bbox: readonly [number, number, number, number],
): Tile[] {
  const tiles: Tile[] = [];
  const indexes = layers.map((layer) => ({ layer, byZoom: zoomIndexes(layer) }));
  for (let zoom = BASEMAP_ZOOMS.least; zoom <= BASEMAP_ZOOMS.greatest; zoom += 1)
    for (const tile of tilesOver(bbox, zoom)) {
      const contents: Record<string, GeoJSONVTTile> = {};
      for (const { layer, byZoom } of indexes) {
        const cut = byZoom(zoom)?.getTile(zoom, tile.x, tile.y);
        if (cut && cut.features.length > 0) contents[layer.name] = cut;
      }
      if (Object.keys(contents).length > 0)
        tiles.push({
          ...tile,
          data: gzipSync(fromGeojsonVt(contents, { version: 2, extent: 4096 })),
        });
    }
  return tiles;
}

/** An index for each set of features that share a zoom range; made when first asked. */
function zoomIndexes({ features, leastZoom }: TileLayer): (zoom: number) => GeoJSONVT | null {
  const steps = [...new Set(features.map(({ fromZoom }) => fromZoom ?? leastZoom))].sort(
    (a, b) => a - b,
  );
  const made = new Map<number, GeoJSONVT>();
  return (zoom) => {
    const step = steps.findLast((one) => one <= zoom);
    if (step === undefined) return null;
    const known = made.get(step);
    if (known) return known;
    const shown = features.filter(({ fromZoom }) => (fromZoom ?? leastZoom) <= step);
    const index = new GeoJSONVT(
      {
        type: 'FeatureCollection',
        features: shown.map(({ properties, geometry }) => ({
          type: 'Feature',
          properties,
          geometry: geometry as GeoJSON.Geometry,
        })),
      },
      {
        maxZoom: BASEMAP_ZOOMS.greatest,
        indexMaxZoom: 9,
        tolerance: 2.5,
        buffer: 64,
        extent: 4096,
      },
    );
    made.set(step, index);
    return index;
  };
}
