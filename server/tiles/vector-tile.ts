import { TILE_EXTENT } from '#contract/tiles';
import { ByteWriter, varintLength } from './byte-writer.ts';

/** Mapbox Vector Tile specification 2.1; field numbers with their wire types. */
const TILE_LAYER = (3 << 3) | 2;
const LAYER_NAME = (1 << 3) | 2;
const LAYER_FEATURE = (2 << 3) | 2;
const LAYER_KEY = (3 << 3) | 2;
const LAYER_VALUE = (4 << 3) | 2;
const LAYER_EXTENT = 5 << 3;
const LAYER_VERSION = 15 << 3;
const FEATURE_TAGS = (2 << 3) | 2;
const FEATURE_TYPE = 3 << 3;
const FEATURE_GEOMETRY = (4 << 3) | 2;
const VALUE_TEXT = (1 << 3) | 2;
const VALUE_UNSIGNED = 5 << 3;

export const GEOMETRY_POINT = 1;
export const GEOMETRY_LINE = 2;
export const GEOMETRY_POLYGON = 3;

type GeometryType = typeof GEOMETRY_POINT | typeof GEOMETRY_LINE | typeof GEOMETRY_POLYGON;

/** Texts, and whole numbers from 0 to 2^32 - 1. */
export type TileProperty = string | number;

/** One layer, written feature by feature; keys and values are interned. */
export class LayerWriter {
  /** Commands of the feature being written; the caller fills it, `endFeature` takes and empties it. */
  readonly geometry = new ByteWriter(4096);
  readonly #features = new ByteWriter();
  readonly #tags = new ByteWriter(256);
  readonly #keys = new Map<string, number>();
  readonly #values = new Map<TileProperty, number>();
  readonly name: string;
  featureCount = 0;

  constructor(name: string) {
    this.name = name;
  }

  property(key: string, value: TileProperty): void {
    this.#tags.varint(intern(this.#keys, key));
    this.#tags.varint(intern(this.#values, value));
  }

  /** Ends a feature with the properties and the geometry that were given since the last one. */
  endFeature(type: GeometryType): void {
    const features = this.#features;
    features.varint(LAYER_FEATURE);
    features.varint(4 + nestedLength(this.#tags.length) + nestedLength(this.geometry.length));
    features.varint(FEATURE_TAGS);
    features.nested(this.#tags);
    features.varint(FEATURE_TYPE);
    features.varint(type);
    features.varint(FEATURE_GEOMETRY);
    features.nested(this.geometry);
    this.#tags.reset();
    this.geometry.reset();
    this.featureCount += 1;
  }

  /** Writes the layer into a tile; a layer without features is left out, as the specification asks. */
  appendTo(tile: ByteWriter): void {
    if (this.featureCount === 0) return;
    const layer = new ByteWriter(this.#features.length + 65_536);
    layer.varint(LAYER_VERSION);
    layer.varint(2);
    layer.varint(LAYER_NAME);
    layer.text(this.name);
    layer.append(this.#features);
    for (const key of this.#keys.keys()) {
      layer.varint(LAYER_KEY);
      layer.text(key);
    }
    const value = new ByteWriter(256);
    for (const property of this.#values.keys()) {
      value.reset();
      writeValue(value, property);
      layer.varint(LAYER_VALUE);
      layer.nested(value);
    }
    layer.varint(LAYER_EXTENT);
    layer.varint(TILE_EXTENT);
    tile.varint(TILE_LAYER);
    tile.nested(layer);
  }
}

function writeValue(writer: ByteWriter, property: TileProperty): void {
  if (typeof property === 'string') {
    writer.varint(VALUE_TEXT);
    writer.text(property);
  } else {
    writer.varint(VALUE_UNSIGNED);
    writer.varint(property);
  }
}

function intern<Item>(items: Map<Item, number>, item: Item): number {
  const known = items.get(item);
  if (known !== undefined) return known;
  items.set(item, items.size);
  return items.size - 1;
}

function nestedLength(bytes: number): number {
  return varintLength(bytes) + bytes;
}
