import { expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { datasetListSchema, importReportSchema, jobSchema } from '#contract/dataset';
import { districtListSchema, municipalitySchema, summarySchema } from '#contract/municipality';
import { square } from '../services/support.ts';
import { signedIn } from '../support/signed-in.ts';
import { CENTRE, ROSTER, ZONES } from './support/city.ts';
import { describeApp, type HttpBench } from './support/http-bench.ts';

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

describeApp('what an import is told over HTTP', (bench) => {
  const upload = (
    query: string,
    fields: Readonly<Record<string, string>>,
    ...files: [name: string, content: string | Uint8Array<ArrayBuffer>][]
  ) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const [name, content] of files) body.append('files', new Blob([content]), name);
    return bench().ask(`/imports?${query}`, { method: 'POST', body });
  };
  const reportOf = async (response: Response) => {
    expect(response.status).toBe(202);
    const { id } = jobSchema.parse(await response.json());
    const { state, result, problem } = await bench().context.jobs.ended(id);
    expect({ state, problem }).toEqual({ state: 'succeeded', problem: null });
    return importReportSchema.parse(result);
  };
  const refusal = async (response: Response, status: number) => {
    expect(response.status).toBe(status);
    return problemSchema.parse(await response.json());
  };
  const areas = (property: string, name: string) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { [property]: name }, geometry: square(...CENTRE, 300) },
      ],
    });

  test('the day of the data, in the address or in a field of the form', async () => {
    const inAddress = await upload('source=ksj-a33&dryRun=true&asOf=2025-03-31', {}, [
      'z.geojson',
      ZONES,
    ]);
    expect((await reportOf(inAddress)).asOf).toBe('2025-03-31');
    const inField = await upload(
      'source=ksj-a33&dryRun=true&asOf=2025-03-31',
      { asOf: '2026-03-31' },
      ['z.geojson', ZONES],
    );
    expect((await reportOf(inField)).asOf).toBe('2026-03-31');
  });

  test('the attribute of the name, and areas that are the boundary; zones are clipped by it', async () => {
    const noBoundary = await upload('source=ksj-a33&clip=true', {}, ['z.geojson', ZONES]);
    expect((await refusal(noBoundary, 422)).code).toBe('import.boundary-missing');

    const file: [string, string] = ['town.geojson', areas('machi', '架空市')];
    await reportOf(
      await upload('source=districts', { nameAttribute: 'machi', boundary: 'true' }, file),
    );
    const { datasets } = await bench().read(datasetListSchema, '/datasets');
    expect(
      datasets.filter(({ kind, status }) => kind === 'boundary' && status === 'active'),
    ).toHaveLength(1);
    const { districts } = await bench().read(districtListSchema, '/districts');
    expect(districts.map(({ name }) => name).sort()).toEqual(['山手', '浜手'].sort());

    const clipped = await reportOf(
      await upload('source=ksj-a33&dryRun=true', { clip: 'true' }, ['z.geojson', ZONES]),
    );
    expect(clipped.counts).toMatchObject({ accepted: 2, skipped: 1 });
  });

  test('the encoding and the columns of a roster', async () => {
    const text = '番,なまえ\r\n001,架空 花子\r\n';
    const mapping = JSON.stringify({ columns: { rosterNumber: '番', name: 'なまえ' } });
    const file: [string, Uint8Array<ArrayBuffer>] = [
      'r.csv',
      Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le')),
    ];
    const report = await reportOf(
      await upload('source=roster&dryRun=true', { mapping, encoding: 'utf-16le' }, file),
    );
    expect(report.counts.read).toBe(1);
    const wrong = JSON.stringify({ columns: { nome: '氏名' } });
    const refused = await upload('source=roster', { mapping: wrong }, ['r.csv', ROSTER]);
    expect((await refusal(refused, 422)).messages.en).toContain('nome');
  });

  test.each([
    ['asOf', '2026-02-30'],
    ['encoding', 'ebcdic'],
    ['planeZone', '20'],
    ['mapping', '{'],
    ['clip', 'maybe'],
    ['colour', 'red'],
  ])('a field that is not understood is refused: %s=%s', async (name, value) => {
    const response = await upload('source=roster', { [name]: value }, ['r.csv', ROSTER]);
    expect((await refusal(response, 400)).errors).toHaveLength(1);
  });

  test('a municipality is entered once, by whoever looks after the installation', async () => {
    const enterAs = (headers: Readonly<Record<string, string>>, body: unknown) => {
      const init = json(body);
      return fetch(`${bench().url}/api/municipalities`, {
        ...init,
        headers: { ...init.headers, ...headers },
      });
    };
    await refusal(await enterAs(bench().officer.headers, { code: '99905', name: '見本町' }), 403);
    const { headers } = await signedIn(bench().context.database, 'administrator', null);
    const enter = (body: unknown) => enterAs(headers, body);
    const entered = await enter({ code: '99905', name: ' 見本町 ' });
    expect(entered.status).toBe(201);
    expect(municipalitySchema.parse(await entered.json())).toMatchObject({
      code: '99905',
      name: '見本町',
      bbox: null,
    });
    expect((await refusal(await enter({ code: '99905', name: '別の町' }), 409)).code).toBe(
      'municipality.exists',
    );
    await refusal(await enter({ code: '999', name: '見本町' }), 400);
    await refusal(await enter({ code: '99906', name: ' ' }), 400);
  });

  test('the versions of tiles follow what the tiles are made from', async () => {
    const versions = async () => (await bench().read(summarySchema, '/summary')).tileVersions;
    const before = await versions();
    await reportOf(
      await upload('source=districts', {}, ['districts.geojson', areas('name', '山手')]),
    );
    const after = await versions();
    expect(after.districts).not.toBe(before.districts);
    expect(after.zones).toBe(before.zones);
    const { tiles } = await tileJson(bench(), 'districts');
    expect(tiles[0]).toContain(after.districts);
  });
});

async function tileJson(bench: HttpBench, set: string): Promise<{ tiles: string[] }> {
  return (await (await bench.ask(`/tiles/${set}.json`)).json()) as { tiles: string[] };
}
