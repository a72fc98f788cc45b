import { gunzipSync } from 'node:zlib';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import ExcelJS from 'exceljs';
import { PbfReader } from 'pbf';
import type { Role } from '#domain/access/roles';
import { mayUse } from '#domain/access/rules';
import type { Endpoint } from '../../../server/http/endpoint.ts';
import { pdfText } from '../../output/paper/support/pdf-text.ts';
import { CODE } from './city.ts';

/** Ids to put into the addresses of endpoints, by the word of the path before them. */
export type PathIds = Readonly<Record<string, readonly string[]>>;

/** What an endpoint that needs a question in its address is asked. */
const QUERIES: Readonly<Record<string, string>> = {
  '/api/municipalities/:code/routes/cuts': '?profile=car',
  '/api/municipalities/:code/routes/road': '?id=way/10/1',
  '/api/municipalities/:code/plans/map-book.pdf': '?district=%E6%B5%9C%E6%89%8B',
  '/api/municipalities/:code/residents/:id/plan/compare': '?from=0&to=1',
  '/api/municipalities/:code/in-view': '?bbox=120,20,155,46',
};

/** Every address of an endpoint that is to be asked. Throws for a path that the walk does not know. */
export function addressesOf({ path }: Endpoint, ids: PathIds, tiles: readonly string[]): string[] {
  const [, before] = /\/([\w-]+)\/:(?:id|source|purpose|seq)\b/.exec(path) ?? [];
  const fixed = path
    .replace(':code', CODE)
    .replace(':purpose', 'roster')
    .replace(':version', '1')
    .replace(':month', '2026-11-01');
  if (path.includes(':z')) return tiles.map((tile) => fixed.replace(':z/:x/:y', tile));
  if (before === undefined) return [`${fixed}${QUERIES[path] ?? ''}`];
  const known = ids[before];
  if (known === undefined) throw new Error(`the walk knows no ids for ${path}`);
  return known.map((id) => `${fixed.replace(/:(id|source|seq)\b/, id)}${QUERIES[path] ?? ''}`);
}

/** Roles that may ask and do not see everybody: theirs are the answers to look at. */
export function limitedRoles(endpoint: Endpoint, roles: readonly Role[]): Role[] {
  return roles.filter((role) => !role.endsWith('-officer') && mayUse(role, endpoint.access));
}

/** What an answer says. */
export interface Said {
  /** All of it as one text: headers too, tiles and workbooks unpacked. */
  readonly text: string;
  /** Where the points of a tile are that stand for one, [lng, lat]. */
  readonly points: readonly (readonly [number, number])[];
}

export async function readAnswer(response: Response, address: string): Promise<Said> {
  const headers = [...response.headers].map((pair) => pair.join(': ')).join('\n');
  const type = response.headers.get('Content-Type') ?? '';
  const bytes = type.includes('event-stream')
    ? await firstEvent(response)
    : Buffer.from(await response.arrayBuffer());
  const said = (text: string, points: Said['points'] = []) => ({
    text: `${headers}\n${text}`,
    points,
  });
  if (type.includes('vector-tile')) {
    const features = tileFeatures(bytes);
    const text = JSON.stringify(features.map(({ properties }) => properties));
    return said(
      text,
      features.flatMap((feature) => pointsOf(feature, address)),
    );
  }
  if (type.includes('spreadsheet')) return said(await workbookText(bytes));
  if (type === 'application/pdf') return said(pdfText(bytes));
  return said(bytes.toString('utf8'));
}

/** A stream goes on; its first event tells all that stands. */
async function firstEvent(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of response.body ?? []) {
    parts.push(part);
    if (Buffer.concat(parts).includes('\ndata: ')) break;
  }
  return Buffer.concat(parts);
}

function tileFeatures(bytes: Buffer): VectorTileFeature[] {
  if (bytes.length === 0) return [];
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const { layers } = new VectorTile(new PbfReader(plain));
  return Object.values(layers).flatMap((layer) =>
    Array.from({ length: layer.length }, (_, place) => layer.feature(place)),
  );
}

function pointsOf(feature: VectorTileFeature, address: string): [number, number][] {
  // The middle of several who may all be seen can lie anywhere.
  if (Number(feature.properties.count ?? 1) > 1) return [];
  const [z, x, y] = /\/(\d+)\/(\d+)\/(\d+)\.mvt$/.exec(address)?.slice(1).map(Number) ?? [];
  if (z === undefined || x === undefined || y === undefined)
    throw new Error(`of no tile: ${address}`);
  const { geometry } = feature.toGeoJSON(x, y, z);
  const places =
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPoint'
        ? geometry.coordinates
        : [];
  return places.map(([lng = Number.NaN, lat = Number.NaN]) => [lng, lat]);
}

async function workbookText(bytes: Buffer): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  // exceljs declares a Buffer of its own.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const rows: string[] = [];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => rows.push(JSON.stringify(row.values))));
  return rows.join('\n');
}
