import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { TileSet } from '#contract/tiles';
import { type Actor, scopeOf } from '../db/actor.ts';
import type { Database } from '../db/database.ts';
import {
  type MunicipalityVersions,
  type Topic,
  versionToken,
} from '../services/read/data-versions.ts';
import { RESIDENT_TOPICS, type Readers, SHELTER_TOPICS } from '../services/read/readers.ts';
import { VersionCache } from '../services/read/version-cache.ts';
import { ByteCache } from './byte-cache.ts';
import {
  type LoadRoads,
  loadDistrictTiles,
  loadResidentTiles,
  loadRoadTiles,
  loadShelterTiles,
  loadZoneTiles,
} from './load-stores.ts';
import type { TileAddress } from './tile-frame.ts';

/** The data that the tiles of a set are made from. */
export const TILE_TOPICS: Readonly<Record<TileSet, readonly Topic[]>> = {
  zones: ['zones'],
  districts: ['districts'],
  shelters: SHELTER_TOPICS,
  residents: RESIDENT_TOPICS,
  roads: ['roads', 'zones'],
};

/** A token for each set that changes whenever its tiles may. */
export function tileVersions(municipality: MunicipalityVersions): Record<TileSet, string> {
  const token = (set: TileSet) => versionToken(municipality, TILE_TOPICS[set]);
  return {
    zones: token('zones'),
    districts: token('districts'),
    shelters: token('shelters'),
    residents: token('residents'),
    roads: token('roads'),
  };
}

/** Cuts one tile of a set that has been loaded. */
type Encode = (address: TileAddress) => Uint8Array;

const CACHE_BYTES = 96 * 2 ** 20;
/** Fast: a tile is compressed once and read from the cache after that. */
const GZIP_LEVEL = 4;
const compress = promisify(gzip);

/** Tiles of every set, cut from memory, compressed, and kept until others were asked for more often. */
export class TileService {
  readonly #database: Database;
  readonly #readers: Readers;
  readonly #loadRoads: LoadRoads;
  readonly #sets = new VersionCache<Encode>();
  readonly #tiles = new ByteCache(CACHE_BYTES);

  constructor(database: Database, readers: Readers, loadRoads: LoadRoads) {
    this.#database = database;
    this.#readers = readers;
    this.#loadRoads = loadRoads;
  }

  /** A tile as a gzip stream; a tile with nothing in it has no bytes. */
  async find(
    set: TileSet,
    municipality: MunicipalityVersions,
    actor: Actor,
    address: TileAddress,
  ): Promise<Uint8Array> {
    const scope = set === 'residents' ? scopeOf(actor) : '';
    const token = versionToken(municipality, TILE_TOPICS[set]);
    const { z, x, y } = address;
    const key = `${municipality.code} ${set} ${scope} ${token} ${z}/${x}/${y}`;
    const known = this.#tiles.get(key);
    if (known !== undefined) return known;
    const encode = await this.#sets.get(`${municipality.code} ${set} ${scope}`, token, () =>
      this.#load(set, municipality, actor),
    );
    const bytes = encode(address);
    const compressed = bytes.length === 0 ? bytes : await compress(bytes, { level: GZIP_LEVEL });
    this.#tiles.set(key, compressed);
    return compressed;
  }

  #load(set: TileSet, municipality: MunicipalityVersions, actor: Actor): Promise<Encode> {
    switch (set) {
      case 'zones':
        return loadZoneTiles(this.#database, this.#readers, municipality);
      case 'districts':
        return loadDistrictTiles(this.#readers, municipality);
      case 'shelters':
        return loadShelterTiles(this.#readers, municipality);
      case 'residents':
        return loadResidentTiles(this.#readers, municipality, actor);
      case 'roads':
        return loadRoadTiles(this.#loadRoads, municipality);
    }
  }
}
