import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PMTiles, TileType } from 'pmtiles';
import { z } from 'zod';
import type { BaseMapView, GsiTileSet } from '#contract/base-map';
import { FileRange } from './file-range.ts';

/** What an operator puts there is offered to every municipality. */
const sharedDirectory = (dataDir: string) => join(dataDir, 'basemaps');

/** A plain file name: no folder, nothing hidden. */
export const BASE_MAP_FILE_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_ .()-]{0,100}\.pmtiles$/u;

/** Absolute path of a shared archive; null where the name is none that could be one. */
export function sharedBaseMapFile(dataDir: string, name: string): string | null {
  return BASE_MAP_FILE_NAME.test(name) ? join(sharedDirectory(dataDir), name) : null;
}

export interface BaseMaps {
  readonly baseMaps: BaseMapView[];
  readonly unreadable: string[];
}

/** The archives in `dataDir`/basemaps by name, then the tiles of 国土地理院 that the operator allows. */
export async function listBaseMaps(
  dataDir: string,
  gsiTiles: readonly GsiTileSet[],
): Promise<BaseMaps> {
  const names = await readdir(sharedDirectory(dataDir)).catch(() => []);
  const baseMaps: BaseMapView[] = [];
  const unreadable: string[] = [];
  for (const name of names.filter((one) => BASE_MAP_FILE_NAME.test(one)).sort()) {
    const archive = await readArchive(join(sharedDirectory(dataDir), name), name);
    if (archive === null) unreadable.push(name);
    else baseMaps.push(archive);
  }
  return { baseMaps: [...baseMaps, ...gsiTiles.map((set) => GSI[set])], unreadable };
}

const RASTER: readonly TileType[] = [TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif];

const metadataSchema = z.object({
  name: z.string().optional().catch(undefined),
  attribution: z.string().optional().catch(undefined),
  vector_layers: z
    .array(z.object({ id: z.string() }))
    .optional()
    .catch(undefined),
});

/** Null where the file is no archive, or holds tiles that cannot be drawn. */
async function readArchive(path: string, name: string): Promise<BaseMapView | null> {
  const file = await open(path).catch(() => null);
  if (file === null) return null;
  try {
    const archive = new PMTiles(new FileRange(file, name));
    const header = await archive.getHeader();
    const isVector = header.tileType === TileType.Mvt;
    if (!isVector && !RASTER.includes(header.tileType)) return null;
    const metadata = metadataSchema.parse(await archive.getMetadata());
    const title = metadata.name?.trim() || name.replace(/\.pmtiles$/, '');
    return {
      id: `file.${name}`,
      name: { ja: title, en: title },
      kind: isVector ? 'vector' : 'raster',
      url: `/basemap/shared/${encodeURIComponent(name)}`,
      // Archives of others may carry markup; the words are enough.
      credit: metadata.attribution?.replaceAll(/<[^>]*>/g, '').trim() || null,
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      vectorLayers: metadata.vector_layers?.map(({ id }) => id) ?? [],
      isOutside: false,
    };
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

/** The only host outside that a browser may be sent to, and only where tiles of it are allowed. */
export const GSI_ORIGIN = 'https://cyberjapandata.gsi.go.jp';

/** 地理院タイル (https://maps.gsi.go.jp/development/ichiran.html), with its zoom levels. */
const GSI: Readonly<Record<GsiTileSet, BaseMapView>> = {
  pale: gsi('pale', 'pale/{z}/{x}/{y}.png', 5, '淡色地図', 'pale map'),
  std: gsi('std', 'std/{z}/{x}/{y}.png', 5, '標準地図', 'standard map'),
  photo: gsi('photo', 'seamlessphoto/{z}/{x}/{y}.jpg', 2, '写真', 'photographs'),
};

function gsi(set: GsiTileSet, path: string, minZoom: number, ja: string, en: string): BaseMapView {
  return {
    id: `gsi.${set}`,
    name: { ja: `地理院タイル(${ja})`, en: `GSI tiles: ${en}` },
    kind: 'raster',
    url: `${GSI_ORIGIN}/xyz/${path}`,
    credit: `国土地理院 地理院タイル(${ja})`,
    minZoom,
    maxZoom: 18,
    vectorLayers: [],
    isOutside: true,
  };
}
