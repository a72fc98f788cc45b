import { expect, test } from 'vitest';
import { catchUp } from '../../server/services/catch-up.ts';
import { rollBackDataset } from '../../server/services/roll-back-dataset.ts';
import { CODE, describeOnBoth, rosterFile, square, zonesFile } from './support.ts';

const OLD = 34.32;
const NEW = 34.4;
const towns = (lat: number) => JSON.stringify([{ town: '阿品二丁目', lat, lng: 132.31 }]);
const person = { number: '1', name: '例 三郎', address: '廿日市市阿品二丁目5番6号' };

describeOnBoth('people placed by their address', (bench) => {
  const latitude = async () => {
    const [row] = await bench().context.database.query<{ lat: number }>(
      `SELECT round(ST_Y(position)::numeric, 3)::float8 AS lat FROM resident WHERE roster_number = '1'`,
    );
    return row?.lat;
  };
  const relation = async () => {
    const [row] = await bench().context.database.query<{ relation: string }>(
      `SELECT relation FROM assessment WHERE subject_kind = 'resident'`,
    );
    return row?.relation;
  };

  test('a roster that is put back is placed by the gazetteer in force', async () => {
    const { importOk, file, context } = bench();
    const zones = zonesFile([{ number: '1', zoneClass: 2, geometry: square(132.31, NEW, 5000) }]);
    await importOk({ source: 'ksj-a33', files: [file('z.geojson', zones)] });
    await importOk({ source: 'gazetteer', files: [file('old.json', towns(OLD))] });
    await importOk({ source: 'roster', files: [file('r1.csv', rosterFile([person]))] });
    expect([await latitude(), await relation()]).toEqual([OLD, 'outside']);
    const changed = rosterFile([{ ...person, care: '要介護3' }]);
    const second = await importOk({ source: 'roster', files: [file('r2.csv', changed)] });
    await importOk({ source: 'gazetteer', files: [file('new.json', towns(NEW))] });
    expect([await latitude(), await relation()]).toEqual([NEW, 'inside']);
    expect((await rollBackDataset(context, CODE, second.datasetId ?? '')).ok).toBe(true);
    expect([await latitude(), await relation()]).toEqual([NEW, 'inside']);
    expect(await catchUp(context)).toEqual([]);
  });

  test('a kill between a new gazetteer and the placing is made good at the next start', async () => {
    const { importOk, file, context } = bench();
    await importOk({
      source: 'gazetteer',
      files: [file('again.json', `${towns(OLD)}\n`)],
      withoutFollowUp: true,
    });
    expect([await latitude(), await relation()]).toEqual([NEW, 'inside']);
    expect(await catchUp(context)).toEqual([CODE]);
    expect([await latitude(), await relation()]).toEqual([OLD, 'outside']);
    expect(await catchUp(context)).toEqual([]);
  });

  test('a kill between a new roster and what follows is made good, too', async () => {
    const { importOk, file, context, count } = bench();
    const files = [file('r3.csv', rosterFile([person, { ...person, number: '2' }]))];
    await importOk({ source: 'roster', files, withoutFollowUp: true });
    expect(await catchUp(context)).toEqual([CODE]);
    expect(await count('SELECT count(*) FROM priority_result')).toBe(2);
    expect(await catchUp(context)).toEqual([]);
  });
});
