import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MultiPolygon, Position } from '#domain/geo/position';
import type { HazardZone } from '#domain/hazard/zone';
import { isRed } from '#domain/hazard/zone';
import type { RosterEntry } from '#domain/resident/roster-entry';
import type { ShelterEntry } from '#domain/shelter/shelter';
import { type DemoCityManifest, generateDemoCity } from '#geodata/demo/generate';
import type { GazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import { buildGeocoder } from '#geodata/geocode/geocoder';
import type { ImportItem } from '#geodata/item';
import type { RoadRecord } from '#geodata/mappers/road-record';
import { type NamedArea, SOURCES } from '#geodata/registry';
import { SMALL } from './demo-small.ts';

let directory: string;
let again: string;
let manifest: DemoCityManifest;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demo-'));
  again = await mkdtemp(join(tmpdir(), 'demo-'));
  manifest = await generateDemoCity({ seed: 'test', directory, size: SMALL });
}, 120_000);

afterAll(async () => {
  await rm(directory, { recursive: true });
  await rm(again, { recursive: true });
});

/** Everything that a source reads, which must all be accepted as it stands. */
async function accepted<T>(items: AsyncIterable<ImportItem<T>>): Promise<T[]> {
  const values: T[] = [];
  for await (const item of items) {
    expect(item).toMatchObject({ outcome: 'accepted' });
    if (item.outcome === 'accepted') values.push(item.value);
  }
  return values;
}

const inDemo = (...files: string[]) => files.map((file) => join(directory, file));
const openZones = () =>
  accepted<HazardZone>(SOURCES['ksj-a33'].open(inDemo('zones.geojson')).items);
const openDistricts = () =>
  accepted<NamedArea>(SOURCES.districts.open(inDemo('districts.geojson')).items);
const openRosterEntries = () =>
  accepted<RosterEntry>(SOURCES.roster.open(inDemo('roster.csv'), { asOf: manifest.asOf }).items);

/** Even-odd rule over all rings. */
function contains({ coordinates }: MultiPolygon, [x, y]: Position): boolean {
  let isInside = false;
  for (const ring of coordinates.flat())
    for (let i = 1; i < ring.length; i += 1) {
      const [ax, ay] = ring[i - 1]!;
      const [bx, by] = ring[i]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
    }
  return isInside;
}

describe('the files of the demo city', () => {
  it('are the same bytes for the same seed, and others for another', async () => {
    const second = await generateDemoCity({ seed: 'test', directory: again, size: SMALL });
    expect(second).toEqual(manifest);
    const other = await generateDemoCity({ seed: 'other', directory: again, size: SMALL });
    expect(other.files.map(({ sha256 }) => sha256)).not.toEqual(
      manifest.files.map(({ sha256 }) => sha256),
    );
  }, 120_000);

  it('are listed in the manifest with their true size and hash', async () => {
    for (const { file, bytes, sha256 } of manifest.files) {
      const data = await readFile(join(directory, file));
      expect(data.byteLength, file).toBe(bytes);
      expect(createHash('sha256').update(data).digest('hex'), file).toBe(sha256);
    }
  });

  it('hold zones of all three phenomena, red ones inside a yellow one of the same number', async () => {
    const zones = await openZones();
    const yellow = new Map<string, HazardZone>();
    for (const zone of zones)
      if (!isRed(zone.zoneClass)) yellow.set(`${zone.phenomenon} ${zone.zoneNumber}`, zone);
    expect(new Set(zones.map(({ phenomenon }) => phenomenon)).size).toBe(3);
    const reds = zones.filter(({ zoneClass }) => isRed(zoneClass));
    expect(reds.length).toBeGreaterThan(yellow.size / 2);
    for (const red of reds) {
      const around = yellow.get(`${red.phenomenon} ${red.zoneNumber}`);
      expect(around, `${red.zoneNumber}`).toBeDefined();
      for (const position of red.geometry.coordinates.flat(2))
        expect(contains(around!.geometry, position), `${red.zoneNumber} ${position}`).toBe(true);
      expect(red.redNotSurveyed).toBe(false);
    }
  });

  it('hold zones that are not designated yet, and some whose red zone was not surveyed', async () => {
    const zones = await openZones();
    const before = zones.filter(({ zoneClass }) => zoneClass === 'yellow-before-designation');
    expect(before.length).toBeGreaterThan(0);
    expect(before.every(({ noticeDate }) => noticeDate === null)).toBe(true);
    expect(zones.some(({ redNotSurveyed }) => redNotSurveyed)).toBe(true);
  });

  it('hold a roster that is read without a reject or a repair, placed as the city would place it', async () => {
    const people = await openRosterEntries();
    expect(people).toHaveLength(SMALL.residents);
    const share = (wanted: (one: RosterEntry) => boolean) =>
      people.filter(wanted).length / people.length;
    expect(share(({ located }) => located !== null)).toBeGreaterThan(0.68);
    expect(share(({ located }) => located !== null)).toBeLessThan(0.82);
    expect(
      share(({ supporters }) => supporters !== null && supporters.length === 0),
    ).toBeGreaterThan(0.15);
    expect(share(({ careLevel }) => careLevel === null)).toBeGreaterThan(0);
    expect(new Set(people.map(({ rosterNumber }) => rosterNumber)).size).toBe(people.length);
    const phones = people.flatMap((one) => [
      one.phone,
      ...(one.supporters ?? []).map((s) => s.phone),
    ]);
    for (const phone of phones) expect(phone ?? '000-').toMatch(/^000-/);
  });

  it('have those who help live in the same part of the city, but for those outside of it', async () => {
    const people = await openRosterEntries();
    const townOf = (address: string) => address.replace(/[0-9〇一二三四五六七八九十].*$/, '');
    const near = people.flatMap(({ address, supporters }) =>
      (supporters ?? [])
        .filter((one) => one.address !== null && one.address !== '市外')
        .map((one) => townOf(String(one.address)) === townOf(address ?? '')),
    );
    expect(near.length).toBeGreaterThan(50);
    expect(near.filter(Boolean).length / near.length).toBeGreaterThan(0.85);
  });

  it('let the geocoder find those without a position by block or town, and a few not at all', async () => {
    const gazetteer = await accepted<GazetteerEntry>(
      SOURCES.gazetteer.open(inDemo('gazetteer-blocks.csv', 'gazetteer-towns.csv')).items,
    );
    const geocode = buildGeocoder(gazetteer);
    const levels = { block: 0, town: 0, none: 0 };
    const people = (await openRosterEntries()).filter(({ located }) => located === null);
    for (const { address } of people) levels[geocode(address).level] += 1;
    expect(levels.block / people.length).toBeGreaterThan(0.4);
    expect(levels.town / people.length).toBeGreaterThan(0.12);
    expect(levels.none).toBeGreaterThan(0);
    expect(levels.none / people.length).toBeLessThan(0.3);
  });

  it('name for each person the district whose area the home lies in', async () => {
    const districts = new Map(
      (await openDistricts()).map(({ name, geometry }) => [name, geometry]),
    );
    expect(districts.size).toBe(SMALL.districts);
    const placed = (await openRosterEntries()).filter(({ located }) => located !== null);
    // Borders are smoothed: a home beside one may lie on the other side.
    const wrong = placed.filter(
      ({ located, districtName }) =>
        !contains(districts.get(districtName ?? '')!, located!.position!),
    );
    expect(wrong.length / placed.length).toBeLessThan(0.02);
  });

  it('hold the two national lists, with sites not designated for landslide and facilities that differ', async () => {
    const entries = await accepted<ShelterEntry>(
      SOURCES['gsi-shelters'].open(inDemo('emergency-sites.csv', 'shelters.csv')).items,
    );
    const sites = entries.filter(({ kind }) => kind === 'emergency-site');
    const shelters = entries.filter(({ kind }) => kind === 'shelter');
    expect(new Set(entries.map(({ name }) => name)).size).toBe(SMALL.shelters);
    const isForLandslide = ({ designatedHazards }: ShelterEntry) =>
      designatedHazards?.includes('landslide') === true;
    expect(sites.some(isForLandslide)).toBe(true);
    expect(sites.some((site) => !isForLandslide(site))).toBe(true);
    expect(shelters.every(({ designatedHazards }) => designatedHazards === null)).toBe(true);
    const placeOf = new Map(sites.map(({ name, position }) => [name, position]));
    const moved = shelters.filter(({ name, position }) => {
      const place = placeOf.get(name);
      return place && position && (place[0] !== position[0] || place[1] !== position[1]);
    });
    expect(moved.length).toBeGreaterThan(0);
  });

  it('hold a road network that hangs together, with width, elevation, bridges and steps', async () => {
    const records = await accepted<RoadRecord>(
      SOURCES['gsi-roads'].open(inDemo('roads.geojson')).items,
    );
    const roads = records.flatMap((record) => (record.kind === 'way' ? record.roads : []));
    // They cross at nodes alone, and are cut there already.
    expect(roads).toHaveLength(manifest.counts.roads!);
    expect(roads.some(({ isBridge }) => isBridge)).toBe(true);
    expect(roads.some(({ kind }) => kind === 'steps')).toBe(true);
    for (const { width, elevationsMeters, line } of roads) {
      expect(width?.from).toBe('gsi-centimetres');
      expect(elevationsMeters).toHaveLength(line.length);
    }
    const parts = new Map(roads.flatMap(({ ends }) => ends.map((end) => [end, end] as const)));
    const rootOf = (end: string): string => {
      let root = end;
      while (parts.get(root) !== root) root = parts.get(root)!;
      return root;
    };
    for (const { ends } of roads) parts.set(rootOf(ends[0]), rootOf(ends[1]));
    expect(new Set([...parts.keys()].map(rootOf)).size).toBe(1);
  });

  it('hold welfare shelters by the template, with position, groups and equipment', async () => {
    const homes = await accepted<ShelterEntry>(
      SOURCES['welfare-shelters'].open(inDemo('welfare-shelters.csv')).items,
    );
    expect(homes).toHaveLength(SMALL.welfareShelters);
    for (const home of homes) {
      expect(home.position).not.toBeNull();
      expect(home.acceptedGroups?.length).toBeGreaterThan(0);
      expect(home.equipment).not.toBeNull();
    }
  });
});
