import { z } from 'zod';

/** Tiles of 国土地理院 that an operator can allow. */
export const GSI_TILE_SETS = ['pale', 'std', 'photo'] as const;
export type GsiTileSet = (typeof GSI_TILE_SETS)[number];

/** A base map that can be chosen beside the municipality's own. */
export const baseMapSchema = z.object({
  /** `file.<name>` or `gsi.<set>`; what the address bar holds. */
  id: z.string(),
  name: z.object({ ja: z.string(), en: z.string() }),
  kind: z.enum(['vector', 'raster']),
  /** Path of a PMTiles archive on this server, or an XYZ address of tiles elsewhere. */
  url: z.string(),
  credit: z.string().nullable(),
  minZoom: z.number().int().min(0).max(30),
  maxZoom: z.number().int().min(0).max(30),
  /** Layers of vector tiles, in the order in which they are drawn. */
  vectorLayers: z.array(z.string()),
  /** True where the browser asks a host outside for tiles: only what the operator has allowed. */
  isOutside: z.boolean(),
});
export type BaseMapView = z.infer<typeof baseMapSchema>;

export const baseMapListSchema = z.object({
  baseMaps: z.array(baseMapSchema),
  /** Files that lie there and are no PMTiles archives that can be shown. */
  unreadable: z.array(z.string()),
});
