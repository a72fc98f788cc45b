import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type CheckRequest, runCheck } from '../../server/cli/check.ts';
import { at, box } from '../domain/hazard/support/zones.ts';
import { sharedData, skipWithout } from '../support/shared-data.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
const write = (name: string, content: string) => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};
const feature = (phenomenon: number, zoneClass: number, ring: unknown) => ({
  type: 'Feature',
  properties: {
    A33_001: phenomenon,
    A33_002: zoneClass,
    A33_003: '34',
    A33_004: 'n-1',
    A33_005: '汐見沢',
    A33_006: '汐路市',
    A33_007: '2019/2/28',
    A33_008: 0,
  },
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const zoneFile = write(
  'zones.geojson',
  JSON.stringify({
    type: 'FeatureCollection',
    features: [feature(2, 1, box(0, 0, 300, 100)), feature(2, 2, box(50, 20, 150, 80))],
  }),
);
const row = (id: string, east: number, north: number, accuracy = '') =>
  `${id},${at(east, north).join(',')},${accuracy}`;
const points = (name: string, ...rows: string[]) =>
  write(name, ['id,lng,lat,accuracyMeters', ...rows].join('\n'));

async function check(given: Partial<CheckRequest>) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const request = { zoneFiles: [zoneFile], marginMeters: 10, format: 'json', ...given } as const;
  const running = runCheck({ pointsFile: 'none.csv', ...request }, { out, err }).finally(() => {
    out.end();
    err.end();
  });
  const [exitCode, printed, said] = await Promise.all([running, text(out), text(err)]);
  return { exitCode, printed, said };
}

describe('check', () => {
  const good = points(
    'good.csv',
    row('0007', 100, 50),
    row('near red', 155, 50),
    row('くすのき', 312, 50),
    row('coarse', 100, 50, '60'),
    row('beyond', 400, 50, '5'),
    'unknown,,,',
  );

  it('prints relation, zones and signed metres as a JSON array, ids kept as they are', async () => {
    const { exitCode, printed, said } = await check({ pointsFile: good });
    expect(exitCode).toBe(0);
    const [id, yellow] = [expect.any(String), { class: 'yellow', phenomenon: 'debris-flow' }];
    const red = { id, class: 'red', phenomenon: 'debris-flow' };
    expect(JSON.parse(printed)).toEqual([
      {
        id: '0007',
        relation: 'inside',
        zones: [
          { ...red, distanceMeters: -30 },
          { ...yellow, id, distanceMeters: -50 },
        ],
      },
      {
        id: 'near red',
        relation: 'inside',
        zones: [
          { ...yellow, id, distanceMeters: -50 },
          { ...red, distanceMeters: 5 },
        ],
      },
      { id: 'くすのき', relation: 'near', zones: [{ ...yellow, id, distanceMeters: 12 }] },
      {
        id: 'coarse',
        relation: 'undetermined',
        zones: [
          { ...red, distanceMeters: -30 },
          { ...yellow, id, distanceMeters: -50 },
        ],
      },
      { id: 'beyond', relation: 'outside', zones: [] },
      { id: 'unknown', relation: 'undetermined', zones: [] },
    ]);
    expect(said).toContain('2 zones');
  });

  it('prints CSV, a line for each point and zone', async () => {
    const { printed } = await check({ pointsFile: good, format: 'csv' });
    const lines = printed.trimEnd().split('\n');
    expect(lines[0]).toBe('id,relation,zoneId,class,phenomenon,distanceMeters');
    expect(lines[1]).toMatch(/^0007,inside,[^,]+,red,debris-flow,-30$/);
    expect(lines.at(-1)).toBe('unknown,undetermined,,,,');
    expect(lines).toHaveLength(1 + 9);
  });

  it('follows the margin', async () => {
    const { printed } = await check({ pointsFile: good, marginMeters: 0 });
    expect(JSON.parse(printed)[2]).toEqual({ id: 'くすのき', relation: 'outside', zones: [] });
  });

  it('names bad rows with line and reason, checks the others and ends with 1', async () => {
    const [lng, lat] = at(100, 50);
    const pointsFile = points(
      'bad.csv',
      row('good', 100, 50),
      `swapped,${lat},${lng},`,
      `text,abc,${lat},`,
      `half,${lng},,`,
      'far,2.35,48.86,',
      `negative,${lng},${lat},-1`,
      `,${lng},${lat},`,
      `wide,${String(lng).replaceAll('1', '\uff11')},${lat},`,
    );
    const { exitCode, printed, said } = await check({ pointsFile });
    expect(exitCode).toBe(1);
    expect(JSON.parse(printed).map(({ id }: { id: string }) => id)).toEqual(['good', 'wide']);
    for (const words of [
      'line 3: lng and lat are swapped',
      'line 4: lng and lat are no numbers',
      'line 5: lng and lat are no numbers',
      'line 6: lng,lat = 2.35,48.86 is out of the range of Japan',
      'line 7: accuracyMeters is no number',
      'line 8: there is no id',
    ])
      expect(said).toContain(words);
  });

  it('prints an empty array for a file without points', async () => {
    const { exitCode, printed } = await check({ pointsFile: points('empty.csv') });
    expect([exitCode, printed]).toEqual([0, '[]\n']);
  });

  it.each([
    [
      'a points file of other columns',
      { pointsFile: write('other.csv', 'a,b\n1,2\n') },
      /id,lng,lat/,
    ],
    ['no points file', { pointsFile: join(directory, 'missing.csv') }, /missing\.csv/],
    ['no zones file', { pointsFile: good, zoneFiles: [join(directory, 'missing.zip')] }, /missing/],
    ['zones of another layout', { pointsFile: good, zoneFiles: [good] }, /A33/],
    [
      'zones that are broken',
      { pointsFile: good, zoneFiles: [write('broken.geojson', '{"type":"Feat')] },
      /読め/,
    ],
    ['a ZIP that is none', { pointsFile: good, zoneFiles: [write('broken.zip', 'PK??')] }, /読め/],
  ])('ends with 2 and prints nothing for %s', async (_, given, words) => {
    const { exitCode, printed, said } = await check(given);
    expect([exitCode, printed]).toEqual([2, '']);
    expect(said).toMatch(words);
  });

  it('reads the zones of Numazu', async (context) => {
    const numazu = sharedData('zones/numazu_lsld_as_A33.geojson');
    skipWithout(context, numazu);
    const { exitCode, said } = await check({ zoneFiles: [numazu], pointsFile: good });
    expect(exitCode).toBe(0);
    expect(said).toMatch(/\b(7\d|8[01]) zones/);
  });
});

describe('check as a process', () => {
  const run = (...args: string[]) =>
    new Promise<{ exitCode: number; stdout: string; stderr: string }>((resolve) => {
      const main = fileURLToPath(new URL('support/check-main.ts', import.meta.url));
      execFile(
        process.execPath,
        ['--conditions=source', '--import', 'tsx', main, 'check', ...args],
        (error, stdout, stderr) =>
          resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr }),
      );
    });
  const pointsFile = points('one.csv', row('a', 100, 50));

  it('explains itself in both languages', async () => {
    const { exitCode, stdout } = await run('--help');
    expect(exitCode).toBe(0);
    for (const words of ['--zones', '終了コード', 'exit codes', '近く', 'metres'])
      expect(stdout).toContain(words);
  });

  it('checks several zone files', async () => {
    const args = ['--zones', zoneFile, zoneFile, '--points', pointsFile, '--json'];
    const { exitCode, stdout, stderr } = await run(...args);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)[0].zones).toHaveLength(2);
    expect(stderr).toContain('2 zones');
  });

  it.each([
    ['zones are missing', ['--points', pointsFile]],
    ['points are missing', ['--zones', zoneFile]],
    ['the margin is no number', ['--zones', zoneFile, '--points', pointsFile, '--margin', 'ten']],
    ['the option is unknown', ['--zones', zoneFile, '--points', pointsFile, '--xml']],
    [
      'JSON and CSV are asked for',
      ['--zones', zoneFile, '--points', pointsFile, '--json', '--csv'],
    ],
  ])('ends with 2 where %s', async (_, args) => {
    const { exitCode, stdout, stderr } = await run(...args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });
});
