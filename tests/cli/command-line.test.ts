import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../server/db/data-source.ts';
import type { Database } from '../../server/db/database.ts';
import { makePreparedDirectory } from '../../server/db/embedded/prepared-directory.ts';
import { square, zonesFile } from '../services/support.ts';
import { PROGRAM, ROOT } from '../support/built-server.ts';
import { temporaryDirectory } from '../support/database.ts';

const directory = temporaryDirectory();
const AT = [132.33, 34.35] as const;

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as a user does. */
async function michishirube(args: readonly string[], environment = {}): Promise<Run> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: ROOT,
    env: { ...process.env, LANG: 'ja_JP.UTF-8', DATA_DIR: directory.path, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  await once(child, 'close');
  return { code: child.exitCode, out, err };
}

function file(name: string, content: string): string {
  const path = join(directory.path, name);
  writeFileSync(path, content);
  return path;
}

const roster = [
  '名簿番号,氏名,住所,要介護度,緯度,経度,位置精度',
  `1,架空 花子,,要介護5,${AT[1]},${AT[0]},建物`,
  '2,=1+2,,非該当,34.4,132.4,建物',
  ',番号 なし,,,,,',
  '',
].join('\r\n');

beforeAll(makePreparedDirectory);
afterAll(() => directory.remove());

describe('words and exit codes', { timeout: 120_000 }, () => {
  test('help is Japanese, or English where it is asked for', async () => {
    const [japanese, english, byTerminal] = await Promise.all([
      michishirube(['--help']),
      michishirube(['import', '--help', '--lang', 'en']),
      michishirube(['import', '--help'], { LANG: 'en_US.UTF-8' }),
    ]);
    expect(japanese).toMatchObject({ code: 0, err: '' });
    expect(japanese.out).toContain('ファイルを取り込む');
    expect(english.out).toContain('Roster of people who need support');
    expect(byTerminal.out).toBe(english.out);
  });

  test('wrong usage ends with 2, touches no database and is said in the language of the terminal', async () => {
    const wrong: readonly (readonly string[])[] = [
      ['fly'],
      ['imprt'],
      ['export', '--owt', 'x'],
      ['import', 'roster'],
      ['import', 'roster', 'x.csv', '--as-of'],
      ['import', 'roster', 'x.csv', '--as-of', '2026-02-30'],
      ['import', 'unknown-source', 'x.csv'],
      ['datasets', '--lang', 'fr'],
      ['datasets', 'one', 'more'],
      ['check'],
      ['template', 'shelters'],
    ];
    for (const { code, err } of await Promise.all(wrong.map((args) => michishirube(args)))) {
      expect(code).toBe(2);
      expect(err).toMatch(/^誤り: /);
      expect(err).not.toMatch(/error|unknown |missing|invalid|Allowed|Did you mean|argument /);
    }
    expect(existsSync(join(directory.path, 'pglite'))).toBe(false);
    const english = await michishirube(['imprt', '--lang', 'en']);
    expect(english.err).toMatch(/^error: unknown command 'imprt'\n\(Did you mean import\?\)/);
  });

  test('the help of templates names them; a reader that stops early is no failure', async () => {
    const help = await michishirube(['template', '--help']);
    expect(help.out).toMatch(/welfare-shelters.*roster/);
    const points = ['id,lng,lat', ...Array.from({ length: 20_000 }, (_, id) => `${id},132.3,34.3`)];
    const zones = file(
      'z.geojson',
      zonesFile([{ number: '1', zoneClass: 2, geometry: square(...AT, 9) }]),
    );
    const program = `${process.execPath} ${PROGRAM}`;
    const command = `${program} check --zones ${zones} --points ${file('p.csv', points.join('\n'))}`;
    const shell = spawn(
      'bash',
      [
        '-c',
        `${command} 2>err.$$ | head -n 1; code=\${PIPESTATUS[0]}; grep EPIPE err.$$; rm err.$$; exit $code`.replaceAll(
          'err.$$',
          join(directory.path, 'err'),
        ),
      ],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let out = '';
    shell.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    await once(shell, 'close');
    expect({ code: shell.exitCode, out }).toEqual({ code: 0, out: '[\n' });
  });

  test('templates are printed and can be imported as they are', async () => {
    const template = await michishirube(['template', 'roster']);
    expect(template.code).toBe(0);
    expect(template.out.startsWith('\uFEFF')).toBe(true);
    const path = file('template.csv', template.out);
    const args = ['import', 'roster', path, '--municipality', '99999', '--dry-run', '--json'];
    const { code, out } = await michishirube(args);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      dryRun: true,
      counts: { read: 2, accepted: 2, rejected: 0 },
    });
    // The municipality that the dry run was for is not there afterwards.
    expect((await michishirube(['datasets', '--municipality', '99999'])).code).not.toBe(0);
  });
});

describe('the main job, command by command', { timeout: 240_000 }, () => {
  // Every command would start the engine anew; one that runs is joined.
  let held: Database;
  beforeAll(async () => {
    held = await openDatabase({
      dataDir: directory.path,
      databaseUrl: null,
      databasePoolSize: 1,
    });
  });
  afterAll(() => held.close());

  test('import, rank, compare, export, roll back', async () => {
    const zones = file(
      'zones.geojson',
      zonesFile([{ number: '1', zoneClass: 2, geometry: square(...AT, 100) }]),
    );
    const city = ['--municipality', '34213', '--name', '廿日市市'];
    const imported = await michishirube(['import', 'ksj-a33', zones, ...city]);
    expect(imported.code).toBe(0);
    expect(imported.out).toContain('読み取り 1 = 採用 1');

    const rejects = join(directory.path, 'rejects.csv');
    const people = file('roster.csv', roster);
    const report = await michishirube([
      ...['import', 'roster', people, ...city],
      ...['--json', '--rejects', rejects],
    ]);
    expect(JSON.parse(report.out)).toMatchObject({
      counts: { read: 3, accepted: 2, rejected: 1 },
      difference: { added: 2 },
      assessment: { assessed: 2, difference: { newlyInside: [expect.any(String)] } },
    });
    expect(readFileSync(rejects, 'utf8')).toMatch(
      /^\uFEFF記録番号,結果,.*\r\n4,取り込まず,.*番号 なし/,
    );

    expect(statSync(rejects).mode & 0o777).toBe(0o600);

    const nobody = file('nobody.csv', '名簿番号,氏名\r\n,番号 なし\r\n');
    const refused = await michishirube(['import', 'roster', nobody, ...city, '--rejects', rejects]);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('import.nothing-accepted');
    expect(refused.err).toMatch(/2 行目: 名簿番号がない/);
    expect(readFileSync(rejects, 'utf8')).toMatch(/^\uFEFF記録番号,.*\r\n2,.*番号 なし/);
    const odd = file('odd.csv', '名簿番号,氏名,要介護度\r\n1,架空 花子,要介護九\r\n');
    const looked = await michishirube([
      'import',
      'roster',
      odd,
      ...city,
      '--dry-run',
      '--rejects',
      rejects,
    ]);
    expect(looked.out).toMatch(/修正した記録:\n {4}2 行目: .*要介護九/);
    expect(readFileSync(rejects, 'utf8')).toMatch(/\r\n2,修正,,.*要介護九/);
    const nameless = await michishirube(['import', 'roster', people, '--municipality', '34214']);
    expect(nameless).toMatchObject({ code: 2, out: '' });
    expect(nameless.err).toContain('--name');
    const headless = file('headless.csv', '7,架空 花子,架空町1番地\r\n8,見本 太郎,架空町2番地\r\n');
    const unknown = await michishirube(['import', 'roster', headless, ...city]);
    expect(unknown.err).toContain('import.unknown-layout');
    expect(unknown.err).not.toMatch(/花子|架空町/);

    const city34213 = ['--municipality', '34213'];
    const ranked = await michishirube(['rank', ...city34213, '--json']);
    expect(JSON.parse(ranked.out).residents).toMatchObject([
      { rosterNumber: '1', name: '架空 花子', tier: 1, rank: 1 },
      { rosterNumber: '2', tier: 4, rank: 2 },
    ]);
    const presets = ['red-zone-policy', 'model-city-2025'];
    const compared = await michishirube(['compare', ...presets, ...city34213, '--json']);
    expect(JSON.parse(compared.out)).toMatchObject({ residents: 2 });

    const other = await michishirube(['rank', '--criteria', 'nothing', ...city34213]);
    expect(other.code).toBe(1);
    expect(other.err).toContain('model-city-2025');
    const missing = join(directory.path, 'nowhere/out.csv');
    const unwritten = await michishirube(['export', '--out', missing, ...city34213]);
    expect(unwritten.code).toBe(1);
    expect(unwritten.err).toMatch(/^[^\n]*nowhere[^\n]*\[output\.not-written\]\n$/);

    const exported = await michishirube(['export', ...city34213]);
    const lines = exported.out.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/順位.*境界まで\(メートル.*区域データの時点/);
    expect(lines[1]).toMatch(/要介護5.*区域内.*,-\d+(\.\d)?,.*区域データ/);
    expect(exported.out).not.toMatch(/inside|undetermined|-\d+\.\d{2,}/);
    const english = await michishirube(['export', ...city34213, '--lang', 'en']);
    expect(english.out).toMatch(/Rank.*Metres to the red boundary.*\r\n.*Inside.*zone data/);
    expect(lines[2]).toContain(`,'=1+2,`);

    const nothing = await michishirube(['rollback', 'zones', ...city34213]);
    expect(nothing.code).toBe(0);
    expect(nothing.out).toMatch(/取り下げました.*\n区域判定: 区域データがない/);
    const first = await michishirube(['rollback', 'roster', ...city34213]);
    expect(first).toMatchObject({ code: 1, out: '' });
    expect(first.err).toContain('dataset.no-former');

    const status = await michishirube(['db', 'status', '--json']);
    expect(JSON.parse(status.out)).toMatchObject({ kind: 'embedded', pending: [], unknown: [] });
    const host = await michishirube(['db', 'status'], { HOST: 'no host' });
    expect(host.code).toBe(1);
    expect(host.err).toContain('HOST');
  });
});
