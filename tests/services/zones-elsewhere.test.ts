import { expect, test } from 'vitest';
import { rosterRows } from '../../server/cli/roster-rows.ts';
import { rollBackDataset } from '../../server/services/roll-back-dataset.ts';
import { CODE, describeOnBoth, rosterFile, square, zonesFile } from './support.ts';

const AT = [132.33, 34.35] as const;
const FAR = [138.86, 35.1] as const;
const zonesAt = (at: readonly [number, number]) =>
  zonesFile([{ number: '1', zoneClass: 2, geometry: square(at[0], at[1], 100) }]);
const boundary = JSON.stringify({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { name: '廿日市市' }, geometry: square(...AT, 5000) }],
});

describeOnBoth('zones of another place, and what is withdrawn', (bench) => {
  test('without a known area they are imported with a warning', async () => {
    const { importOk, file, count } = bench();
    const roster = rosterFile([{ number: '1', name: '架空 花子', at: AT }]);
    const { datasetId } = await importOk({ source: 'roster', files: [file('r.csv', roster)] });
    const far = await importOk({
      source: 'ksj-a33',
      files: [file('far.geojson', zonesAt(FAR))],
      dryRun: true,
    });
    expect(far.notes.map(({ ja }) => ja).join()).toContain('【警告】');
    const near = await importOk({ source: 'ksj-a33', files: [file('near.geojson', zonesAt(AT))] });
    expect(near.notes.map(({ ja }) => ja).join()).not.toContain('【警告】');
    expect(near.assessment?.difference.newlyInside).toHaveLength(1);

    const { context } = bench();
    const withdrawn = await rollBackDataset(context, CODE, near.datasetId ?? '');
    expect(withdrawn).toMatchObject({ ok: true, value: { datasetId: null } });
    const [person] = (await rosterRows(context, CODE)).rows;
    expect(person).toMatchObject({ relation: 'undetermined', redRelation: 'undetermined' });
    expect(await count(`SELECT count(*) FROM dataset WHERE status = 'active'`)).toBe(1);
    expect(await rollBackDataset(context, CODE, datasetId ?? '')).toMatchObject({
      ok: false,
      problem: { code: 'dataset.no-former' },
    });
    // What was withdrawn can be imported again.
    const again = await importOk({ source: 'ksj-a33', files: [file('near.geojson', zonesAt(AT))] });
    expect(again).toMatchObject({ unchanged: false, difference: { added: 1 } });
  });

  test('against the boundary in force they are refused, and nothing changes', async () => {
    const { importOk, import: run, file, context, count } = bench();
    const area = await importOk({
      source: 'districts',
      isBoundary: true,
      files: [file('b.geojson', boundary)],
    });
    const before = await count('SELECT count(*) FROM dataset');
    const files = [file('far.geojson', zonesAt(FAR))];
    for (const dryRun of [true, false])
      expect(await run({ source: 'ksj-a33', files, dryRun })).toMatchObject({
        ok: false,
        problem: { code: 'import.zones-elsewhere' },
      });
    expect(await count('SELECT count(*) FROM dataset')).toBe(before);
    const near = await run({ source: 'ksj-a33', files: [file('near2.geojson', zonesAt(AT))] });
    expect(near.ok).toBe(true);

    expect((await rollBackDataset(context, CODE, area.datasetId ?? '')).ok).toBe(true);
    expect((await run({ source: 'ksj-a33', files, dryRun: true })).ok).toBe(true);
  });
});
