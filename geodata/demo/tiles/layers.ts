import type { BASEMAP_LAYERS } from '../basemap-layers.ts';
import type { Feature } from '../files/write.ts';

/** A layer of the base map with the zoom from which each feature is shown. */
export interface TileLayer {
  readonly name: (typeof BASEMAP_LAYERS)[keyof typeof BASEMAP_LAYERS];
  readonly leastZoom: number;
  readonly features: readonly LayerFeature[];
}

export interface LayerFeature extends Feature {
  /** Zoom from which the feature is in the tiles; the layer's own where it is left out. */
  readonly fromZoom?: number;
}
