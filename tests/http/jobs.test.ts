import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { datasetListSchema, importReportSchema, type Job, jobSchema } from '#contract/dataset';
import { summarySchema } from '#contract/municipality';
import { square, zonesFile } from '../services/support.ts';
import { ROSTER } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';

describeApp('imports and jobs over HTTP', (bench) => {
  const uploads = () => join(bench().dataDir, 'uploads');
  const leftUploads = () => (existsSync(uploads()) ? readdirSync(uploads()) : []);
  const upload = (query: string, ...files: [name: string, content: string][]) => {
    const body = new FormData();
    for (const [name, content] of files) body.append('files', new Blob([content]), name);
    return bench().ask(`/imports?${query}`, { method: 'POST', body });
  };
  const started = async (response: Response): Promise<Job> => {
    expect(response.status).toBe(202);
    return jobSchema.parse(await response.json());
  };
  /** Every state that the stream of events told, until it ended. */
  const follow = async (job: Job): Promise<Job[]> => {
    const response = await fetch(`${bench().url}/api/jobs/${job.id}/events`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('content-encoding')).toBeNull();
    const text = await response.text();
    return text
      .split('\n\n')
      .filter((event) => event.startsWith('event: job'))
      .map((event) => jobSchema.parse(JSON.parse(event.slice(event.indexOf('data: ') + 6))));
  };
  const moreZones = zonesFile([
    { number: 'N1', zoneClass: 2, geometry: square(132.35, 34.353, 100) },
    { number: 'N2', zoneClass: 1, geometry: { type: 'LineString', coordinates: [] } },
  ]);

  test('a dry run reports what an import would change, and changes nothing', async () => {
    const job = await started(await upload('source=ksj-a33&dryRun=true', ['z.geojson', moreZones]));
    const states = await follow(job);
    const last = states.at(-1);
    expect(last?.state).toBe('succeeded');
    const report = importReportSchema.parse(last?.result);
    expect(report).toMatchObject({ dryRun: true, datasetId: null });
    expect(report.difference).toMatchObject({ added: 1, removed: 3 });
    expect((await bench().read(summarySchema, '/summary')).zones.red).toBe(1);
    expect(leftUploads()).toEqual([]);
  });

  test('an upload is imported with its progress, checked and ranked, and can be rolled back', async () => {
    const job = await started(await upload('source=ksj-a33', ['new.geojson', moreZones]));
    const states = await follow(job);
    const address = `${bench().url}/api/jobs/${job.id}`;
    // Its report quotes cells that were repaired.
    expect((await fetch(address)).headers.get('cache-control')).toBe('no-store');
    expect(states.length).toBeGreaterThan(1);
    expect(states[0]?.state).toBe('running');
    const report = importReportSchema.parse(states.at(-1)?.result);
    expect(report.counts.accepted).toBe(1);
    const during = await bench().read(summarySchema, '/summary');
    expect(during).toMatchObject({ insideRed: 0, assessmentStale: false });

    const { datasets } = await bench().read(datasetListSchema, '/datasets');
    const inForce = datasets.find(({ kind, status }) => kind === 'zones' && status === 'active');
    expect(inForce).toMatchObject({ id: report.datasetId, fileNames: ['new.geojson'] });
    const rolledBack = await bench().ask(`/datasets/${inForce?.id}/rollback`, { method: 'POST' });
    expect(rolledBack.status).toBe(200);
    const statuses = datasetListSchema.parse(await rolledBack.json()).datasets;
    expect(statuses.find(({ id }) => id === inForce?.id)?.status).toBe('rolled-back');
    expect((await bench().read(summarySchema, '/summary')).insideRed).toBe(1);
    const again = await bench().ask(`/datasets/${inForce?.id}/rollback`, { method: 'POST' });
    expect(problemSchema.parse(await again.json()).code).toBe('dataset.not-in-force');
  });

  test('a body that is the file itself is taken too; rejects can be downloaded', async () => {
    const roster = `${ROSTER},名無し,カメイ,1940/13/45,女,架空町8,山手,,,,,,\r\n`;
    const response = await bench().ask('/imports?source=roster&fileName=roster2.csv', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: roster,
    });
    const states = await follow(await started(response));
    const report = importReportSchema.parse(states.at(-1)?.result);
    expect(report.counts.rejected).toBe(1);
    const rejects = await bench().ask(`/datasets/${report.datasetId}/rejects.csv`);
    expect(rejects.headers.get('cache-control')).toBe('no-store');
    const lines = (await rejects.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('架空町8');
    const none = await bench().ask('/datasets/00000000-0000-4000-8000-000000000000/rejects.csv');
    expect(none.status).toBe(404);
  });

  test('a file of another layout fails with what was expected', async () => {
    const job = await started(await upload('source=roster', ['pets.csv', '犬,猫\r\n1,2\r\n']));
    const last = (await follow(job)).at(-1);
    expect(last).toMatchObject({ state: 'failed', problem: { code: 'import.unknown-layout' } });
    expect(leftUploads()).toEqual([]);
  });

  test('a wrong or too large upload is refused and leaves nothing', async () => {
    expect((await upload('source=pets', ['z.geojson', moreZones])).status).toBe(400);
    expect((await upload('source=roster')).status).toBe(400);
    const tooLarge = await upload('source=roster', ['r.csv', 'x'.repeat(300_000)]);
    expect(tooLarge.status).toBe(413);
    expect(problemSchema.parse(await tooLarge.json()).code).toBe('request.too-large');
    expect(leftUploads()).toEqual([]);
  });

  test('a job can be cancelled; meanwhile another one is refused', async () => {
    const job = await started(await upload('source=roster', ['roster3.csv', ROSTER]));
    const second = await bench().ask('/assessments', { method: 'POST' });
    expect(second.status).toBe(409);
    expect(problemSchema.parse(await second.json()).code).toBe('job.conflict');
    const address = `${bench().url}/api/jobs/${job.id}`;
    expect((await fetch(address, { method: 'DELETE' })).status).toBe(202);
    expect((await follow(job)).at(-1)?.state).toBe('cancelled');
    expect((await fetch(address, { method: 'DELETE' })).status).toBe(409);
    expect(jobSchema.parse(await (await fetch(address)).json()).state).toBe('cancelled');
    expect(leftUploads()).toEqual([]);
  });

  test('everybody can be checked anew', async () => {
    const job = await started(await bench().ask('/assessments', { method: 'POST' }));
    expect((await follow(job)).at(-1)).toMatchObject({ state: 'succeeded', kind: 'assess' });
  });

  test('a job that is not there', async () => {
    const address = `${bench().url}/api/jobs/00000000-0000-4000-8000-000000000000`;
    for (const response of [
      await fetch(address),
      await fetch(`${address}/events`),
      await fetch(address, { method: 'DELETE' }),
    ])
      expect(problemSchema.parse(await response.json()).code).toBe('job.unknown');
  });
});
