/* Long: every case needs the same town, the same files and the same few helpers around it. */
import { existsSync, readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import {
  changeListSchema,
  importJobListSchema,
  importJobSchema,
  positionConflictListSchema,
  recognisedUploadListSchema,
  rejectPageSchema,
  repairPageSchema,
  rollBackEffectSchema,
  uploadColumnsSchema,
} from '#contract/data-decisions';
import { datasetListSchema, importReportSchema, type Job, jobSchema } from '#contract/dataset';
import { summarySchema } from '#contract/municipality';
import { SYSTEM } from '../../server/db/actor.ts';
import { markInterrupted, noteImport } from '../../server/services/import-history.ts';
import { square, zonesFile } from '../services/support.ts';
import { at, CENTRE, CODE, ROSTER, SITES, ZONES } from './support/city.ts';
import { describeApp, type HttpBench } from './support/http-bench.ts';

type NamedFile = readonly [name: string, content: string];

const json = (body: unknown, method = 'POST'): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

/** A zone whose outline crosses itself beside one that is sound and where nobody lives. */
const CROSSED = zonesFile([
  {
    number: 'C1',
    zoneClass: 2,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [at(-50, -50), at(50, 50), at(50, -50), at(-50, 50), at(-50, -50)].map(([x, y]) => [x, y]),
      ],
    },
  },
  { number: 'C2', zoneClass: 1, geometry: { type: 'LineString', coordinates: [] } },
  { number: 'C3', zoneClass: 7 as 1, geometry: square(...at(300, 0), 50) },
]);

/** Each of these stages, checks and ranks several times over. */
const SLOW = { timeout: 180_000 } as const;

describeApp('files are recognised, looked at and decided on', (bench) => {
  const uploads = () => join(bench().dataDir, 'uploads');
  const leftUploads = () => (existsSync(uploads()) ? readdirSync(uploads()) : []);
  const send = async (...files: NamedFile[]) => {
    const body = new FormData();
    for (const [name, content] of files) body.append('files', new Blob([content]), name);
    const response = await bench().ask('/uploads', { method: 'POST', body });
    expect(response.status).toBe(201);
    return recognisedUploadListSchema.parse(await response.json()).uploads;
  };
  const ended = async (response: Response): Promise<Job> => {
    expect(response.status).toBe(202);
    return bench().context.jobs.ended(jobSchema.parse(await response.json()).id);
  };
  const stage = async (source: string, file: NamedFile, more: Record<string, unknown> = {}) => {
    const [upload] = await send(file);
    const job = await ended(
      await bench().ask(`/uploads/${upload?.uploadId}/import`, json({ source, ...more })),
    );
    expect(job.problem).toBeNull();
    return importReportSchema.parse(job.result);
  };
  const problemOf = async (response: Response) => problemSchema.parse(await response.json());
  const datasets = async () => (await bench().read(datasetListSchema, '/datasets')).datasets;
  const inForce = async (kind: string) =>
    (await datasets()).find((one) => one.kind === kind && one.status === 'active');
  const drop = (id: string | null) => bench().ask(`/datasets/${id}/drop`, { method: 'POST' });

  test(
    'what a file is, is told by its content: several at once, whatever they are called',
    SLOW,
    async () => {
      const sent = await send(
        ['a.bin', ZONES],
        ['b.txt', ROSTER],
        ['c.csv', SITES],
        ['d.csv', SITES],
        ['picture.png', '\u0089PNG\r\n\u001a\n\u0000\u0000'],
      );
      expect(sent.map(({ candidates }) => candidates[0] ?? null)).toEqual([
        'ksj-a33',
        'roster',
        'gsi-shelters',
        'gsi-shelters',
        null,
      ]);
      expect(sent[1]?.preview?.headers.slice(0, 2)).toEqual(['名簿番号', '氏名']);
      expect(sent[1]?.preview?.rows[0]?.[1]).toBe('架空 花子');
      expect(sent[0]?.preview?.headers).toContain('A33_004');
      expect(sent[4]?.reason?.ja).toContain('見分けられませんでした');
      for (const { uploadId } of sent)
        expect((await bench().ask(`/uploads/${uploadId}`, { method: 'DELETE' })).status).toBe(200);
      expect(leftUploads()).toEqual([]);
      expect(
        (await bench().ask(`/uploads/${sent[0]?.uploadId}`, { method: 'DELETE' })).status,
      ).toBe(404);
    },
  );

  test(
    'the difference and whose judgement changes are known before anything is switched',
    SLOW,
    async () => {
      const before = await bench().read(summarySchema, '/summary');
      const report = await stage('ksj-a33', ['crossed.geojson', CROSSED]);
      expect(leftUploads()).toEqual([]);
      expect(report).toMatchObject({
        isHeld: true,
        counts: { accepted: 0, repaired: 1, rejected: 1, skipped: 1 },
        difference: { added: 1, removed: 3 },
      });
      expect(report.preview?.people.noLongerInside).toBeGreaterThan(0);
      expect(report.preview?.shelters).toBeDefined();
      expect(await bench().read(summarySchema, '/summary')).toEqual(before);

      const id = report.datasetId;
      const { repairs } = await bench().read(repairPageSchema, `/datasets/${id}/repairs`);
      expect(repairs[0]?.messages[0]?.ja).toContain('輪郭');
      expect(repairs[0]?.shapes?.before.coordinates[0]).toHaveLength(1);
      expect(repairs[0]?.shapes?.after.coordinates.length).toBeGreaterThan(1);
      const { rejects } = await bench().read(rejectPageSchema, `/datasets/${id}/rejects`);
      expect(rejects).toMatchObject([{ recordNumber: 3 }]);
      const file = await bench().ask(`/datasets/${id}/rejects.csv`);
      expect((await file.text()).split('\r\n')[1]).toMatch(/^3,/);
      // Named by what it is and by its day, for whoever finds it among other files.
      const named = decodeURIComponent(file.headers.get('content-disposition') ?? '');
      expect(named).toContain('取り込まない記録_土砂災害警戒区域');
      expect(named).toMatch(/_\d{4}-\d{2}-\d{2}\.csv$/);
      const changes = await bench().read(changeListSchema, `/datasets/${id}/changes`);
      expect(changes.total).toBe(changes.changes.length);
      expect(changes.changes.find(({ name }) => name === '仮名 七海')).toMatchObject({
        subjectKind: 'resident',
        change: 'noLongerInside',
      });

      // It is found again by its address, and then applied.
      const listed = (await bench().read(importJobListSchema, '/imports')).imports[0];
      const found = await bench().read(importJobSchema, `/imports/${listed?.job.id}`);
      expect(importReportSchema.parse(found.job.result)).toMatchObject({ isHeld: true });
      const applied = await ended(await bench().ask(`/datasets/${id}/apply`, { method: 'POST' }));
      expect(applied.state).toBe('succeeded');
      const after = importReportSchema.parse(applied.result);
      expect(after.assessment?.difference.noLongerInside).toHaveLength(
        report.preview?.people.noLongerInside ?? -1,
      );
      expect((await inForce('zones'))?.id).toBe(id);
      const again = await bench().read(importJobSchema, `/imports/${listed?.job.id}`);
      expect(importReportSchema.parse(again.job.result).isHeld).toBe(false);
      expect((await bench().ask(`/datasets/${id}/apply`, { method: 'POST' })).status).toBe(404);
      expect((await drop(id)).status).toBe(404);

      const effect = await bench().read(rollBackEffectSchema, `/datasets/${id}/rollback`);
      expect(effect).toMatchObject({ isPossible: true, former: { fileNames: ['zones.geojson'] } });
      expect((await bench().ask(`/datasets/${id}/rollback`, { method: 'POST' })).status).toBe(200);
      expect(await bench().read(summarySchema, '/summary')).toMatchObject({
        insideRed: before.insideRed,
      });
    },
  );

  test('dropped, nothing of it is left', SLOW, async () => {
    const report = await stage('ksj-a33', ['crossed.geojson', CROSSED]);
    expect((await drop(report.datasetId)).status).toBe(200);
    expect((await datasets()).some(({ id }) => id === report.datasetId)).toBe(false);
  });

  test('what changed meanwhile is shown before it is switched over', SLOW, async () => {
    const first = await stage('roster', ['r1.csv', ROSTER.replace('要介護1', '要介護2')]);
    const second = await stage('roster', ['r2.csv', ROSTER.replace('要介護1', '要介護3')]);
    expect(first.difference).toMatchObject({ changed: 1, unchanged: 6 });
    const apply = (report: typeof first) =>
      bench().ask(`/datasets/${report.datasetId}/apply`, { method: 'POST' });
    expect((await ended(await apply(first))).state).toBe('succeeded');
    // The difference to the new roster is another one only where other people change.
    const third = await stage('roster', [
      'r3.csv',
      `${ROSTER}900,架空 新,カ,1940/1/1,女,架空町,山手,,,,,,\r\n`,
    ]);
    expect((await ended(await apply(second))).state).toBe('succeeded');
    const stale = await stage('roster', ['r4.csv', ROSTER.replace(/007,[^\r]*\r\n/, '')]);
    expect(stale.leaving).toMatchObject({ count: 1, of: 7 });
    const people = (await (await bench().ask(`/datasets/${stale.datasetId}/people.csv`)).text())
      .split('\r\n')
      .map((line) => line.split(','));
    expect(people[0]).toContain('変わり方');
    expect(people[1]?.slice(0, 2)).toEqual(['名簿から外れる人', '007']);
    expect(people[2]).toEqual(expect.arrayContaining(['変わる人', '要介護度:要介護3 → 要介護1']));
    expect((await bench().ask(`/datasets/${first.datasetId}/people.csv`)).status).toBe(404);
    expect((await ended(await apply(third))).state).toBe('succeeded');
    const refused = await ended(await apply(stale));
    expect(refused).toMatchObject({
      state: 'failed',
      problem: { code: 'import.changed-meanwhile.stale' },
    });
    expect((await inForce('roster'))?.id).toBe(third.datasetId);
    // Worked out anew, it can be agreed to.
    expect((await ended(await apply(stale))).state).toBe('succeeded');
  });

  test(
    'a file of which nothing can be used says why, and cannot be switched to',
    SLOW,
    async () => {
      const bad = '名簿番号,氏名\r\n,架空 無番\r\n';
      const report = await stage('roster', ['bad.csv', bad]);
      expect(report).toMatchObject({ isHeld: true, counts: { accepted: 0, rejected: 1 } });
      const refused = await ended(
        await bench().ask(`/datasets/${report.datasetId}/apply`, { method: 'POST' }),
      );
      expect(refused.problem?.code).toBe('import.empty');
      await drop(report.datasetId);
    },
  );

  test(
    'columns are mapped by a person, and the mapping is kept for the next time',
    SLOW,
    async () => {
      const list = '通番,だれ,どこ\r\n9001,架空 一郎,架空町9\r\n9002,架空 二郎,架空町8\r\n';
      const [upload] = await send(['odd.csv', list]);
      expect(upload?.candidates).toEqual([]);
      const address = `/uploads/${upload?.uploadId}/columns?source=roster`;
      const first = await bench().read(uploadColumnsSchema, address);
      expect(first.columns[1]).toEqual({ header: 'だれ', samples: ['架空 一郎', '架空 二郎'] });
      expect(first.savedAt).toBeNull();
      expect(first.proposed.columns.name).toBeNull();
      const columns = { rosterNumber: '通番', name: 'だれ', address: 'どこ' };
      const job = await ended(
        await bench().ask(
          `/uploads/${upload?.uploadId}/import`,
          json({ source: 'roster', columns }),
        ),
      );
      const report = importReportSchema.parse(job.result);
      expect(report.counts).toMatchObject({ read: 2, rejected: 0 });
      await drop(report.datasetId);
      const [next] = await send(['odd2.csv', list]);
      const proposed = await bench().read(
        uploadColumnsSchema,
        `/uploads/${next?.uploadId}/columns?source=roster`,
      );
      expect(proposed.savedAt).not.toBeNull();
      expect(proposed.proposed.columns).toMatchObject(columns);
    },
  );

  test(
    'a column that a list lacked is known when a later list has it; one that was left out stays out',
    SLOW,
    async () => {
      const stageAll = async (
        name: string,
        list: string,
        choose: Readonly<Record<string, string | null>>,
      ) => {
        const [upload] = await send([name, list]);
        const { proposed } = await bench().read(
          uploadColumnsSchema,
          `/uploads/${upload?.uploadId}/columns?source=roster`,
        );
        const columns = { ...proposed.columns, ...choose };
        const job = await ended(
          await bench().ask(
            `/uploads/${upload?.uploadId}/import`,
            json({ source: 'roster', columns }),
          ),
        );
        await drop(importReportSchema.parse(job.result).datasetId);
        return proposed.columns;
      };
      await stageAll('before.csv', '名簿番号,氏名,備考\r\n9003,架空 三郎,覚え\r\n', {
        notes: null,
      });
      const proposed = await stageAll(
        'after.csv',
        '名簿番号,氏名,備考,緯度,経度,位置精度\r\n9003,架空 三郎,覚え,34.35,132.33,建物\r\n',
        {},
      );
      expect(proposed).toMatchObject({ notes: null, latitude: '緯度', accuracy: '位置精度' });
    },
  );

  test('a list of welfare shelters with words of its own', SLOW, async () => {
    const list = `施設名,所在地,lat,lng,収容人数,対象者\r\n架空苑,架空町1,34.35,132.331,20,高齢者\r\n`;
    const [upload] = await send(['w.csv', list]);
    const { proposed } = await bench().read(
      uploadColumnsSchema,
      `/uploads/${upload?.uploadId}/columns?source=welfare-shelters`,
    );
    expect(proposed.columns).toMatchObject({ 名称: '施設名', 住所: '所在地', 緯度: 'lat' });
    const job = await ended(
      await bench().ask(
        `/uploads/${upload?.uploadId}/import`,
        json({ source: 'welfare-shelters', columns: proposed.columns }),
      ),
    );
    expect(job.problem).toBeNull();
    const report = importReportSchema.parse(job.result);
    expect(report.counts).toMatchObject({ read: 1, rejected: 0 });
    await drop(report.datasetId);
  });

  test(
    'two positions of one facility: one is chosen, and holds for lists to come',
    SLOW,
    async () => {
      const { conflicts } = await bench().read(positionConflictListSchema, '/position-conflicts');
      expect(conflicts).toMatchObject([{ facilityKey: '山手小学校', chosen: null, version: null }]);
      const [conflict] = conflicts;
      const wanted = conflict?.places.find(({ kind }) => kind === 'shelter')?.position;
      const choice = { facilityKey: '山手小学校', position: wanted, version: null };
      expect((await bench().ask('/position-conflicts', json(choice))).status).toBe(200);
      expect((await problemOf(await bench().ask('/position-conflicts', json(choice)))).code).toBe(
        'facility-position.stale',
      );
      const positions = async () =>
        bench().context.database.query<{ at: string; count: number }>(
          `SELECT ST_AsText(position, 5) AS at, count(*) FROM shelter JOIN dataset
           ON dataset.id = shelter.dataset_id AND dataset.status = 'active'
         WHERE shelter.name LIKE '山手%' GROUP BY 1`,
        );
      expect(await positions()).toMatchObject([{ count: 2 }]);
      // A new edition of the list has the facility where the list has it: the choice holds.
      const report = await stage('gsi-shelters', [
        'sites2.csv',
        SITES.replace('浜手公園', '浜手広場'),
      ]);
      expect(report.difference).toMatchObject({ changed: 1, unchanged: 2 });
      await ended(await bench().ask(`/datasets/${report.datasetId}/apply`, { method: 'POST' }));
      expect(await positions()).toMatchObject([{ count: 2 }]);
      const back = { facilityKey: '山手小学校', position: null, version: 1 };
      expect((await bench().ask('/position-conflicts', json(back))).status).toBe(200);
      expect(await positions()).toHaveLength(2);
    },
  );

  test('origin, terms and date can be said anew, by one person at a time', SLOW, async () => {
    const zones = await inForce('zones');
    expect(zones?.noticeDates).toEqual({ first: '2020-01-02', last: '2020-01-02' });
    const edit = {
      version: zones?.version,
      credit: '国土数値情報を加工して作成',
      licence: 'CC BY 4.0',
      asOf: '2025-03-31',
    };
    expect((await bench().ask(`/datasets/${zones?.id}`, json(edit, 'PUT'))).status).toBe(200);
    expect(await inForce('zones')).toMatchObject({ licence: 'CC BY 4.0', asOf: '2025-03-31' });
    expect((await bench().read(summarySchema, '/summary')).zoneDataAsOf).toEqual(['2025-03-31']);
    const late = await bench().ask(`/datasets/${zones?.id}`, json(edit, 'PUT'));
    expect(late.status).toBe(409);
  });

  test(
    'while one officer imports, another is refused plainly and keeps the files',
    SLOW,
    async () => {
      const [mine, theirs] = [await send(['a.csv', ROSTER]), await send(['b.geojson', ZONES])];
      const start = (sent: typeof mine, source: string) =>
        bench().ask(`/uploads/${sent[0]?.uploadId}/import`, json({ source }));
      const first = await start(mine, 'roster');
      const second = await start(theirs, 'ksj-a33');
      expect(second.status).toBe(409);
      expect((await problemOf(second)).messages.ja).toContain('終わってから');
      await ended(first);
      const report = importReportSchema.parse((await ended(await start(theirs, 'ksj-a33'))).result);
      expect(report.unchanged || report.isHeld).toBe(true);
      for (const one of await datasets()) if (one.isHeld) await drop(one.id);
    },
  );

  test('what a server that died had begun is marked, and nothing of it is left', SLOW, async () => {
    const { context } = bench();
    const id = '11111111-1111-4111-8111-111111111111';
    const datasetId = '22222222-2222-4222-8222-222222222222';
    await noteImport(context.database, SYSTEM, CODE, {
      ...{ id, datasetId, source: 'ksj-a33', fileNames: ['z.geojson'], startedBy: 'local' },
    });
    await context.database.query(
      `INSERT INTO dataset (municipality_code, id, kind, source, scope, status, file_names, sha256)
       VALUES ($1, $2, 'zones', 'ksj-a33', 'default', 'staging', '{z.geojson}', 'x')`,
      [CODE, datasetId],
    );
    await markInterrupted(context.database);
    const found = await bench().read(importJobSchema, `/imports/${id}`);
    expect(found.job).toMatchObject({ state: 'interrupted', problem: { code: 'job.interrupted' } });
    expect(found.job.problem?.messages.ja).toContain('元のまま');
    expect((await datasets()).some((one) => one.id === datasetId)).toBe(false);
  });

  test(
    'too large is said before a byte is written; a sender that goes away leaves nothing',
    SLOW,
    async () => {
      const before = leftUploads();
      const refused = await new Promise<number>((resolve, reject) => {
        const url = new URL(`${bench().url}/api/municipalities/${CODE}/uploads?fileName=big.zip`);
        const request = httpRequest(
          url,
          {
            method: 'POST',
            headers: {
              ...bench().officer.headers,
              'Content-Type': 'application/octet-stream',
              'Content-Length': String(2 * 2 ** 30),
            },
          },
          (response) => {
            resolve(response.statusCode ?? 0);
            request.destroy();
          },
        );
        request.on('error', reject);
        request.write('PK');
      });
      expect(refused).toBe(413);
      await new Promise<void>((resolve) => {
        const url = new URL(`${bench().url}/api/municipalities/${CODE}/uploads?fileName=half.csv`);
        const request = httpRequest(url, {
          method: 'POST',
          headers: {
            ...bench().officer.headers,
            'Content-Type': 'application/octet-stream',
            'Content-Length': '5000',
          },
        });
        request.on('error', () => resolve());
        request.write('名簿番号,氏名\r\n');
        setTimeout(() => request.destroy(), 100);
      });
      await expect.poll(leftUploads, { timeout: 5000 }).toEqual(before);
    },
  );

  test('a sample of every source is recognised as what it is', { timeout: 60_000 }, async () => {
    for (const source of [
      'ksj-a33',
      'gsi-shelters',
      'standard-shelters',
      'welfare-shelters',
      'districts',
      'gazetteer',
      'osm',
      'gsi-roads',
      'roster',
    ]) {
      const response = await fetch(`${bench().url}/api/samples/${source}`);
      expect(response.status).toBe(200);
      const text = await response.text();
      if (text.length > 150_000) continue;
      const [sent] = await send(['x', text]);
      expect(sent?.candidates[0]).toBe(source);
      await bench().ask(`/uploads/${sent?.uploadId}`, { method: 'DELETE' });
    }
  });
});

describeApp('a municipality in which no zone lies', (bench) => {
  const boundary = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { name: '架空市' },
        // A triangle: the far corner of its box is not in the town.
        geometry: {
          type: 'Polygon',
          coordinates: [[at(0, 0), at(5000, 0), at(0, 5000), at(0, 0)].map(([x, y]) => [x, y])],
        },
      },
    ],
  });
  const inCorner = zonesFile([
    { number: 'F1', zoneClass: 2, geometry: square(...at(4500, 4500), 100) },
  ]);

  test('is told by true shapes, has to be confirmed, and is a valid state then', SLOW, async () => {
    const send = async (query: string, name: string, content: string) => {
      const body = new FormData();
      body.append('files', new Blob([content]), name);
      const job = jobSchema.parse(
        await (await bench().ask(`/imports?${query}`, { method: 'POST', body })).json(),
      );
      return bench().context.jobs.ended(job.id);
    };
    expect((await send('source=districts&boundary=true', 'b.geojson', boundary)).state).toBe(
      'succeeded',
    );
    expect((await send('source=ksj-a33', 'z.geojson', inCorner)).problem?.code).toBe(
      'import.zones-elsewhere',
    );
    for (const options of [{}, { clip: 'true' }]) {
      const report = await heldReport(bench(), inCorner, options);
      expect(report.confirmation).toMatchObject({ code: 'no-zones-here' });
      expect(report.confirmation?.message.ja).toContain('1件');
      const apply = (query: string) =>
        bench().ask(`/datasets/${report.datasetId}/apply${query}`, { method: 'POST' });
      const ended = async (response: Response) =>
        bench().context.jobs.ended(jobSchema.parse(await response.json()).id);
      expect((await ended(await apply(''))).problem?.code).toBe('import.no-zones-unconfirmed');
      expect((await ended(await apply('?confirmsNoZones=true'))).state).toBe('succeeded');
      expect(await bench().read(summarySchema, '/summary')).toMatchObject({
        insideRed: 0,
        assessmentStale: false,
      });
    }
    expect(CENTRE).toBeDefined();
  });
});

async function heldReport(bench: HttpBench, content: string, options: Record<string, string>) {
  const body = new FormData();
  body.append('files', new Blob([content]), 'z.geojson');
  const sent = await bench.ask('/uploads', { method: 'POST', body });
  const [upload] = recognisedUploadListSchema.parse(await sent.json()).uploads;
  const started = await bench.ask(
    `/uploads/${upload?.uploadId}/import`,
    json({ source: 'ksj-a33', options }),
  );
  const job = await bench.context.jobs.ended(jobSchema.parse(await started.json()).id);
  return importReportSchema.parse(job.result);
}
