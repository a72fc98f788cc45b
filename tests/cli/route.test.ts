import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Position } from '#domain/geo/position';
import { type RouteRequest, runRoute } from '../../server/cli/run-route.ts';
import { at, box } from '../domain/hazard/support/zones.ts';
import { PROGRAM } from '../support/built-server.ts';
import { makeOsmXml } from '../support/make-osm.ts';
import { sharedData, skipWithout } from '../support/shared-data.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
const write = (name: string, content: string) => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};
const node = (id: number, east: number, north: number) => [id, ...at(east, north)] as const;

/*
 *    3 ─────── 4      the long way round
 *    │         │
 *    1 ─ zone ─ 2     the short one, through 100 m of red; 5 hangs behind the zone alone
 */
const roads = write(
  'town.osm',
  makeOsmXml({
    nodes: [node(1, 0, 0), node(2, 400, 0), node(3, 0, 300), node(4, 400, 300), node(5, 200, 0)],
    ways: [
      [10, [1, 5, 2], { highway: 'residential', name: '谷の道', width: '2.5' }],
      [11, [1, 3, 4, 2], { highway: 'residential', name: '山手通り', width: '6' }],
    ],
  }),
);
const zones = write(
  'zones.geojson',
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {
          ...{ A33_001: 2, A33_002: 2, A33_003: '34', A33_004: 'n-1', A33_005: '汐見沢' },
          ...{ A33_006: '汐路市', A33_007: '2019/2/28', A33_008: 0 },
        },
        geometry: { type: 'Polygon', coordinates: [box(250, -50, 350, 50)] },
      },
    ],
  }),
);

async function route(given: Partial<RouteRequest> & { from?: Position; to?: Position }) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const { from = at(0, 0), to = at(400, 0), ...more } = given;
  const request: RouteRequest = {
    ...{ roadFiles: [roads], zoneFiles: [zones], pair: { from, to, via: [] }, pairsFile: null },
    ...{ profileId: 'walking-elderly', policyId: 'keep-out-of-red', atNight: false },
    ...{ elevationDirectory: null, format: 'json', ...more },
  };
  const running = runRoute(request, { out, err }).finally(() => {
    out.end();
    err.end();
  });
  const [exitCode, printed, said] = await Promise.all([running, text(out), text(err)]);
  return { exitCode, printed, said, answers: () => JSON.parse(printed) };
}

describe('route', () => {
  it('goes round a red zone, and through it where time alone counts', async () => {
    const round = await route({});
    expect(round.exitCode).toBe(0);
    expect(round.said).toContain('安全とは言えません');
    const [answer] = round.answers();
    expect(answer).toMatchObject({ id: '1', status: 'found' });
    expect(answer.route.exposure.redMeters).toBe(0);
    expect(answer.route.lengthMeters).toBeCloseTo(1000, -1);
    expect(answer.route.legs.map(({ name }: { name: string }) => name)).toContain('山手通り');

    const [through] = (await route({ policyId: 'quickest' })).answers();
    expect(through.route.exposure.redMeters).toBeCloseTo(100, -1);
    expect(through.route.exposure.byPhenomenon.red['debris-flow']).toBeCloseTo(100, -1);
    expect(through.route.lengthMeters).toBeCloseTo(400, -1);
    expect(through.route.narrowest.leastMeters).toBe(2.5);
  });

  it('tells the metres of a crossing that cannot be gone round', async () => {
    const [answer] = (await route({ from: at(200, 0), to: at(300, 0) })).answers();
    expect(answer.route.exposure.redMeters).toBeCloseTo(50, -1);
  });

  it('is slower at night', async () => {
    const [day] = (await route({})).answers();
    const [night] = (await route({ atNight: true })).answers();
    expect(night.route.durationSeconds / day.route.durationSeconds).toBeCloseTo(1 / 0.8, 2);
  });

  it('answers many pairs, a line each, and says of every bad one why', async () => {
    const row = (id: string, from: Position, to: Position) => [id, ...from, ...to].join(',');
    const pairsFile = write(
      'pairs.csv',
      [
        'id,fromLng,fromLat,toLng,toLat',
        row('a', at(0, 0), at(400, 0)),
        row('b', at(0, 0), [134, 33]),
        'c,132.3,x,132.4,34.4',
      ].join('\n'),
    );
    const { exitCode, printed, said } = await route({ pair: null, pairsFile, format: 'csv' });
    expect(exitCode).toBe(1);
    const lines = printed.trim().split('\n');
    expect(lines[0]).toMatch(/^id,status,lengthMeters/);
    expect(lines[1]).toMatch(/^a,found,\d+(\.\d)?,\d+(\.\d)?,0,/);
    expect(lines[2]).toMatch(/^b,none,.*通れる道がありません/);
    expect(lines).toHaveLength(3);
    expect(said).toContain('4 行目');
  });

  it('a vehicle is told what somebody has to look at, and never that it passes', async () => {
    const [answer] = (await route({ profileId: 'pumper', policyId: 'quickest' })).answers();
    expect(answer.route.legs.map(({ name }: { name: string }) => name)).not.toContain('谷の道');
  });

  it('files that are none of roads are refused', async () => {
    const { exitCode, said } = await route({ roadFiles: [zones] });
    expect(exitCode).toBe(2);
    expect(said).toContain('道路のファイル');
  });

  it('leads through a real town, always the same way', async (context) => {
    const real = sharedData('roads/hitoyoshi_sagara.osm');
    skipWithout(context, real);
    const [answer] = (
      await route({
        roadFiles: [real],
        from: [130.796411, 32.2072776],
        to: [130.802205, 32.217912],
      })
    ).answers();
    expect(answer.route.lengthMeters).toBe(1885.7);
    expect(answer.route.durationSeconds).toBe(1885.7);
    expect(answer.route.widthUnknownMeters).toBe(1885.7);
  });

  it('wrong usage ends with 2', async () => {
    const run = (...args: string[]) =>
      new Promise<{ code: number; said: string }>((resolve) =>
        execFile(process.execPath, [PROGRAM, 'route', ...args], (error, _out, said) =>
          resolve({ code: Number(error?.code ?? 0), said }),
        ),
      );
    const files = ['--roads', roads, '--zones', zones];
    expect((await run(...files, '--from', '132.3,34.4')).code).toBe(2);
    const swapped = await run(...files, '--from', '34.4,132.3', '--to', '132.3,34.4');
    expect(swapped.code).toBe(2);
    expect(swapped.said).toContain('経度,緯度');
  });
});
