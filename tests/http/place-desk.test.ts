import { expect, test } from 'vitest';
import type { z } from 'zod';
import { problemSchema } from '#contract/common';
import { residentPageSchema } from '#contract/resident';
import {
  shelterDetailSchema,
  shelterListSchema,
  zoneDetailSchema,
  zoneShapeSchema,
  zoneSubjectsSchema,
} from '#contract/shelter';
import { square } from '../services/support.ts';
import { at } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';

const BY = { reason: '現地で確認', editedBy: '試験 職員' };

describeApp('shelters edited and zones looked into over HTTP', (bench) => {
  const send = (path: string, method: string, body: unknown) =>
    bench().ask(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const shelterOf = async (kind: string, name: string) => {
    const { shelters } = await bench().read(shelterListSchema, '/shelters');
    const found = shelters.find((one) => one.kind === kind && one.name === name);
    if (found === undefined) throw new Error(`no ${kind} ${name}`);
    return bench().read(shelterDetailSchema, `/shelters/${found.id}`);
  };
  const edited = async (response: Response) => {
    expect(response.status).toBe(200);
    return shelterDetailSchema.parse(await response.json());
  };

  test('an edit holds in place of the list, with who and why; an old version is refused', async () => {
    const park = await shelterOf('emergency-site', '浜手公園');
    expect(park.edit).toMatchObject({ version: 0, overrides: {}, history: [] });
    const overrides = {
      capacity: 120,
      designatedForLandslide: false,
      openingNote: '鍵は事務所',
      phone: null,
    };
    const request = { version: 0, overrides, ...BY };
    const now = await edited(await send(`/shelters/${park.id}/edit`, 'PUT', request));
    expect(now).toMatchObject({
      capacity: 120,
      designatedForLandslide: false,
      openingNote: '鍵は事務所',
      isEdited: true,
      isOvertaken: false,
    });
    // The list says no phone either: nothing stands in its place.
    expect(now.edit.overrides).toEqual({
      capacity: 120,
      designatedForLandslide: false,
      openingNote: '鍵は事務所',
    });
    expect(now.edit.listed).toMatchObject({ capacity: null, designatedForLandslide: true });
    expect(now.edit.history).toMatchObject([
      { version: 1, former: {}, reason: '現地で確認', changedBy: '試験 職員' },
    ]);

    const stale = await send(`/shelters/${park.id}/edit`, 'PUT', request);
    expect(stale.status).toBe(409);
    expect(problemSchema.parse(await stale.json()).code).toBe('shelter.stale');

    const undone = { version: 1, overrides: {}, ...BY };
    const back = await edited(await send(`/shelters/${park.id}/edit`, 'PUT', undone));
    expect(back).toMatchObject({ capacity: null, designatedForLandslide: true, isEdited: false });
    expect(back.edit.history.map(({ version }) => version)).toEqual([2, 1]);
  });

  test('of two edits that come at once one holds and one is told', async () => {
    const island = await shelterOf('emergency-site', '沖の島');
    const both = await Promise.all(
      [10, 20].map((capacity) =>
        send(`/shelters/${island.id}/edit`, 'PUT', { version: 0, overrides: { capacity }, ...BY }),
      ),
    );
    const statuses = both.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409]);
  });

  test('a moved shelter is checked anew, and the lists agree', async () => {
    const site = await shelterOf('emergency-site', '山手小学校');
    expect(site).toMatchObject({ redRelation: 'inside', conflictFields: ['position'] });
    const [other] = site.conflicts;
    expect(other).toMatchObject({ name: '山手 小学校', fields: ['position'], editVersion: 0 });
    const position = other?.position ?? [0, 0];
    const request = { version: 0, overrides: { position }, ...BY };
    const moved = await edited(await send(`/shelters/${site.id}/edit`, 'PUT', request));
    expect(moved).toMatchObject({ redRelation: 'near', relation: 'inside', conflictFields: [] });
    expect(moved.position).toEqual(position);
    const back = { version: 1, overrides: {}, ...BY };
    expect(await edited(await send(`/shelters/${site.id}/edit`, 'PUT', back))).toMatchObject({
      redRelation: 'inside',
      conflictFields: ['position'],
    });
  });

  test('that both lists are right is remembered and can be taken back', async () => {
    const site = await shelterOf('emergency-site', '山手小学校');
    const otherId = site.conflicts[0]?.id ?? '';
    const agree = { otherId, field: 'position', isAgreed: true, decidedBy: '試験 職員' };
    const path = `/shelters/${site.id}/agreements`;
    const agreed = await edited(await send(path, 'POST', agree));
    expect(agreed).toMatchObject({ conflictFields: [], conflictMeters: null });
    expect(agreed.conflicts).toMatchObject([{ fields: [], agreed: ['position'] }]);
    expect(await shelterOf('shelter', '山手 小学校')).toMatchObject({ conflictFields: [] });
    const open = await edited(await send(path, 'POST', { ...agree, isAgreed: false }));
    expect(open.conflictFields).toEqual(['position']);
  });

  test('nonsense is refused, and who is not there', async () => {
    const park = await shelterOf('emergency-site', '浜手公園');
    const put = (overrides: unknown, id = park.id) =>
      send(`/shelters/${id}/edit`, 'PUT', { version: 0, overrides, ...BY });
    expect((await put({ capacity: -1 })).status).toBe(400);
    expect((await put({ position: [0, 0] })).status).toBe(400);
    expect((await put({ unknown: 1 })).status).toBe(400);
    expect((await put({ capacity: 1 }, 'none')).status).toBe(404);
  });

  test('shelters as a file', async () => {
    const response = await bench().ask('/shelters.csv', { headers: { 'Accept-Language': 'ja' } });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(lines[0]).toMatch(/^種類,名前,住所,土砂災害の指定,/);
    expect(lines).toHaveLength(5);
    expect(lines.find((line) => line.includes('浜手公園'))).toContain(',はい,区域外,区域外,');
  });

  test('a zone with its area, shape, people and shelters', async () => {
    const { rows } = await bench().read(residentPageSchema, '/residents?red=inside');
    const site = await shelterOf('emergency-site', '山手小学校');
    const zoneId = site.hazard.zones[0]?.zoneId ?? '';
    const zone = await bench().read(zoneDetailSchema, `/zones/${zoneId}`);
    expect(zone.zoneClass).toBe('red');
    expect(zone.areaSquareMeters).toBeCloseTo(10_000, -3);
    const { geometry } = await bench().read(zoneShapeSchema, `/zones/${zoneId}/shape`);
    expect(geometry.coordinates).toEqual(square(132.33, 34.35, 100).coordinates);
    const { residents, shelters }: z.output<typeof zoneSubjectsSchema> = await bench().read(
      zoneSubjectsSchema,
      `/zones/${zoneId}/subjects`,
    );
    expect(residents.filter((one) => one.zone.relation === 'inside').map(({ id }) => id)).toEqual(
      rows.map(({ id }) => id),
    );
    expect(residents.some((one) => one.zone.relation === 'undetermined')).toBe(true);
    expect(shelters.map(({ name, relation }) => [name, relation])).toContainEqual([
      '山手小学校',
      'inside',
    ]);
    const file = await bench().ask(`/zones/${zoneId}/people.csv`);
    expect((await file.text()).trim().split('\r\n')).toHaveLength(residents.length + 1);
    expect((await bench().ask('/zones/none/people.csv')).status).toBe(404);
    expect(at(0, 0)).toEqual([132.33, 34.35]);
  });
});
