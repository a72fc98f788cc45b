import { beforeAll, expect, test } from 'vitest';
import {
  type Charts,
  catalogueSchema,
  chartItemsSchema,
  chartReleasesSchema,
  chartsSchema,
  chartTrendSchema,
  cityFiguresSchema,
  importedFiguresSchema,
  releaseSchema,
} from '#contract/chart';
import { failure } from '#domain/problem';
import { ROUTING_FAILURES } from '#domain/routing/routing-failures';
import { SYSTEM } from '../../server/db/actor.ts';
import { CutOffReader } from '../../server/services/charts/cut-off-figures.ts';
import { takeDueSnapshots } from '../../server/services/charts/snapshots.ts';
import { saveConsent } from '../../server/services/consents.ts';
import type { ReadVersions } from '../../server/services/read/data-versions.ts';
import type { RoutingService } from '../../server/services/routing/routing-service.ts';
import { pdfText } from '../output/paper/support/pdf-text.ts';
import { CODE } from './support/city.ts';
import { describeApp, TODAY } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';
import { importInto } from './support/town-roads.ts';

describeApp('district charts', (bench) => {
  let officer: Awaited<ReturnType<typeof openAs>>;
  beforeAll(async () => {
    officer = await openAs(bench().context, 'disaster-officer');
    await importInto(bench());
    // Many alike, so that not every figure is one of few people.
    await bench().context.database.query(
      `INSERT INTO resident (municipality_code, id, roster_number, name, birth_date, district_name,
         district_source, accuracy, position_origin, content_hash)
       SELECT $1, gen_random_uuid(), 'M' || n, '架空 ' || n, '1936-02-01',
         CASE WHEN n <= 30 THEN '山手' ELSE '浜手' END, 'roster', 'none', 'none', ''
       FROM generate_series(1, 55) n`,
      [CODE],
    );
    await bench().context.database.query(
      `INSERT INTO household_facts (municipality_code, resident_id, care_level, disabilities, devices,
         household, plan, supporters_known, source)
       SELECT $1, id, CASE WHEN right(roster_number, 1) < '5' THEN '21' ELSE '24' END,
         CASE WHEN right(roster_number, 1) = '3' THEN NULL ELSE '[{"kind":"visual","grade":"1"}]'::jsonb END,
         '{}', 'alone', 'none', true, '架空'
       FROM resident WHERE municipality_code = $1 AND roster_number LIKE 'M%'`,
      [CODE],
    );
    await bench().context.database.query(
      `UPDATE data_version SET version = version + 1 WHERE municipality_code = $1 AND topic = 'residents'`,
      [CODE],
    );
  }, 120_000);

  const read = async (ask = officer): Promise<Charts> =>
    chartsSchema.parse(await (await ask('/charts')).json());
  const known = async () => {
    await expect.poll(async () => (await read()).cutOff, { timeout: 60_000 }).toBe('known');
    return read();
  };
  const figure = ({ districts }: Charts, name: string | null, id: string) =>
    districts.find((one) => one.name === name)?.figures[id];

  test('figures are those of plain SQL, to the person', async () => {
    const charts = await known();
    const rows = await bench().context.database.query<Record<string, number> & { name: string }>(
      `SELECT r.district_name AS name, count(*)::int AS residents,
         (count(*) FILTER (WHERE h.care_level IN ('23', '24', '25')))::int AS "care-3_5",
         (count(*) FILTER (WHERE h.care_level IS NULL))::int AS "care-unknown",
         (count(*) FILTER (WHERE a.red_relation = 'inside'))::int AS "hazard-red",
         (count(*) FILTER (WHERE coalesce(a.red_relation, 'undetermined') = 'undetermined'))::int
           AS "hazard-undetermined",
         (count(*) FILTER (WHERE h.disabilities IS NULL))::int AS "disability-unknown",
         (count(*) FILTER (WHERE EXISTS (SELECT FROM supporter s WHERE s.resident_id = r.id)))::int
           AS "supporters-some"
       FROM resident r LEFT JOIN household_facts h ON h.resident_id = r.id
       LEFT JOIN assessment a ON a.subject_kind = 'resident' AND a.subject_id = r.id::text
       WHERE r.municipality_code = $1 AND r.archived_at IS NULL GROUP BY 1`,
      [CODE],
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(['山手', '浜手'].sort());
    for (const { name, ...counts } of rows)
      for (const [id, value] of Object.entries(counts))
        expect([name, id, figure(charts, name, id)]).toEqual([name, id, { state: 'known', value }]);
    // Parts are the whole.
    const parts = ['care', 'hazard', 'plan', 'supporters'].map((group) =>
      charts.items
        .filter(({ facts: [fact], formula }) => fact === formula && fact?.startsWith(`${group}.`))
        .map(({ id }) => charts.city[id])
        .reduce((sum, one) => sum + (one?.state === 'known' ? one.value : Number.NaN), 0),
    );
    expect(parts).toEqual(Array(4).fill(62));
    const [cut, unlooked] = ['cutoff-some', 'cutoff-unlooked'].map((id) => charts.city[id]);
    expect(cut).toMatchObject({ state: 'known' });
    expect(unlooked).toEqual({ state: 'known', value: 56 });
    expect(figure(charts, '山手', 'shelter-count')).toMatchObject({ state: 'known' });
    expect(figure(charts, '山手', 'drill-held')).toEqual({
      ...{ state: 'not-recorded', missing: ['drill.held'] },
    });
    expect(charts.dates.map(({ source }) => source)).toContain('zones');
  });

  test('each role sees the figures of those whom it sees, and how many it does not', async () => {
    const district = await openAs(bench().context, 'district-organisation', {
      districts: ['山手'],
    });
    const own = await read(district);
    expect(own.districts.map(({ name }) => name)).toEqual(['山手']);
    // Nobody was asked for consent: all of them are others, and many enough to be told.
    expect(figure(own, '山手', 'residents')).toEqual({ state: 'known', value: 0 });
    expect(own.districts[0]?.notSeen).toBe(36);
    // What is summed up is of its own districts, and not told as of the city.
    expect(own.cityIsOf).toBe('districts');
    expect((await read(officer)).cityIsOf).toBe('everybody');
    expect(figure(own, '山手', 'cutoff-some')).toEqual({ state: 'hidden' });
    const drill = await read(await openAs(bench().context, 'drill-coordinator'));
    expect(figure(drill, '山手', 'disability-mental')).toEqual({ state: 'hidden' });
    for (const role of ['supporter', 'welfare-shelter', 'auditor', 'administrator'] as const)
      expect((await (await openAs(bench().context, role))('/charts')).status).toBe(403);
    for (const path of ['/charts/trend?item=residents', '/charts/figures', '/charts/releases'])
      expect((await district(path)).status).toBe(403);
  });

  test('whose district is not known and who is not seen is told beside that row too', async () => {
    const { database } = bench().context;
    const change = async (sql: string) => {
      await database.query(sql);
      await database.query(
        `UPDATE data_version SET version = version + 1 WHERE municipality_code = $1 AND topic = 'residents'`,
        [CODE],
      );
    };
    await change(
      `INSERT INTO resident (municipality_code, id, roster_number, name, birth_date, accuracy,
         position_origin, content_hash)
       SELECT '${CODE}', gen_random_uuid(), 'U' || n, '架空 ' || n, '1936-02-01', 'none', 'none', ''
       FROM generate_series(1, 8) n`,
    );
    const [person] = await database.query<{ id: string }>(
      `SELECT id FROM resident WHERE roster_number = 'U1'`,
    );
    const saved = await saveConsent(
      { database, actor: SYSTEM, today: TODAY },
      CODE,
      { residentId: person?.id ?? '', purpose: 'roster' },
      {
        ...{ version: 0, state: 'agreed', decidedOn: '2026-11-01', explainedBy: '架空' },
        ...{ onPaper: true, shelterIds: [] },
      },
    );
    expect(saved.ok).toBe(true);
    const charts = await read(await openAs(bench().context, 'fire-department'));
    expect(charts.cityIsOf).toBe('seen');
    expect(figure(charts, null, 'residents')).toEqual({ state: 'known', value: 1 });
    expect(charts.districts.find(({ name }) => name === null)?.notSeen).toBe(7);
    await change(`UPDATE resident SET archived_at = now() WHERE roster_number LIKE 'U%'`);
  });

  test('items are added, renamed and retired; what does not hold is refused and the later save too', async () => {
    const list = async () => chartItemsSchema.parse(await (await officer('/charts/items')).json());
    const { version, items } = await list();
    expect(version).toBe(0);
    const own = {
      ...{ id: 'helpless', label: { ja: '支援者のいない割合', en: 'Without a supporter' } },
      ...{ unit: { ja: '%', en: '%' }, note: '不明を除く', decimals: 1, retiredOn: null },
      formula: '割合(避難支援等実施者なし、避難支援等実施者なし+避難支援等実施者あり)',
    };
    const save = (body: object) => officer('/charts/items', body, 'PUT');
    const wrong = await save({ version, items: [...items, { ...own, formula: '割合(人数)' }] });
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(await wrong.json())).toContain('には値が2個要ります');
    const retired = items.map((item) =>
      item.id === 'power-some' ? { ...item, retiredOn: '2026-11-01' } : item,
    );
    expect((await save({ version, items: [...retired, own] })).status).toBe(200);
    const stale = await save({ version, items });
    expect([stale.status, await stale.json()]).toMatchObject([409, { code: 'chart.stale' }]);
    const charts = await read();
    expect(charts.items.map(({ id }) => id)).not.toContain('power-some');
    expect(figure(charts, '浜手', 'helpless')).toMatchObject({ state: 'known' });
    // In a district without anybody it would be a division by zero.
    expect(charts.items.at(-1)?.facts).toEqual(['supporters.none', 'supporters.some']);
    expect((await list()).former[0]?.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    const fire = await openAs(bench().context, 'fire-department');
    expect((await fire('/charts/items', { version: 1, items }, 'PUT')).status).toBe(403);
  });

  test('figures of the city: each line accepted, mended or rejected with its reason; taken back', async () => {
    const content = [
      '地区名,時点,項目,値',
      '山手,2026-04-01,人口,1200',
      '山手地区,令和8年4月1日,人口 75歳以上,"2４0"',
      '浜手,2026-04-01,人口,800',
      '川手,2026-04-01,人口,5',
      '浜手,2026-04-01,ねこ,5',
      '浜手,2030-04-01,人口,5',
      '浜手,2026-04-01,世帯数,不明',
      '浜手,2026-04-01,人口,801',
    ].join('\r\n');
    const send = async (isTrial: boolean) =>
      importedFiguresSchema.parse(
        await (await officer('/charts/figures', { fileName: '統計.csv', content, isTrial })).json(),
      );
    const trial = await send(true);
    expect(trial).toMatchObject({
      ...{ id: null, report: { read: 8, accepted: 2, repaired: 1, rejected: 5 } },
    });
    const words = trial.report.remarks.map(({ line, words: { ja } }) => `${line} ${ja}`);
    expect(words[0]).toBe('3 「山手、2026-04-01、人口 75歳以上、240」と読みました');
    expect(words[1]).toContain('5 「川手」という地区はありません');
    expect(words[2]).toContain('「ねこ」という項目はありません');
    expect(words[3]).toContain('今日より後');
    expect(words[4]).toContain('0にしないでください');
    expect(words[5]).toContain('同じ地区・時点・項目');
    expect(figure(await read(), '山手', 'population')).toMatchObject({ state: 'not-recorded' });
    const { id } = await send(false);
    const charts = await read();
    expect(figure(charts, '山手', 'population')).toEqual({ state: 'known', value: 1200 });
    expect(charts.districts.find(({ name }) => name === '山手')?.factDates).toEqual({
      ...{ population: '2026-04-01', 'population.75_': '2026-04-01' },
    });
    expect(charts.city.population).toEqual({ state: 'known', value: 2000 });
    const undo = async (isUndone: boolean) =>
      cityFiguresSchema.parse(
        await (await officer(`/charts/figures/${id}/undone`, { isUndone }, 'PUT')).json(),
      );
    expect((await undo(true)).figures).toEqual([]);
    expect((await undo(false)).figures).toHaveLength(3);
    const wrong = await officer('/charts/figures', {
      ...{ fileName: '統計.csv', content: '地区,値\n山手,1', isTrial: false },
    });
    expect(JSON.stringify(await wrong.json())).toContain('時点、項目');
  });

  test('who is cut off is never told of roads that are there, nor kept, where the search was stopped', async () => {
    const { readers, readVersions } = bench().context;
    const municipality = await readVersions(CODE);
    if (municipality === null) throw new Error('no municipality');
    const asked: unknown[] = [];
    const stopped = {
      ask: async (...given: unknown[]) => {
        asked.push(given[3]);
        return failure(ROUTING_FAILURES.stopped());
      },
    } as unknown as RoutingService;
    const cutOff = new CutOffReader(readers, stopped);
    await expect(cutOff.wait(municipality, SYSTEM)).rejects.toThrow();
    expect((await cutOff.now(municipality, SYSTEM)).state).toBe('reckoning');
    await expect(cutOff.wait(municipality, SYSTEM)).rejects.toThrow();
    // Each time it is tried anew, and never by the roads of the version before.
    expect(asked.length).toBeGreaterThan(1);
    for (const options of asked) expect(options).toEqual({ mustBeCurrent: true });
  });

  test('where the figures of one municipality cannot be kept, those of the others are', async () => {
    const { charts, readVersions, database } = bench().context;
    const other = '01100';
    await database.query(`INSERT INTO municipality (code, name) VALUES ('${other}', '架空市')`);
    await database.query(
      `INSERT INTO dataset (municipality_code, id, kind, source, scope, status, file_names, sha256)
       VALUES ('${other}', gen_random_uuid(), 'districts', 'geojson', '', 'active', '{}', '')`,
    );
    await database.query(
      `INSERT INTO resident (municipality_code, id, roster_number, name, district_name,
         district_source, accuracy, position_origin, content_hash)
       VALUES ('${other}', gen_random_uuid(), '1', '架空 一', '川手', 'roster', 'none', 'none', '')`,
    );
    const versions: ReadVersions = (code) =>
      code === other ? Promise.reject(new Error('not to be read')) : readVersions(code);
    await expect(takeDueSnapshots(charts.sources, versions)).rejects.toThrow('2026-11-01');
    const kept = await database.query('SELECT municipality_code AS code FROM chart_snapshot');
    expect(kept).toEqual([{ code: CODE }]);
    await database.query('DELETE FROM chart_snapshot_value');
    await database.query('DELETE FROM chart_snapshot');
    await database.query(`DELETE FROM resident WHERE municipality_code = '${other}'`);
  });

  test('a month is kept once by itself, and the trend says what the figures rest on', async () => {
    const { charts, readVersions, database } = bench().context;
    expect(await takeDueSnapshots(charts.sources, readVersions)).toEqual([CODE]);
    expect(await takeDueSnapshots(charts.sources, readVersions)).toEqual([]);
    // A month before with other zones, before a district was drawn.
    await database.query(
      `INSERT INTO chart_snapshot (municipality_code, month, basis)
       SELECT municipality_code, '2026-10-01', basis || '{"zones": {"version": 0, "asOf": "2020-01-01"},
         "districts": {"version": 0, "names": ["山手"]}}'::jsonb FROM chart_snapshot`,
    );
    await database.query(
      `INSERT INTO chart_snapshot_value (municipality_code, month, district_name, facts, figures)
       SELECT municipality_code, '2026-10-01', district_name, facts || '{"residents": 30}', figures - 'helpless'
       FROM chart_snapshot_value WHERE district_name <> '浜手'`,
    );
    const trend = chartTrendSchema.parse(
      await (await officer('/charts/trend?item=helpless')).json(),
    );
    expect(trend.months.map(({ month }) => month)).toEqual(['2026-10-01', '2026-11-01']);
    expect(trend.months[1]?.changes.map(({ kind }) => kind)).toEqual([
      ...['zones', 'districts-added', 'districts-redrawn'],
    ]);
    const hama = trend.series.find(({ name }) => name === '浜手');
    expect(hama?.values).toMatchObject([null, { state: 'known' }]);
    // It was not there in October: reckoned from the facts of then.
    expect(trend.series.find(({ name }) => name === '山手')?.values[0]?.state).toBe('known');
    expect(trend.city).toHaveLength(2);
    expect((await officer('/charts/trend?item=nothing')).status).toBe(404);
  });

  test('what is published leaves few people out, once for each month, for everybody to read', async () => {
    const released = async (month: string) => officer('/charts/releases', { month });
    expect((await released('2025-01-01')).status).toBe(404);
    const list = chartReleasesSchema.parse(await (await released('2026-11-01')).json());
    expect([list.open, list.releases.map(({ month }) => month)]).toEqual([
      ...[['2026-10-01'], ['2026-11-01']],
    ]);
    const again = await released('2026-11-01');
    expect([again.status, await again.json()]).toMatchObject([422, { code: 'chart.released' }]);
    const base = `${bench().url}/api/open-data/${CODE}/charts`;
    const plain = (path: string) => fetch(`${base}${path}`, { headers: { cookie: '' } });
    const { districts, city } = releaseSchema.parse(await (await plain('/2026-11-01.json')).json());
    expect(city.residents).toBe(62);
    // One of 山手 alone: it is left out there and in the sum of the city, which would give it away.
    const yamate = districts.find(({ name }) => name === '山手')?.figures;
    expect([yamate?.['care-support'], city['care-support']]).toEqual(['suppressed', 'suppressed']);
    const small = [...districts.map(({ figures }) => figures), city].flatMap((figures) =>
      ['residents', 'care-', 'hazard-', 'disability-', 'supporters-', 'plan-', 'cutoff-'].flatMap(
        (start) =>
          Object.entries(figures).flatMap(([id, value]) =>
            id.startsWith(start) && !id.endsWith('ratio') && typeof value === 'number'
              ? [value]
              : [],
          ),
      ),
    );
    expect(small.filter((value) => value > 0 && value < 5)).toEqual([]);
    const csv = await (await plain('/2026-11-01.csv')).text();
    expect(csv).toContain('全国地方公共団体コード,地方公共団体名,地区名,年月');
    expect(csv).toMatch(/山手,2026-11,care-support,要支援1・2,人,,秘匿/);
    const catalogue = catalogueSchema.parse(await (await plain('')).json());
    expect(JSON.stringify(catalogue)).toContain('dcat:Dataset');
    const withdraw = (isWithdrawn: boolean) =>
      officer('/charts/releases/2026-11-01/withdrawn', { isWithdrawn }, 'PUT');
    expect((await withdraw(true)).status).toBe(200);
    expect((await plain('/2026-11-01.json')).status).toBe(404);
    expect((await withdraw(false)).status).toBe(200);
    expect((await plain('/2026-11-01.csv')).status).toBe(200);
  });

  test('a page of A4 for a district, and a booklet of all with a page for each', async () => {
    const paper = async (query: string) => {
      const answer = await officer(`/charts/paper${query}`);
      expect(answer.headers.get('Content-Type')).toBe('application/pdf');
      return Buffer.from(await answer.arrayBuffer());
    };
    const one = await paper('?district=%E5%B1%B1%E6%89%8B');
    expect(pdfText(one)).toContain('地域福祉カルテ山手');
    expect(pdfText(one)).toContain('1/1');
    // The only shelter does not say how many it takes: unknown in its district and in the city, and no 0.
    expect(pdfText(one)).toContain('指定避難所の収容人数(人)未記録未記録');
    expect(pdfText(await paper(''))).toContain('3/3');
    expect((await officer('/charts/paper?district=nowhere')).status).toBe(404);
  });
});
