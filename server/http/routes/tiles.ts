import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  MAX_TILE_ZOOM,
  MIN_ROAD_ZOOM,
  TILE_LAYERS,
  TILE_SETS,
  type TileSet,
} from '#contract/tiles';
import { versionToken } from '../../services/read/data-versions.ts';
import { TILE_TOPICS } from '../../tiles/tile-service.ts';
import { type BodyWriter, type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { httpProblem } from '../problems.ts';

const tileJsonSchema = z.object({
  tilejson: z.literal('3.0.0'),
  name: z.string(),
  tiles: z.array(z.string()),
  minzoom: z.number().int(),
  maxzoom: z.number().int(),
  vector_layers: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.string()) })),
});

/** Layers of each set with their properties, for TileJSON. */
const LAYERS: Readonly<Record<TileSet, z.infer<typeof tileJsonSchema>['vector_layers']>> = {
  zones: [
    {
      id: TILE_LAYERS.zones,
      fields: {
        id: 'String; none where tiny zones of one kind are drawn together',
        zoneClass: 'String',
        phenomenon: 'String',
        redNotSurveyed: 'Number: 0 or 1',
      },
    },
  ],
  districts: [
    { id: TILE_LAYERS.districts, fields: { id: 'String', name: 'String' } },
    { id: TILE_LAYERS.districtLabels, fields: { id: 'String', name: 'String' } },
    { id: TILE_LAYERS.boundary, fields: { id: 'String', name: 'String' } },
    { id: TILE_LAYERS.boundaryLabels, fields: { id: 'String', name: 'String' } },
  ],
  shelters: [
    {
      id: TILE_LAYERS.shelters,
      fields: {
        id: 'String',
        kind: 'String',
        name: 'String',
        landslide: 'String: yes, no or unknown',
        red: 'String',
        relation: 'String',
      },
    },
  ],
  residents: [
    {
      id: TILE_LAYERS.residents,
      fields: {
        id: 'String; none on a cluster',
        tier: 'Number',
        red: 'String',
        relation: 'String',
        power: 'Number: 0 or 1',
        accuracy: 'String',
        cluster: 'Number: 1 on a cluster',
        count: 'Number of people in a cluster',
        tier1: 'Number of them in tier 1',
        insideRed: 'Number of them inside a red zone',
      },
    },
  ],
  roads: [
    {
      id: TILE_LAYERS.roads,
      fields: {
        id: 'String',
        kind: 'String',
        name: 'String; none where it has no name',
        width: 'String: known, straddling or unknown',
        least: 'Number: decimetres; none where the width is unknown',
        most: 'Number: decimetres; none where unknown or without an upper end',
        bridge: 'Number: 0 or 1',
        tunnel: 'Number: 0 or 1',
        red: 'Number: 1 where some of it lies inside a red zone',
        redSlopeFailure: 'Number: 0 or 1',
        redDebrisFlow: 'Number: 0 or 1',
        redLandslide: 'Number: 0 or 1',
      },
    },
  ],
};

const place = z.coerce.number().int().min(0);
const tileParams = z.object({
  code: municipalityCodeSchema,
  z: place.max(MAX_TILE_ZOOM),
  x: place,
  y: place,
});

/** The tiles of a set: residents' are personal, all others are public data. */
function tileEndpoint(set: TileSet): Endpoint {
  return municipalEndpoint({
    method: 'get',
    path: `/api/municipalities/:code/tiles/${set}/:z/:x/:y.mvt`,
    access: 'places',
    tag: 'map',
    summary: { ja: `ベクトルタイル(${set})`, en: `Vector tiles: ${set}` },
    params: tileParams,
    query: z.object({ v: z.string().optional() }),
    response: { mediaType: 'application/vnd.mapbox-vector-tile' },
    problems: ['tile.unknown'],
    personal: set === 'residents',
    ...(set === 'residents' && { audit: { action: 'people.map', of: 'hour' } as const }),
    dependsOn: TILE_TOPICS[set],
    async handle({ context, municipality, actor, params, query }) {
      const columns = 2 ** params.z;
      if (params.x >= columns || params.y >= columns) return fail(httpProblem('tile.unknown'));
      const tile = await context.tiles.find(set, municipality, actor, params);
      const isThisVersion = query.v === versionToken(municipality, TILE_TOPICS[set]);
      return ok(writeTile(tile, isThisVersion && set !== 'residents'));
    },
  });
}

function writeTile(tile: Uint8Array, isForever: boolean): BodyWriter {
  return (request, response) => {
    if (isForever) response.set('Cache-Control', 'private, max-age=31536000, immutable');
    if (tile.length === 0) {
      response.status(204).end();
      return;
    }
    response.type('application/vnd.mapbox-vector-tile');
    if (request.acceptsEncodings('gzip') === 'gzip') {
      response
        .set('Content-Encoding', 'gzip')
        .send(Buffer.from(tile.buffer, tile.byteOffset, tile.length));
    } else response.send(gunzipSync(tile));
  };
}

function tileJsonEndpoint(set: TileSet): Endpoint {
  return municipalEndpoint({
    method: 'get',
    path: `/api/municipalities/:code/tiles/${set}.json`,
    access: 'places',
    tag: 'map',
    summary: {
      ja: `TileJSON(${set})。アドレスにデータの版が入ります`,
      en: `TileJSON: ${set}; the address carries the version of the data`,
    },
    response: tileJsonSchema,
    dependsOn: TILE_TOPICS[set],
    handle({ municipality, request }) {
      const token = versionToken(municipality, TILE_TOPICS[set]);
      const origin = `${request.protocol}://${request.get('host')}`;
      const path = `/api/municipalities/${municipality.code}/tiles/${set}/{z}/{x}/{y}.mvt?v=${token}`;
      return ok({
        tilejson: '3.0.0' as const,
        name: set,
        tiles: [`${origin}${path}`],
        minzoom: set === 'roads' ? MIN_ROAD_ZOOM : 0,
        maxzoom: MAX_TILE_ZOOM,
        vector_layers: LAYERS[set],
      });
    },
  });
}

export const tileEndpoints: readonly Endpoint[] = TILE_SETS.flatMap((set) => [
  tileJsonEndpoint(set),
  tileEndpoint(set),
]);
