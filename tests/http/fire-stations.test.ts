import { expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { fireStationListSchema } from '#contract/fire-station';
import { roadAnswerSchema, roadsToKeepSchema } from '#contract/route';
import { searchResultsSchema } from '#contract/search';
import { distanceMeters } from '#domain/geo/distance';
import { at } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';
import { importInto, ROADS } from './support/town-roads.ts';

const STATION = { name: '西分署', kind: '分署', position: at(-400, 0), vehicles: ['pumper'] };

describeApp('fire stations over HTTP', (bench) => {
  const list = async () => (await bench().read(fireStationListSchema, '/fire-stations')).stations;

  test('the fire department enters, changes and closes one; an old version is refused', async () => {
    const asFire = await openAs(bench().context, 'fire-department');
    expect(await list()).toEqual([]);
    expect((await asFire('/fire-stations', STATION)).status).toBe(201);
    const [made] = await list();
    expect(made).toMatchObject({ ...STATION, version: 1 });
    const change = { ...STATION, version: 1, vehicles: ['pumper', 'ambulance'] };
    const path = `/fire-stations/${made?.id}`;
    expect((await asFire(path, change, 'PUT')).status).toBe(200);
    expect((await list())[0]).toMatchObject({ version: 2, vehicles: change.vehicles });
    const stale = await asFire(path, change, 'PUT');
    expect([stale.status, problemSchema.parse(await stale.json()).code]).toEqual([
      ...[409, 'fire-station.stale'],
    ]);
    const close = (version: number, isClosed: boolean) =>
      asFire(`${path}/closed`, { version, isClosed }, 'PUT');
    expect((await close(2, true)).status).toBe(200);
    expect(await list()).toEqual([]);
    expect((await close(3, false)).status).toBe(200);
    expect(await list()).toMatchObject([{ id: made?.id, version: 4 }]);
    const lines = await bench().context.database.query(
      `SELECT 1 FROM audit_entry WHERE action = 'fire-station.change'`,
    );
    // That it was refused is a line of its own.
    expect(lines).toHaveLength(6);
  });

  test('an officer reads and does not write; a vehicle has to be one', async () => {
    const asOfficer = await openAs(bench().context, 'disaster-officer');
    expect((await asOfficer('/fire-stations', STATION)).status).toBe(403);
    const asFire = await openAs(bench().context, 'fire-department');
    for (const [vehicles, status] of [
      [['horse'], 422],
      // Nobody drives a walk.
      [['walking-elderly'], 422],
      [['pumper', 'pumper'], 400],
    ] as const)
      expect((await asFire('/fire-stations', { ...STATION, vehicles })).status).toBe(status);
    const nobody = '/fire-stations/00000000-0000-4000-8000-000000000000';
    expect((await asFire(nobody, { ...STATION, version: 1 }, 'PUT')).status).toBe(404);
  });

  test('a station is found by its name', async () => {
    const asOfficer = await openAs(bench().context, 'disaster-officer');
    const asFire = await openAs(bench().context, 'fire-department');
    expect((await asFire('/fire-stations', { ...STATION, name: '若滝分署' })).status).toBe(201);
    const found = searchResultsSchema.parse(
      await (await asOfficer('/search', { text: '若滝' })).json(),
    );
    expect(found.stations).toMatchObject({ count: 1, items: [{ name: '若滝分署' }] });
  });

  test('a road is told by its id with a place in its middle; one that is not there is null', async () => {
    await importInto(bench());
    const { road, data } = await bench().read(
      roadAnswerSchema,
      `/routes/road?id=${encodeURIComponent(ROADS.bridge)}`,
    );
    expect(road).toMatchObject({ name: '浜手橋', kind: 'tertiary', leastWidthMeters: 5 });
    expect(distanceMeters(road?.middle ?? [0, 0], at(1800, 540))).toBeLessThan(2);
    expect(data.roads).toMatchObject([{ source: 'osm' }]);
    const gone = await bench().read(roadAnswerSchema, '/routes/road?id=way/0/0');
    expect(gone.road).toBeNull();
    // As a plan keeps them: the ids shift with the next file, the middles do not.
    const asFire = await openAs(bench().context, 'fire-department');
    const ids = [ROADS.bridge, 'way/0/0', ROADS.toThePark];
    const answer = await asFire('/routes/roads', { ids });
    const { roads, whereabouts } = roadsToKeepSchema.parse(await answer.json());
    expect(roads).toEqual([
      { source: 'osm', id: ROADS.bridge, name: '浜手橋', middle: [...(road?.middle ?? [])] },
      expect.objectContaining({ id: ROADS.toThePark, name: null }),
    ]);
    // By these a road without a name can be told over the radio.
    expect(whereabouts).toEqual([
      { district: '山手', meets: ['本通り'] },
      { district: expect.any(String), meets: ['本通り', '浜手橋'] },
    ]);
    const asShelter = await openAs(bench().context, 'welfare-shelter');
    expect((await asShelter('/routes/roads', { ids })).status).toBe(403);
  });
});
