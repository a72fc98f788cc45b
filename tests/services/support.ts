import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { ImportReport } from '#contract/dataset';
import type { MultiPolygon } from '#domain/geo/position';
import type { Result } from '#domain/problem';
import { SYSTEM } from '../../server/db/actor.ts';
import type { ServiceContext } from '../../server/services/context.ts';
import { createMunicipality } from '../../server/services/create-municipality.ts';
import type { ImportRequest } from '../../server/services/import/import-request.ts';
import { importDataset } from '../../server/services/import-dataset.ts';
import {
  canTest,
  createTestDatabase,
  DATABASE_KINDS,
  type TestDatabase,
  temporaryDirectory,
} from '../support/database.ts';

export const CODE = '34213';

/** What a suite of services works with. */
export interface Bench {
  readonly context: ServiceContext;
  readonly testDatabase: TestDatabase;
  /** Writes a file of the suite and returns its path. */
  file(name: string, content: string | Buffer): string;
  /** An import that has to succeed. */
  importOk(request: Omit<ImportRequest, 'municipalityCode'>): Promise<ImportReport>;
  import(request: Omit<ImportRequest, 'municipalityCode'>): Promise<Result<ImportReport>>;
  count(sql: string): Promise<number>;
}

/** The same tests on the embedded database and on a real PostGIS, each with a municipality of its own. */
export function describeOnBoth(name: string, tests: (bench: () => Bench) => void): void {
  const postgisUrl = inject('postgisUrl');
  for (const kind of DATABASE_KINDS)
    describe.skipIf(!canTest(kind, postgisUrl))(`${name} (${kind})`, () => {
      const directory = temporaryDirectory();
      let bench: Bench | undefined;
      beforeAll(async () => {
        const testDatabase = await createTestDatabase(kind, postgisUrl);
        const context = { database: testDatabase.database, actor: SYSTEM, today: '2026-11-24' };
        await createMunicipality(context, CODE, '廿日市市');
        bench = benchOver(testDatabase, context, directory.path);
      });
      afterAll(async () => {
        await bench?.testDatabase.remove();
        directory.remove();
      });
      tests(() => {
        if (bench === undefined) throw new Error('the database did not come up');
        return bench;
      });
    });
}

function benchOver(testDatabase: TestDatabase, context: ServiceContext, directory: string): Bench {
  const run: Bench['import'] = (request) =>
    importDataset(context, { municipalityCode: CODE, ...request });
  return {
    context,
    testDatabase,
    file: (name, content) => {
      const path = join(directory, name);
      writeFileSync(path, content);
      return path;
    },
    import: run,
    importOk: async (request) => {
      const result = await run(request);
      if (!result.ok) throw new Error(result.problem.en);
      return result.value;
    },
    count: async (sql) => {
      const [row] = await context.database.query<{ count: number }>(sql);
      return row?.count ?? Number.NaN;
    },
  };
}

/** A square of about `meters` to a side around [lng, lat]. */
export function square(lng: number, lat: number, meters: number): MultiPolygon {
  const dLat = meters / 2 / 111_000;
  const dLng = dLat / Math.cos((lat * Math.PI) / 180);
  const [west, east, south, north] = [lng - dLng, lng + dLng, lat - dLat, lat + dLat];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  return { type: 'MultiPolygon', coordinates: [[ring]] };
}

export interface ZoneSketch {
  readonly number: string;
  readonly phenomenon?: 1 | 2 | 3;
  readonly zoneClass: 1 | 2 | 3 | 4;
  readonly geometry: MultiPolygon | { type: string; coordinates: unknown };
}

/** A KSJ A33 GeoJSON. */
export function zonesFile(zones: readonly ZoneSketch[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: zones.map(({ number, phenomenon = 1, zoneClass, geometry }) => ({
      type: 'Feature',
      properties: {
        A33_001: phenomenon,
        A33_002: zoneClass,
        A33_003: '34',
        A33_004: number,
        A33_005: `区域${number}`,
        A33_006: '架空町',
        A33_007: '2020/1/2',
        A33_008: 0,
      },
      geometry,
    })),
  });
}

/** Roster of people at coordinates: number, name, position (null: by address), care level. */
export function rosterFile(
  people: readonly {
    readonly number: string;
    readonly name: string;
    readonly born?: string;
    readonly at?: readonly [number, number];
    readonly address?: string;
    readonly care?: string;
    readonly district?: string;
    readonly supporter?: string;
  }[],
): string {
  const header = '名簿番号,氏名,生年月日,性別,住所,地区,要介護度,緯度,経度,位置精度,支援者1氏名';
  const rows = people.map(({ number, name, born, at, address, care, district, supporter }) =>
    [
      number,
      name,
      born ?? '1940/5/6',
      '女',
      address ?? '',
      district ?? '',
      care ?? '',
      at?.[1] ?? '',
      at?.[0] ?? '',
      at === undefined ? '' : '建物',
      supporter ?? '',
    ].join(','),
  );
  return [header, ...rows, ''].join('\r\n');
}
