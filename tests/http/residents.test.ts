import { expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { summarySchema } from '#contract/municipality';
import { residentDetailSchema, residentPageSchema } from '#contract/resident';
import { at, CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';

describeApp('residents over HTTP', (bench) => {
  const list = (query = '') => bench().read(residentPageSchema, `/residents${query}`);
  const numbers = async (query: string) => (await list(query)).rows.map((row) => row.rosterNumber);
  const idOf = async (rosterNumber: string) => {
    const { rows } = await list();
    const row = rows.find((one) => one.rosterNumber === rosterNumber);
    if (row === undefined) throw new Error(`no ${rosterNumber}`);
    return row.id;
  };

  test('the list has everybody by rank, with the judgement of each', async () => {
    const { total, rows } = await list();
    expect(total).toBe(7);
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const [first] = rows;
    expect(first).toMatchObject({
      rosterNumber: '001',
      redRelation: 'inside',
      tier: 1,
      powerDependent: true,
      age: 86,
      district: '山手',
    });
    expect(first?.redDistanceMeters).toBeCloseTo(-12, 0);
    const relations = Object.fromEntries(rows.map((row) => [row.rosterNumber, row.relation]));
    expect(relations).toEqual({
      '001': 'inside',
      '002': 'inside',
      '003': 'near',
      '004': 'outside',
      '005': 'undetermined',
      '006': 'undetermined',
      '007': 'inside',
    });
  });

  test('near another zone is not told as lying in that one', async () => {
    const { rows } = await list();
    for (const row of rows) {
      const { hazard } = await bench().read(residentDetailSchema, `/residents/${row.id}`);
      const isRed = row.redRelation === 'inside' || row.redRelation === 'near';
      const gravest = hazard.zones.filter(
        ({ relation, zoneClass }) =>
          relation === (isRed ? row.redRelation : row.relation) &&
          zoneClass.startsWith('red') === isRed,
      );
      const phenomena = new Set(gravest.map(({ phenomenon }) => phenomenon));
      expect(row.gravestPhenomena, row.rosterNumber).toEqual([...phenomena].sort());
    }
    expect(rows.some(({ gravestPhenomena }) => gravestPhenomena.length > 0)).toBe(true);
  });

  test('a filter keeps the others in the counts of each choice', async () => {
    const page = await list('?district=山手&relation=inside');
    expect(page.total).toBe(2);
    // Of the district, by relation; of those inside, by district.
    expect(page.counts.relation).toEqual({ inside: 2, near: 1, outside: 1, undetermined: 2 });
    expect(page.counts.district).toEqual({ 山手: 2, 浜手: 1 });
    expect(page.counts.careLevel).toEqual({
      '25': 1,
      '21': 1,
      '13': 0,
      unknown: 0,
      '23': 0,
      '01': 0,
      '24': 0,
    });
  });

  test('what is not known is asked for as unknown', async () => {
    expect(await numbers('?careLevel=unknown')).toEqual(['004']);
    expect(await numbers('?powerDependent=true')).toEqual(['001']);
  });

  test('sorts both ways with what is not known last, and pages', async () => {
    const byDistance = await numbers('?sort=distance');
    expect(byDistance.slice(0, 2)).toEqual(['005', '001']);
    const farthestFirst = await numbers('?sort=-distance');
    expect(farthestFirst.slice(0, 2)).toEqual(['001', '005']);
    expect(await numbers('?sort=name&offset=1&limit=2')).toEqual(['001', '005']);
    const byCare = await numbers('?sort=-careLevel');
    expect([byCare[0], byCare.at(-1)]).toEqual(['001', '004']);
  });

  test('a wrong query is a problem that says where', async () => {
    const response = await bench().ask('/residents?limit=1000&sort=height', {
      headers: { 'Accept-Language': 'en' },
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({
      code: 'request.invalid',
      status: 400,
      title: 'The request is not valid',
    });
    expect(problem.errors?.map(({ path }) => path).sort()).toEqual(['limit', 'sort']);
  });

  test('a client that has this version is told so; personal data is not to be stored', async () => {
    const first = await bench().ask('/residents?tier=1');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(first.headers.get('cache-control')).toBe('no-store');
    const again = await bench().ask('/residents?tier=1', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    const other = await bench().ask('/residents?tier=2', { headers: { 'If-None-Match': etag } });
    expect(other.status).toBe(200);
  });

  test('the file for Excel has a byte order mark, the same people, and no formula', async () => {
    const response = await bench().ask('/residents.csv?sort=name&relation=outside,inside');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toContain('順位,段階,点数,名簿番号,氏名');
    expect(lines.find((line) => line.includes('004'))).toContain("'=架空 四郎");
    expect(lines.find((line) => line.includes('004'))).toContain('区域外');
    expect(response.headers.get('content-disposition')).toContain(`residents-${CODE}.csv`);
  });

  test('files in two languages are two versions', async () => {
    const ask = (language: string, etag = '') =>
      bench().ask('/residents.csv', {
        headers: { 'Accept-Language': language, 'If-None-Match': etag },
      });
    const japanese = await ask('ja');
    const etag = japanese.headers.get('etag') ?? '';
    expect(japanese.headers.get('vary')).toContain('Accept-Language');
    expect(await japanese.text()).toContain('順位');
    expect((await ask('ja', etag)).status).toBe(304);
    const english = await ask('en', etag);
    expect(english.status).toBe(200);
    expect(await english.text()).toContain('Rank');
  });

  test('one person: facts with sources, the judgement in words, the rank explained', async () => {
    const detail = await bench().read(residentDetailSchema, `/residents/${await idOf('001')}`);
    expect(detail.hazard.sentence.ja).toBe('土石流の特別警戒区域内、境界から12メートル内側');
    expect(detail.hazard.sentence.en).toBe(
      'Debris flow: inside a red zone, 12 m from its boundary',
    );
    expect(detail.hazard.zones.map(({ zoneName, relation }) => [zoneName, relation])).toEqual([
      ['区域R1', 'inside'],
      ['区域Y1', 'inside'],
    ]);
    expect(detail.careLevel).toMatchObject({ value: '25', source: 'roster.csv' });
    expect(detail.supporters).toEqual([
      { name: '見本 次郎', relationship: null, phone: null, address: null },
    ]);
    const met = detail.priority.lines.filter(
      (line) => line.kind === 'tier' && line.outcome === 'met',
    );
    expect(met.length).toBeGreaterThan(0);
    const scored = detail.priority.lines.filter(({ kind }) => kind === 'score');
    const points = scored.reduce((sum, line) => sum + (line.points ?? 0), 0);
    expect(points).toBe(detail.priority.score);
  });

  test('what cannot be judged says why, and outside is said with the date of the data', async () => {
    const byTown = await bench().read(residentDetailSchema, `/residents/${await idOf('005')}`);
    expect(byTown.hazard.sentence.ja).toBe('判定できません(住所が町名までのため)');
    const nowhere = await bench().read(residentDetailSchema, `/residents/${await idOf('006')}`);
    expect(nowhere.hazard.sentence.ja).toBe('判定できません(住所の位置が分からないため)');
    const outside = await bench().read(residentDetailSchema, `/residents/${await idOf('004')}`);
    expect(outside.hazard.sentence.ja).toBe('区域外(区域データ 時点不明)');
    const near = await bench().read(residentDetailSchema, `/residents/${await idOf('003')}`);
    expect(near.hazard.sentence.ja).toBe('土石流の警戒区域のそば、境界から4.0メートル外側');
  });

  test('nobody and nonsense are told apart', async () => {
    const nobody = await bench().ask('/residents/00000000-0000-4000-8000-000000000000');
    expect(nobody.status).toBe(404);
    expect(problemSchema.parse(await nobody.json()).code).toBe('resident.unknown');
    expect((await bench().ask('/residents/me')).status).toBe(400);
  });

  test('a position set by hand is judged and ranked at once, and a stale one refused', async () => {
    const id = await idOf('004');
    const put = (body: object) =>
      bench().ask(`/residents/${id}/position`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const before = await bench().read(residentDetailSchema, `/residents/${id}`);
    const move = {
      version: before.version,
      position: at(0, 0),
      radiusMeters: 5,
      reason: '現地で確認',
    };
    const moved = await put(move);
    expect(moved.status).toBe(200);
    const after = residentDetailSchema.parse(await moved.json());
    expect(after).toMatchObject({ version: before.version + 1, accuracy: 'manual' });
    expect(after.hazard.redRelation).toBe('inside');
    expect(after.priority.tier).toBeLessThan(before.priority.tier);
    expect((await list('?red=inside')).total).toBe(2);
    expect((await bench().read(summarySchema, '/summary')).assessmentStale).toBe(false);

    const stale = await put(move);
    expect(stale.status).toBe(409);
    expect(problemSchema.parse(await stale.json()).code).toBe('resident.stale');
    expect((await put({ ...move, reason: '' })).status).toBe(400);
  });
});
