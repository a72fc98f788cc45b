import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import type { SiteOverrideOnWire } from '#contract/site-override';
import { FIRST_FIRE_PLAN } from '../../web/features/routes/fire/fire-plan.ts';
import { type FirePerson, remarksOf, shownRows } from '../../web/features/routes/fire/fire-rows.ts';
import { draftOf, EMPTY_DRAFT, readDraft } from '../../web/features/routes/site/site-draft.ts';
import { fire as say } from '../../web/i18n/ja/fire.ts';
import { wordsOf } from '../../web/i18n/words.ts';
import { DARK_COLORS, LIGHT_COLORS } from '../../web/map/colors.ts';
import { fireLineLayers, fireMarkLayers } from '../../web/map/layers/fire.ts';

const words = wordsOf('ja');
const NEEDS_GLYPHS = 'use of "text-field" requires a style "glyphs" property';
const STEEP = { id: 'a', name: null, reasons: [{ code: 'steep', ja: '急です', en: 'Steep' }] };

function person(id: string, seconds: number | null, answer: FirePerson['answer']): FirePerson {
  return {
    ...{ id, name: id, district: id === 'b' ? null : '山手', tier: 1, rank: 1, answer },
    ...{ needsPower: null, position: [135, 31], accuracy: 'building', isFarFromRoads: false },
    knownWalkMeters: null,
    reach:
      seconds === null
        ? null
        : {
            ...{ station: '西署', stationNumber: 0, seconds, driveMeters: 100 },
            lastPoint: { position: [135, 31], roadId: 'x', roadName: '本通り' },
            ...{ walkRoadMeters: 10, walkOffRoadMeters: 0, stoppedAt: null },
            ...{ unknownRoads: [STEEP, { ...STEEP, id: 'b' }], unknownWalkRoads: [] },
            hydrant: { state: 'not-recorded', meters: null },
          },
  };
}
const PEOPLE = [
  person('a', null, 'unreached'),
  person('b', 600, 'check-on-site'),
  person('c', 60, 'reached'),
];
const ids = (rows: readonly FirePerson[]) => rows.map(({ id }) => id).join('');

describe('the rows of the fire check', () => {
  test('whom no vehicle reaches is last by minutes, whichever way', () => {
    const by = (isDescending: boolean) =>
      ids(shownRows(PEOPLE, { ...FIRST_FIRE_PLAN, sort: 'minutes', isDescending }));
    expect([by(false), by(true)]).toEqual(['cba', 'bca']);
    expect(ids(shownRows(PEOPLE, FIRST_FIRE_PLAN))).toBe('abc');
  });

  test('are of one answer, or of those whose district is not known', () => {
    expect(ids(shownRows(PEOPLE, { ...FIRST_FIRE_PLAN, answer: 'reached' }))).toBe('c');
    expect(ids(shownRows(PEOPLE, { ...FIRST_FIRE_PLAN, shownDistrict: '' }))).toBe('b');
  });

  test('count roads of one name and one reason together, and name what is not known', () => {
    const [, unknown] = PEOPLE;
    const lines = unknown === undefined ? [] : remarksOf(unknown, words, say);
    expect(lines).toContain('走る道の未確認:名前のない道 2本(急です)');
    expect(lines).toContain('確認済みの道だけでは到達できません');
  });
});

describe('what is typed of a road on site', () => {
  test('is sent as it was read, and an empty form says so', () => {
    expect(readDraft(EMPTY_DRAFT)).toEqual({ ok: false, mistakes: ['nothing'] });
    const full = {
      ...EMPTY_DRAFT,
      widthText: '2.8',
      verdicts: { pumper: 'refused', car: 'unknown' },
    } as const;
    const read = readDraft(full);
    expect(read).toMatchObject({
      ok: true,
      facts: { widthMeters: 2.8, passability: [{ profileId: 'pumper', isPassable: false }] },
    });
  });

  test('no number, one too large, and an end before its beginning are told apart', () => {
    const wrong = { widthText: '広い', heightText: '70', isClosed: true };
    const moments = { from: '2026-11-28T12:00', until: '2026-11-28T11:00' };
    const read = readDraft({ ...EMPTY_DRAFT, ...wrong, ...moments });
    expect(read.ok ? [] : read.mistakes).toEqual(['width', 'height', 'backwards']);
  });

  test('what stands comes back the same from the form', () => {
    const facts: SiteOverrideOnWire['facts'] = {
      closed: { from: '2026-11-28T03:00:00.000Z', until: null },
      ...{ widthMeters: 3.4, heightMeters: null, turningPlace: [135, 31], hydrant: null },
      passability: [{ profileId: 'pumper', isPassable: true }],
      note: '電柱',
    };
    const expiresAt = '2026-12-01T00:00:00.000Z';
    const stands = { facts, expiresAt } as SiteOverrideOnWire;
    expect(readDraft(draftOf(stands))).toEqual({ ok: true, facts, expiresAt });
  });
});

test.each([LIGHT_COLORS, DARK_COLORS])('the layers are valid', (colors) => {
  const errors = validateStyleMin({
    version: 8,
    sources: { fire: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
    layers: [...fireLineLayers(colors), ...fireMarkLayers(colors)],
  });
  expect(errors.filter(({ message }) => !message.endsWith(NEEDS_GLYPHS))).toEqual([]);
});
