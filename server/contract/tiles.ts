/**
 * The vector tiles: layer names and the properties of their features. A tile carries what the map
 * draws and nothing more: no name of a person, ever.
 */
export const TILE_LAYERS = {
  /**
   * id (zone id), zoneClass, phenomenon, redNotSurveyed (0/1). From afar the zones of one kind that are too
   * small to be drawn are one feature without an id.
   */
  zones: 'zones',
  /** id, name; second layer `district-labels` has points */
  districts: 'districts',
  districtLabels: 'district-labels',
  /** id, name: the municipality's own boundary, in the tiles of `districts` */
  boundary: 'boundary',
  boundaryLabels: 'boundary-labels',
  /** id, kind, name, landslide ('yes'|'no'|'unknown'), red, relation */
  shelters: 'shelters',
  /**
   * Unclustered: id, tier, red, relation, power (0/1), accuracy.
   * Clustered: cluster=1, count, tier1 (how many are in tier 1), insideRed.
   */
  residents: 'residents',
  /**
   * From zoom 12: id, kind, name, width ('known' | 'straddling' a class | 'unknown'), least and most
   * (decimetres, where known), bridge (0/1), tunnel (0/1), red (0/1: metres inside a red zone), and the same for
   * each phenomenon: redSlopeFailure, redDebrisFlow, redLandslide.
   */
  roads: 'roads',
} as const;

/** What is fetched and versioned together. */
export const TILE_SETS = ['zones', 'districts', 'shelters', 'residents', 'roads'] as const;
export type TileSet = (typeof TILE_SETS)[number];

/** From this zoom on residents are drawn one by one. */
export const RESIDENT_CLUSTER_MAX_ZOOM = 13;
export const TILE_EXTENT = 4096;
/** From this zoom on there are roads: great ones first, all of them two further in. */
export const MIN_ROAD_ZOOM = 12;
export const MAX_TILE_ZOOM = 16;
