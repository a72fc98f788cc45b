import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DrillHead } from '#contract/drill';
import { drillContentSchema } from '#contract/drill-plan';
import { stepsOf } from '#domain/drill/drill';
import { MODEL_CITY_MANUAL } from '#domain/drill/template/model-city';
import { planTimeline } from '#domain/drill/timeline/timeline';
import {
  DRILL_TABS,
  type DrillsView,
  formatDrillsView,
  PLAN_PARTS,
  parseDrillsView,
  RUN_PARTS,
} from '../../web/features/drills/drills-view.ts';
import { copyOf, newDrill } from '../../web/features/drills/list/new-drill.ts';
import { inOrder } from '../../web/features/drills/list/order.ts';
import {
  afterSave,
  beginDraft,
  changed,
  isDirty,
  redo,
  undo,
} from '../../web/features/drills/plan/draft.ts';
import { needsOf, standIn, standInFor } from '../../web/features/drills/plan/new-person.ts';
import { pickedContent } from '../../web/features/drills/plan/picked.ts';
import { problemsOf, toSend } from '../../web/features/drills/plan/problems.ts';
import {
  addStep,
  changeStep,
  moveStep,
  newStep,
  removeStep,
  restoreStep,
} from '../../web/features/drills/plan/step-edits.ts';
import { clockAt, timeAxis } from '../../web/features/drills/time-axis.ts';

const NOW = new Date('2026-11-29T09:00:00');
const DRILL = newDrill('架空の訓練', NOW);

describe('the address of drills', () => {
  const view: fc.Arbitrary<DrillsView> = fc.record({
    drill: fc.option(fc.uuid(), { nil: null }),
    tab: fc.constantFrom(...DRILL_TABS),
    part: fc.constantFrom(...PLAN_PARTS),
    run: fc.constantFrom(...RUN_PARTS),
    picked: fc.option(fc.uuid(), { nil: null }),
    job: fc.option(fc.uuid(), { nil: null }),
  });
  test('says all that is looked at, and is read back as it was written', () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(parseDrillsView(formatDrillsView(one))).toEqual(one);
      }),
    );
  });
  test('leaves out what is not understood', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseDrillsView(text);
        expect(parseDrillsView(formatDrillsView(read))).toEqual(read);
      }),
    );
  });
});

describe('the list of drills', () => {
  const head = (id: string, date: string, state: DrillHead['state']) =>
    ({ id, date, state }) as DrillHead;
  test('has what is under way first, then the next, and former ones from the last on', () => {
    const drills = [
      head('old', '2025-11-08', 'over'),
      head('later', '2027-02-01', 'planned'),
      head('older', '2024-11-08', 'over'),
      head('next', '2026-12-01', 'planned'),
      head('now', '2026-12-02', 'running'),
      head('missed', '2026-11-01', 'planned'),
    ];
    const { next, past } = inOrder(drills, '2026-11-29');
    expect(next.map(({ id }) => id)).toEqual(['now', 'next', 'later']);
    expect(past.map(({ id }) => id)).toEqual(['missed', 'old', 'older']);
  });
  test('begins a drill that can be saved and timed, in a month', () => {
    expect(problemsOf(DRILL)).toEqual([]);
    expect(planTimeline(DRILL.manual, DRILL.scenario).ok).toBe(true);
    expect(DRILL.date).toBe('2026-12-29');
  });
  test('copies a drill without the agreements that were given for the former one', () => {
    const person = { ...standIn('見本 花子', 's1'), consentDate: '2025-10-01' };
    const copied = copyOf({ ...DRILL, people: [person] }, NOW);
    expect(copied.people).toEqual([{ ...person, consentDate: null }]);
  });
});

describe('the table of steps', () => {
  const ids = stepsOf(MODEL_CITY_MANUAL).map(({ id }) => id);
  const idsOf = (manual: typeof MODEL_CITY_MANUAL) => stepsOf(manual).map(({ id }) => id);
  const stepId = fc.constantFrom(...ids);
  const by = fc.constantFrom(-1 as const, 1 as const);

  test('moves a step to the next place and back, over the edge of its phase too', () => {
    fc.assert(
      fc.property(stepId, by, (id, way) => {
        const moved = moveStep(MODEL_CITY_MANUAL, id, way);
        expect(idsOf(moved).toSorted()).toEqual(ids.toSorted());
        const isAtEnd = moved === MODEL_CITY_MANUAL;
        expect(isAtEnd).toBe(id === (way === 1 ? ids.at(-1) : ids[0]));
        if (!isAtEnd) expect(moveStep(moved, id, way === 1 ? -1 : 1)).toEqual(MODEL_CITY_MANUAL);
      }),
    );
  });
  test('removes a step and lets nothing wait for it, nor begin before what it waited for', () => {
    fc.assert(
      fc.property(fc.uniqueArray(stepId), (gone) => {
        const left = gone.reduce(removeStep, MODEL_CITY_MANUAL);
        expect(idsOf(left)).toEqual(ids.filter((id) => !gone.includes(id)));
        expect(planTimeline(left, DRILL.scenario).ok).toBe(true);
      }),
    );
    const without = removeStep(MODEL_CITY_MANUAL, 'decision');
    const rooms = stepsOf(without).find(({ id }) => id === 'rooms');
    expect(rooms?.after).toEqual(['staff-check', 'building-check']);
  });
  test('puts a removed step back, and keeps what was written in others meanwhile', () => {
    fc.assert(
      fc.property(stepId, stepId, (id, other) => {
        const removed = removeStep(MODEL_CITY_MANUAL, id);
        expect(restoreStep(removed, MODEL_CITY_MANUAL, id)).toEqual(MODEL_CITY_MANUAL);
        const written = changeStep(removed, other, { plannedMinutes: 77 });
        const expected = changeStep(MODEL_CITY_MANUAL, other, { plannedMinutes: 77 });
        if (other !== id) expect(restoreStep(written, MODEL_CITY_MANUAL, id)).toEqual(expected);
      }),
    );
  });
  test('adds at the end of a phase and changes one step alone', () => {
    const added = addStep(MODEL_CITY_MANUAL, 'stock', newStep('own', 'lead'));
    expect(idsOf(added)).toEqual([...ids, 'own']);
    const minutes = changeStep(added, 'own', { plannedMinutes: 7 });
    expect(stepsOf(minutes).at(-1)?.plannedMinutes).toBe(7);
    expect(stepsOf(minutes).slice(0, -1)).toEqual(stepsOf(MODEL_CITY_MANUAL));
  });
});

describe('what is wrong with a plan', () => {
  test('is told at its field', () => {
    const manual = addStep(DRILL.manual, 'stock', newStep('own', 'lead'));
    const problems = problemsOf({ ...DRILL, title: ' ', manual });
    expect(problems).toContainEqual({ path: 'title', kind: 'needed' });
    expect(problems).toContainEqual({ path: 'manual/phases/4/steps/1/label/ja', kind: 'needed' });
  });
  test('is not that nobody wrote the English name of a step, or put levels in their order', () => {
    const manual = addStep(DRILL.manual, 'stock', {
      ...newStep('own', 'lead'),
      label: { ja: '発電機の確認', en: '' },
    });
    const levels = [
      { minute: 60, level: 4 as const },
      { minute: 0, level: 3 as const },
    ];
    const written = { ...DRILL, manual, scenario: { ...DRILL.scenario, levels } };
    expect(problemsOf(written)).toEqual([]);
    expect(drillContentSchema.parse(toSend(written)).scenario.levels[0]?.minute).toBe(0);
  });
});

describe('a draft', () => {
  const begun = beginDraft({ account: 'a', code: '99201', drillId: 'd' }, 1, DRILL);
  const titled = (title: string) => ({ ...DRILL, title });

  test('takes back what was typed in one field as one change, and gives it again', () => {
    const typed = ['い', 'いち', '一'].reduce(
      (draft, title) => changed(draft, titled(title), 'title', 1),
      begun,
    );
    const dated = changed(typed, { ...typed.mine, date: '2027-01-01' }, 'date', 2);
    const back = undo(dated, 3);
    expect(back.mine).toEqual(titled('一'));
    expect(undo(back, 4).mine).toEqual(DRILL);
    expect(redo(undo(back, 4), 5).mine).toEqual(titled('一'));
    expect(redo(redo(undo(back, 4), 5), 6).mine).toEqual(dated.mine);
    expect(isDirty(dated)).toBe(true);
    expect(isDirty(undo(back, 4))).toBe(false);
  });
  test('keeps what was written while a save was under way', () => {
    const sent = titled('送った名称');
    const still = afterSave(changed(begun, sent, 'title', 1), sent, 2, sent);
    expect(isDirty(still)).toBe(false);
    const more = afterSave(changed(begun, titled('さらに書いた'), 'title', 1), sent, 2, sent);
    expect(more).toMatchObject({ version: 2, base: sent, mine: titled('さらに書いた') });
    expect(isDirty(more)).toBe(true);
  });
});

describe('two edits of one drill', () => {
  const minutesAt = 'manual/phases/reception/steps/check-in/plannedMinutes';
  const row = 'participants/p1';
  const participant = { id: 'p1', name: '架空 一郎', organisation: null, roleId: 'lead' };
  const merged = { ...DRILL, participants: [participant], title: '相手の名称' };
  const merge = {
    merged,
    collisions: [
      { path: 'title', theirs: '相手の名称', mine: '自分の名称' },
      { path: minutesAt, theirs: 15, mine: 20 },
      { path: row, theirs: participant, mine: null },
    ].map((one) => ({ ...one, base: null, label: { ja: '', en: '' } })),
  } as never;

  test('wait until each collision was decided', () => {
    expect(pickedContent(merge, { title: 'mine' })).toBeNull();
  });
  test('hold what was picked, and the rest of both', () => {
    const picked = pickedContent(merge, { title: 'mine', [minutesAt]: 'mine', [row]: 'theirs' });
    expect(picked?.title).toBe('自分の名称');
    const minutes = (content: typeof picked) =>
      content && stepsOf(content.manual).find(({ id }) => id === 'check-in')?.plannedMinutes;
    expect(minutes(picked)).toBe(20);
    expect(picked?.participants).toEqual([participant]);
    const all = pickedContent(merge, { title: 'theirs', [minutesAt]: 'theirs', [row]: 'mine' });
    expect(all).toEqual({ ...merged, participants: [] });
  });
});

describe('the axis of minutes', () => {
  test('is round, reaches the end and has few marks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2880 }), (last) => {
        const { to, ticks } = timeAxis(last);
        expect(to).toBeGreaterThanOrEqual(last);
        expect(ticks.at(-1)).toBe(to);
        expect(ticks.length).toBeLessThanOrEqual(12);
      }),
    );
  });
  test('tells the time of day where the drill says when it begins', () => {
    expect(clockAt('09:30', 95)).toBe('11:05');
    expect(clockAt('23:50', 20)).toBe('00:10');
    expect(clockAt(null, 5)).toBeNull();
  });
});

describe('somebody who stands in for a person', () => {
  const person = {
    ...standIn('架空 花子', 'E1'),
    ...{ kind: 'real' as const, residentId: 'r1', consentDate: '2026-11-28' },
    ...{ needsWheelchairPlace: true, needsCareBed: true, companions: 2, readyMinute: 55 },
    devices: [{ device: 'suction' as const, watts: 90 }],
    pickUp: { label: '架空町1番地', position: [132.4, 34.4] as const },
  };
  test('has the same needs, and neither name, nor home, nor row of the roster', () => {
    const other = standInFor(person, '代わりの人 1', false);
    expect(other).toMatchObject({
      ...{ kind: 'stand-in', name: '代わりの人 1', shelterId: 'E1', readyMinute: 55 },
      ...{ needsWheelchairPlace: true, needsCareBed: true, companions: 2, devices: person.devices },
      ...{ residentId: null, consentDate: null, pickUp: null },
    });
    expect(JSON.stringify(other)).not.toMatch(/架空|132\.4|"r1"/);
    expect(other.id).not.toBe(person.id);
  });
  test('keeps the devices that stand there where those of the other are not shown', () => {
    expect(needsOf(person, true)).not.toHaveProperty('devices');
    expect(needsOf(person, false).devices).toEqual(person.devices);
  });
});
