import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FireStationOnWire } from '#contract/fire-station';
import { newFireStationSchema } from '#contract/fire-station';
import {
  draftOfStation,
  EMPTY_STATION,
  readStationDraft,
} from '../../web/features/routes/fire/station-draft.ts';

const station: fc.Arbitrary<FireStationOnWire> = fc.record({
  id: fc.uuid({ version: 4 }),
  version: fc.nat(),
  name: fc.stringMatching(/^[一-龠A-z]{1,9}$/),
  kind: fc.constantFrom('', '分署'),
  position: fc.tuple(
    fc.double({ min: 122, max: 154, noNaN: true }),
    fc.double({ min: 20, max: 46, noNaN: true }),
  ),
  vehicles: fc.uniqueArray(fc.constantFrom('pumper', 'ambulance', 'ladder-truck')),
  updatedAt: fc.constant('2026-11-29T00:00:00Z'),
  updatedBy: fc.constant('架空 花子'),
});

describe('a station as it is typed', () => {
  test('nothing moves that nobody touched, however exact its place is', () => {
    fc.assert(
      fc.property(station, (one) => {
        const read = readStationDraft(draftOfStation(one));
        const { name, kind, position, vehicles } = one;
        expect(read).toEqual({ ok: true, station: { name, kind, position, vehicles } });
      }),
    );
  });

  test('a place is latitude and longitude in any width, and what is read can be stored', () => {
    const read = readStationDraft({
      ...EMPTY_STATION,
      name: ' 西分署 ',
      placeText: '34.39、132.46',
    });
    expect(read).toEqual({
      ok: true,
      station: { name: '西分署', kind: '', position: [132.46, 34.39], vehicles: [] },
    });
    if (read.ok) expect(newFireStationSchema.safeParse(read.station).success).toBe(true);
  });

  test('says what is missing', () => {
    const mistakes = (part: Partial<typeof EMPTY_STATION>) => {
      const read = readStationDraft({ ...EMPTY_STATION, ...part });
      return read.ok ? [] : read.mistakes;
    };
    expect(mistakes({})).toEqual(['name', 'place']);
    expect(mistakes({ name: '　', placeText: '34, 132' })).toEqual(['name']);
    expect(mistakes({ name: '西', placeText: '西の方' })).toEqual(['place']);
  });
});
