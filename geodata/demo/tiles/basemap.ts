import { BASEMAP_ATTRIBUTION, BASEMAP_ZOOMS } from '../basemap-layers.ts';
import { type WrittenFile, writeOut } from '../files/write.ts';
import { toPosition } from '../frame.ts';
import type { Streams } from '../places/streams.ts';
import type { City } from '../plan-city.ts';
import { groundLayers } from './ground-layers.ts';
import { labelLayer } from './label-layer.ts';
import { pmtilesArchive } from './pmtiles-archive.ts';
import { terrainTiles } from './terrain-tiles.ts';
import { townLayers } from './town-layers.ts';
import { vectorTiles } from './vector-tiles.ts';
import { waterLayer } from './water-layer.ts';

/** Writes the two archives of the base map. */
export async function writeBasemap(
  city: City,
  streams: Streams,
  isBridge: (chain: number) => boolean,
  directory: string,
): Promise<WrittenFile[]> {
  const { size, terrain, roads, settlements } = city;
  const bounds = [...toPosition(0, 0), ...toPosition(size.widthMeters, size.heightMeters)] as const;
  const middle = settlements[0] ?? { x: size.widthMeters / 2, y: size.heightMeters / 2 };
  const common = {
    bounds,
    center: toPosition(middle.x, middle.y),
    centerZoom: 12,
  };
  const layers = [
    ...groundLayers(terrain, roads),
    waterLayer(streams),
    ...townLayers(city, streams, isBridge),
    labelLayer(city),
  ];
  const map = pmtilesArchive(vectorTiles(layers, bounds), {
    ...common,
    type: 'mvt',
    tileCompression: 'gzip',
    metadata: {
      name: '汐路市 基図',
      attribution: BASEMAP_ATTRIBUTION,
      vector_layers: layers.map(({ name, leastZoom, features }) => ({
        id: name,
        minzoom: leastZoom,
        maxzoom: BASEMAP_ZOOMS.greatest,
        fields: fieldsOf(features),
      })),
    },
  });
  const relief = pmtilesArchive(terrainTiles(terrain, bounds), {
    ...common,
    type: 'png',
    tileCompression: 'none',
    metadata: { name: '汐路市 標高', attribution: BASEMAP_ATTRIBUTION, encoding: 'terrarium' },
  });
  return [
    await writeOut(directory, 'basemap.pmtiles', map),
    await writeOut(directory, 'terrain.pmtiles', relief),
  ];
}

function fieldsOf(features: readonly { properties: Readonly<Record<string, unknown>> }[]) {
  const fields: Record<string, string> = {};
  for (const { properties } of features)
    for (const [name, value] of Object.entries(properties))
      fields[name] = typeof value === 'number' ? 'Number' : 'String';
  return fields;
}
