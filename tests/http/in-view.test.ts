import { expect, test } from 'vitest';
import { inViewSchema } from '#contract/in-view';
import { municipalityListSchema, summarySchema } from '#contract/municipality';
import { residentPageSchema } from '#contract/resident';
import { shelterListSchema } from '#contract/shelter';
import { describeApp } from './support/http-bench.ts';

describeApp('what a part of the map shows', (bench) => {
  const inView = (bbox: string, filters = '') =>
    bench().read(inViewSchema, `/in-view?bbox=${bbox}${filters}`);
  const EVERYWHERE = '120,20,155,46';

  test('everywhere: as many as the list, the summary and the list of shelters say', async () => {
    const counted = await inView(EVERYWHERE);
    const { rows } = await bench().read(residentPageSchema, '/residents?limit=200');
    const placed = rows.filter(({ position }) => position !== null);
    expect(counted.residents.total).toBe(placed.length);
    expect(counted.residents.total).toBeGreaterThan(0);
    expect(counted.residents.insideRed).toBe(
      placed.filter(({ redRelation }) => redRelation === 'inside').length,
    );
    const { zones } = await bench().read(summarySchema, '/summary');
    const total = counted.zones.reduce((sum, { count }) => sum + count, 0);
    expect(total).toBe(zones.red + zones.yellow + zones.beforeDesignation);
    const { shelters } = await bench().read(shelterListSchema, '/shelters');
    expect(counted.shelters.reduce((sum, { count }) => sum + count, 0)).toBe(
      shelters.filter(({ position }) => position !== null).length,
    );
  });

  test('a box around one person counts that person, and nobody where the filter lets none through', async () => {
    const { rows } = await bench().read(residentPageSchema, '/residents?limit=200');
    const person = rows.find(({ position }) => position !== null);
    const [lng, lat] = person?.position ?? [0, 0];
    const box = [lng - 1e-7, lat - 1e-7, lng + 1e-7, lat + 1e-7].join(',');
    const there = rows.filter(({ position }) => position?.[0] === lng && position[1] === lat);
    expect((await inView(box)).residents.total).toBe(there.length);
    expect((await inView(box, '&district=無い町')).residents.total).toBe(0);
    expect((await inView('10,10,11,11')).residents.total).toBe(0);
  });

  test('a box that is none is refused', async () => {
    for (const bbox of ['1,2,3', 'a,b,c,d', ''])
      expect((await bench().ask(`/in-view?bbox=${bbox}`)).status, bbox).toBe(400);
    const list = await fetch(`${bench().url}/api/municipalities`);
    expect(municipalityListSchema.parse(await list.json()).municipalities).toHaveLength(1);
  });
});
