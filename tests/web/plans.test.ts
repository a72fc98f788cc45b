import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanMerge } from '#contract/plan-work';
import type { ShelterRow } from '#contract/shelter';
import { mergePlans } from '#domain/plan/merge';
import { EMPTY_PLAN, type PlanContent } from '#domain/plan/plan';
import { isSame } from '#domain/plan/same';
import { PLAN_STAGES, REVIEW_REASONS } from '#domain/plan/states';
import { distanceMeters } from '../../server/domain/geo/distance.ts';
import { listedCandidates } from '../../web/features/plans/destination/candidates.ts';
import { valueAt, withValueAt } from '../../web/features/plans/draft/at-path.ts';
import { afterSave, beginDraft, isDirty, withMine } from '../../web/features/plans/draft/draft.ts';
import { type Pick, resolve } from '../../web/features/plans/draft/resolve.ts';
import { isFilled, SECTIONS, sectionOf } from '../../web/features/plans/form/fields.ts';
import { problemsOf } from '../../web/features/plans/form/problems.ts';
import { SECTION_NAMES, type SectionName } from '../../web/features/plans/form/section-names.ts';
import { sectionSummary } from '../../web/features/plans/form/section-summary.ts';
import { suggestedSteps } from '../../web/features/plans/form/suggested-steps.ts';
import { planRouteFeatures } from '../../web/features/plans/map/plan-features.ts';
import {
  BOARD_SORTS,
  BOARD_TABS,
  formatPlansView,
  type PlansView,
  parsePlansView,
} from '../../web/features/plans/plans-view.ts';
import { moved } from '../../web/features/plans/route/plan-route.ts';
import { plans as japanese } from '../../web/i18n/ja/plans.ts';
import { wordsOf } from '../../web/i18n/words.ts';
import { ROUTE } from '../domain/plan/support.ts';

const supporter = (id: string, name: string, phone: string | null = null) => ({
  ...{ id, kind: 'person' as const, name, relationship: null, phone, address: null },
  ...{ place: { position: null, accuracy: 'none' as const }, part: null },
  ...{ hasVehicle: null, readyMinutes: null },
});

const name = fc.constantFrom('架空 一郎', '架空 花子', '見本 次郎');
const word = fc.option(fc.constantFrom('居間', '寝室', '二階'), { nil: null });
/** Plans that meet in the same fields, so that edits collide. */
const plan: fc.Arbitrary<PlanContent> = fc
  .record({
    notes: word,
    usualRoom: word,
    items: fc.uniqueArray(fc.constantFrom('薬', '水/お茶', '毛布'), { maxLength: 3 }),
    supporters: fc.uniqueArray(
      fc.record({ id: fc.constantFrom('s1', 's2', 's3'), name, phone: word }),
      { maxLength: 3, selector: ({ id }) => id },
    ),
    means: fc.constantFrom('on-foot' as const, 'car' as const, null),
  })
  .map(({ notes, usualRoom, items, supporters, means }) => ({
    ...EMPTY_PLAN,
    ...{ notes, items, means },
    home: { ...EMPTY_PLAN.home, usualRoom },
    supporters: supporters.map((one) => supporter(one.id, one.name, one.phone)),
  }));

describe('the way of a plan on the map', () => {
  const words = wordsOf('ja');
  const kindsOf = (route: PlanContent['route']) =>
    planRouteFeatures(route, words, japanese).features.map(({ properties }) => properties?.kind);
  const line = [
    [132.3, 34.4],
    [132.301, 34.4],
    [132.302, 34.4],
  ] as const;
  test('is cut by where it lay inside zones when it was found', () => {
    const zones = [{ zoneClass: 'red' as const, fromPoint: 1, toPoint: 2 }];
    expect(kindsOf({ ...ROUTE, line, zones })).toEqual(['outside', 'red', 'label']);
    expect(kindsOf({ ...ROUTE, line, zones: [] })).toEqual(['outside']);
    // Of the walk from the door nobody says that it lies outside.
    const walks = [{ fromPoint: 0, toPoint: 1 }];
    expect(kindsOf({ ...ROUTE, line, zones, walks })).toEqual(['walk', 'outside', 'red', 'label']);
  });
  test('is never drawn as outside of zones where nobody kept that', () => {
    expect(kindsOf({ ...ROUTE, line, redMeters: 386 })).toEqual(['unjudged']);
  });
});

describe('the rows of what a plan says', () => {
  const rowOf = (section: SectionName, content: Partial<PlanContent> = {}) =>
    sectionSummary(section, { ...EMPTY_PLAN, ...content }, wordsOf('ja'), japanese);
  test('say in a line what is filled in, and that nothing is', () => {
    expect(SECTION_NAMES.map((section) => rowOf(section))).toEqual(
      SECTION_NAMES.map((section) =>
        section === 'supporters' ? '支援者はまだいません。' : '記入がありません',
      ),
    );
    const supporters = [supporter('s1', '架空 一郎'), supporter('s2', '架空 花子')];
    expect(rowOf('supporters', { supporters })).toBe('架空 一郎、架空 花子');
    expect(rowOf('supporters', { withoutSupporters: '近所にいない' })).toBe(
      '支援者がいません(近所にいない)',
    );
    expect(rowOf('route', { route: { ...ROUTE, redMeters: 30 } })).toBe(
      '800メートル ・ 15分 ・ 特別警戒区域 30メートル',
    );
    const devices = [
      { ...{ id: 'd', device: 'ventilator' as const, watts: null, spare: null }, batteryHours: 4 },
    ];
    expect(rowOf('devices', { body: { ...EMPTY_PLAN.body, devices } })).toBe(
      '人工呼吸器(バッテリー4時間)',
    );
  });
});

describe('the candidates before any way was looked for', () => {
  const fact = <Value>(value: Value) => ({ value, source: null, asOf: null });
  const elderly = {
    ...{ position: [132.3, 34.4] as [number, number], age: 86, careLevel: fact('25' as const) },
    ...{ disabilities: fact([]), devices: fact([]) },
  };
  const facility = (id: string, lng: number, acceptedGroups: string[] | null) =>
    ({
      ...{ id, kind: 'welfare-shelter', name: id, address: null, position: [lng, 34.4] },
      ...{ redRelation: 'outside', relation: 'outside', designatedForLandslide: true },
      ...{ capacity: 10, acceptedGroups, datasetAsOf: null },
    }) as unknown as ShelterRow;
  const shelters = [
    facility('school', 132.3001, ['障害児とその家族']),
    facility('home', 132.31, ['高齢者']),
    facility('centre', 132.32, null),
  ];
  test('a place that does not take the person comes last, and its groups speak for nobody', () => {
    const listed = listedCandidates(shelters, elderly, wordsOf('ja'), japanese.destination);
    expect(listed.map(({ name, reasons }) => [name, reasons.at(0)?.bearing])).toEqual([
      ['home', 'for'],
      ['centre', 'unknown'],
      ['school', 'rules-out'],
    ]);
    expect(listed[2]?.reasons[0]?.text).toBe('受入対象(障害児とその家族)に当たりません');
  });
});

describe('the address of plans', () => {
  const view: fc.Arbitrary<PlansView> = fc.record({
    tab: fc.constantFrom(...BOARD_TABS),
    isMine: fc.boolean(),
    stages: fc.subarray([...PLAN_STAGES]),
    reasons: fc.subarray([...REVIEW_REASONS]),
    districts: fc.array(fc.constantFrom('架空町', 'A!,区', '北.一', '100%')),
    tiers: fc.subarray(['1', '2', '3']),
    leastDays: fc.option(fc.integer({ min: 0, max: 9999 }), { nil: null }),
    sort: fc.constantFrom(...BOARD_SORTS),
    part: fc.constantFrom('status', 'content', 'versions', ...SECTION_NAMES, null),
    compare: fc.constantFrom([1, 2] as const, [0, 7] as const, null),
    prints: fc.option(fc.uuid(), { nil: null }),
    proposal: fc.option(fc.uuid(), { nil: null }),
    beside: fc.option(fc.uuid(), { nil: null }),
    job: fc.option(fc.uuid(), { nil: null }),
    picked: fc.option(fc.uuid(), { nil: null }),
    within3: fc.option(fc.integer({ min: 0, max: 2880 }), { nil: null }),
    within4: fc.option(fc.integer({ min: 0, max: 2880 }), { nil: null }),
  });
  test('holds every view, in letters that an address may have', () => {
    fc.assert(
      fc.property(view, (one) => {
        const text = formatPlansView(one);
        if (text !== null) expect(text).toMatch(/^[\w.,/%!~*'()-]{1,3000}$/);
        expect(parsePlansView(text)).toEqual(one);
      }),
    );
  });
  test('leaves out what it does not understand', () => {
    expect(parsePlansView('s.drafting,nonsense!p.nowhere!a.x!v.1!d.%E0%A4%A!q.<x>!x.9999')).toEqual(
      {
        ...parsePlansView(null),
        stages: ['drafting'],
      },
    );
  });
});

describe('values by their paths', () => {
  test('what is put at a path stands there, and nothing else changes', () => {
    fc.assert(
      fc.property(plan, (content) => {
        const next = withValueAt(content, 'home/usualRoom', '台所');
        expect(valueAt(next, 'home/usualRoom')).toBe('台所');
        expect({ ...next, home: content.home }).toEqual(content);
      }),
    );
  });
  test('rows are taken out, put back and ordered by their keys', () => {
    const rows = ['s1', 's2', 's3'].map((id) => supporter(id, id));
    const content = { ...EMPTY_PLAN, supporters: rows };
    const without = withValueAt(content, 'supporters/s2', null);
    expect(without.supporters.map(({ id }) => id)).toEqual(['s1', 's3']);
    const back = withValueAt(without, 'supporters/s2', rows[1]);
    const ordered = withValueAt(back, 'supporters/order', ['s1', 's2', 's3']);
    expect(ordered).toEqual(content);
    const phone = withValueAt(content, 'supporters/s3/phone', '000-0000');
    expect(phone.supporters.map((one) => one.phone)).toEqual([null, null, '000-0000']);
  });
});

describe('two edits of one plan', () => {
  const mergeOf = (base: PlanContent, theirs: PlanContent, mine: PlanContent): PlanMerge => {
    const { merged, collisions } = mergePlans(base, theirs, mine);
    return {
      ...{ contentVersion: 2, savedBy: '架空 職員', savedAt: '2026-11-01T00:00:00Z' },
      merged: merged as PlanMerge['merged'],
      collisions: collisions.map((one) => ({ ...one, label: { ja: '', en: '' } })),
      theirChanges: [],
    };
  };
  const all = (merge: PlanMerge, pick: Pick) =>
    Object.fromEntries(merge.collisions.map(({ path }) => [path, pick]));

  test('whatever is picked stands in the plan, and nothing is decided before all is picked', () => {
    fc.assert(
      fc.property(plan, plan, plan, (base, theirs, mine) => {
        const merge = mergeOf(base, theirs, mine);
        expect(resolve(merge, all(merge, 'theirs'))).toEqual(merge.merged);
        const kept = resolve(merge, all(merge, 'mine'));
        for (const { path, mine: value } of merge.collisions) {
          if (kept !== null && !path.endsWith('/order'))
            expect(isSame(valueAt(kept, path), value), path).toBe(true);
        }
        if (merge.collisions.length > 0) expect(resolve(merge, {})).toBeNull();
      }),
    );
  });
  test('of one field that both changed, mine can stand beside what the other changed elsewhere', () => {
    const theirs = { ...EMPTY_PLAN, notes: 'あちら', pets: '犬1匹' };
    const merge = mergeOf(EMPTY_PLAN, theirs, { ...EMPTY_PLAN, notes: 'こちら' });
    expect(resolve(merge, { notes: 'mine' })).toMatchObject({ notes: 'こちら', pets: '犬1匹' });
  });
});

describe('unsaved work', () => {
  const whose = { account: 'a', code: '99201', residentId: 'r', personName: null };
  const view = { content: EMPTY_PLAN as never, contentVersion: 3 };
  const draft = beginDraft(whose, view, 1);
  test('is there as soon as a field differs, and gone when it does not', () => {
    expect(isDirty(draft)).toBe(false);
    const written = withMine(draft, { ...EMPTY_PLAN, notes: '夜は娘宅' }, 2);
    expect(isDirty(written)).toBe(true);
    expect(isDirty(withMine(written, EMPTY_PLAN, 3))).toBe(false);
  });
  test('of what was written while a save was under way nothing is lost', () => {
    const sent = { ...EMPTY_PLAN, notes: '1' };
    const after = { content: sent as never, contentVersion: 4 };
    expect(afterSave(withMine(draft, sent, 2), sent, after)).toBeNull();
    const more = afterSave(withMine(draft, { ...sent, pets: '猫' }, 3), sent, after);
    expect(more).toMatchObject({ contentVersion: 4, base: { notes: '1' }, mine: { pets: '猫' } });
  });
});

describe('the form', () => {
  test('has a section for every field of a plan', () => {
    const known = SECTION_NAMES.flatMap((one) => SECTIONS[one].paths);
    for (const key of Object.keys(EMPTY_PLAN))
      expect(
        known.some((path) => path.split('/')[0] === key),
        key,
      ).toBe(true);
    for (const key of Object.keys(EMPTY_PLAN.body))
      expect(known.includes(`body/${key}`), key).toBe(true);
    expect(sectionOf('supporters/s1/phone')).toBe('supporters');
    expect(sectionOf('body/devices/d1/watts')).toBe('devices');
  });
  test('of an empty plan no section says that it is filled in', () => {
    expect(SECTION_NAMES.filter((one) => isFilled(one, EMPTY_PLAN))).toEqual([]);
    expect(isFilled('home', { ...EMPTY_PLAN, home: { ...EMPTY_PLAN.home, storey: 2 } })).toBe(true);
  });
  test('says which field of which row is to be put right', () => {
    const content = {
      ...EMPTY_PLAN,
      supporters: [supporter('s1', '架空 一郎'), supporter('s2', ' ')],
      home: { ...EMPTY_PLAN.home, storeys: 0 },
      notes: 'あ'.repeat(4001),
      signatures: [{ id: 'g1', signer: 'person' as const, name: '架空 一郎', date: '' }],
    };
    const found = Object.fromEntries(problemsOf(content).map((one) => [one.path, one]));
    expect(found).toMatchObject({
      'supporters/s2/name': { kind: 'needed' },
      'home/storeys': { kind: 'too-small', limit: 1 },
      notes: { kind: 'too-long', limit: 4000 },
      'signatures/g1/date': { kind: 'needed' },
    });
    expect(Object.keys(found)).toHaveLength(4);
    expect(problemsOf(EMPTY_PLAN)).toEqual([]);
  });
  test('drafts a timeline of those who are named, and says nothing twice', () => {
    const content = { ...EMPTY_PLAN, supporters: [supporter('s1', '架空 一郎')] };
    const steps = suggestedSteps(content, japanese.departure, '、');
    expect(steps.map(({ level, who }) => [level, who])).toEqual([
      [2, '本人'],
      [2, '本人'],
      [3, '架空 一郎'],
      [3, '本人'],
    ]);
    const again = { ...content, departure: { ...content.departure, steps } };
    expect(suggestedSteps(again, japanese.departure, '、')).toEqual([]);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  });
  test('moves a place by metres on the ground', () => {
    fc.assert(
      fc.property(fc.double({ min: 24, max: 45, noNaN: true }), (lat) => {
        const from: [number, number] = [135, lat];
        expect(distanceMeters(from, moved(from, 20, 0))).toBeCloseTo(20, 1);
        expect(distanceMeters(from, moved(from, 0, -20))).toBeCloseTo(20, 1);
      }),
    );
  });
});
