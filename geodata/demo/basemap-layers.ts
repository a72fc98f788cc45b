/**
 * What the demo city's base map holds: `basemap.pmtiles` (vector tiles) and `terrain.pmtiles` (raster
 * elevation). The style of the web client follows these names. The sea is what is not `land`: paint
 * the background in the colour of water.
 */
export const BASEMAP_LAYERS = {
  /** Polygons: the land, islands included. No attributes. */
  land: 'land',
  /** Polygons on land; `class`: LANDCOVER_CLASSES. */
  landcover: 'landcover',
  /** Polygons: the wide reaches of rivers, from zoom 12 on; `class`: `river`. */
  water: 'water',
  /** Lines, running downstream; `class`: WATERWAY_CLASSES, `name` (may be missing). */
  waterway: 'waterway',
  /** Lines; `elevation` in metres, `index`: 1 for every fifth line (draw it stronger), else 0. */
  contour: 'contour',
  /**
   * Lines; `class`: ROAD_CLASSES, `width` in metres, `rank`: 0–4 (under 3 m, 3–5.5, 5.5–13, 13–19.5,
   * 19.5 and over), `bridge`: 1 or 0, `name` (may be missing).
   */
  road: 'road',
  /** Polygons from zoom 14 on; `height` in metres. */
  building: 'building',
  /** Points to be labelled; `class`: PLACE_CLASSES, `name` and `kana`, `rank` (1 = first to be shown). */
  place: 'place',
  /** Lines: borders between the districts. */
  districtBorder: 'district_border',
} as const;

export const LANDCOVER_CLASSES = ['forest', 'farmland', 'urban'] as const;
export const WATERWAY_CLASSES = ['river', 'stream', 'torrent'] as const;
/** National route, prefectural road, other roads of two lanes, streets, lanes (under 3 m), forest roads. */
export const ROAD_CLASSES = ['national', 'prefectural', 'main', 'street', 'lane', 'track'] as const;
/** City, district (each of the 28), town (町丁目, from zoom 13), mountain (`elevation` too), water name at sea, island. */
export const PLACE_CLASSES = ['city', 'district', 'town', 'mountain', 'bay', 'island'] as const;

/** Zoom levels that the archives hold; clients overzoom beyond the greatest. */
export const BASEMAP_ZOOMS = { least: 8, greatest: 14 } as const;
/** 256 px PNG tiles, `encoding: 'terrarium'`: metres = R·256 + G + B/256 − 32768; the sea is 0. */
export const TERRAIN_ZOOMS = { least: 8, greatest: 13 } as const;

/** Credit line of both archives. */
export const BASEMAP_ATTRIBUTION = '架空の地図(デモ用に生成)';
