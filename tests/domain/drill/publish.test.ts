import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrillPerson } from '#domain/drill/drill';
import { evaluateDrill } from '#domain/drill/evaluate/evaluate';
import { namesIn } from '#domain/drill/publish/names-in';
import { type DrillRecord, publishDrill } from '#domain/drill/publish/publish-drill';
import { publishProblems } from '#domain/drill/publish/publish-problems';
import { runState } from '#domain/drill/run/run-state';
import { planTimeline } from '#domain/drill/timeline/timeline';
import { CALM } from './drill-support.ts';
import { drill, event, minute, standIn } from './run-support.ts';

/** A drill of which everything personal is marked, with so many expected and so many of these there. */
function recordOf(
  people: readonly DrillPerson[],
  arrived: number,
  texts: Partial<DrillRecord['findings'][number]> = {},
): DrillRecord {
  const plan = drill({
    id: 'PERSONAL-drill',
    people,
    participants: [
      { id: 'PERSONAL-p', name: 'PERSONAL 太郎', organisation: 'PERSONAL 会', roleId: 'care' },
    ],
    scenario: {
      ...CALM,
      injects: [
        { id: 'PERSONAL-i', minute: 5, text: '県道が通行止め', change: { kind: 'message' } },
      ],
    },
  });
  const events = [
    event('PERSONAL-tablet', 1, 0, { kind: 'drill-start' }),
    event('PERSONAL-tablet', 2, 1, { kind: 'start', stepId: 'a' }, { participantId: 'PERSONAL-p' }),
    event('PERSONAL-tablet', 3, 9, { kind: 'done', stepId: 'a' }, { participantId: 'PERSONAL-p' }),
    event('PERSONAL-tablet', 4, 9, { kind: 'problem', stepId: 'a', text: 'PERSONAL' }),
    event('PERSONAL-tablet', 5, 9, {
      kind: 'attendance',
      participantId: 'PERSONAL-p',
      isThere: true,
    }),
    event('PERSONAL-tablet', 6, 9, {
      kind: 'position',
      participantId: 'PERSONAL-p',
      position: [132.987654, 34.987654],
    }),
    ...people.slice(0, arrived).map(({ id }, index) =>
      event('PERSONAL-tablet', 7 + index, 10, {
        kind: 'arrival',
        personId: id,
        shelterId: 'S1',
        companions: 0,
      }),
    ),
  ];
  const planned = planTimeline(plan.manual, plan.scenario);
  if (!planned.ok) throw new Error(planned.problem.en);
  const run = runState(
    plan,
    [{ shelterId: 'S1', careBeds: 10, watts: 1500 }],
    new Map(),
    events,
    minute(60),
  );
  return {
    plan,
    run,
    evaluation: evaluateDrill(plan.manual, planned.timeline, run),
    findings: [
      {
        id: 'PERSONAL-f',
        text: '受付に時間がかかった',
        owner: '福祉課',
        ownerName: 'PERSONAL 花子',
        dueDate: '2027-03-31',
        change: { kind: 'plans', residentIds: ['PERSONAL-r'] },
        doneDate: null,
        ...texts,
      },
    ],
    shelters: [{ id: 'S1', name: '福祉センター', position: [132.3, 34.3], careBeds: 10 }],
    dataDates: [{ label: { ja: '道路', en: 'Roads' }, date: '2026-10-01' }],
  };
}
const marked = (index: number, changes: Partial<DrillPerson> = {}) =>
  standIn(`PERSONAL-${index}`, {
    name: `PERSONAL 名${index}`,
    residentId: `PERSONAL-${index}`,
    devices: [{ device: 'suction', watts: 137 }],
    ...changes,
  });
const crowd = (count: number, changes: Partial<DrillPerson> = {}) =>
  Array.from({ length: count }, (_, index) => marked(index, changes));

describe('the public result of a drill', () => {
  it('holds nothing personal, whoever took part and whatever they did', () => {
    fc.assert(
      fc.property(fc.nat(14), fc.nat(14), fc.boolean(), (count, arrived, needsWheelchairPlace) => {
        const json = JSON.stringify(
          publishDrill(recordOf(crowd(count, { needsWheelchairPlace }), arrived)),
        );
        expect(json).not.toContain('PERSONAL');
        expect(json).not.toMatch(/137|987654|suction/);
      }),
    );
  });

  it('says what was planned and done, by when what is to be mended, and of when its data are', () => {
    const result = publishDrill(recordOf(crowd(12), 7));
    expect(result).toMatchObject({
      date: '2026-11-28',
      plannedMinutes: 20,
      actualMinutes: 9,
      people: { expected: 12, arrived: 7, notComing: 0, missing: 5, wheelchair: 0 },
      participants: 'few',
      findings: [
        { text: '受付に時間がかかった', owner: '福祉課', dueDate: '2027-03-31', changes: 'plans' },
      ],
      shelters: [
        {
          name: '福祉センター',
          position: [132.3, 34.3],
          careBeds: 10,
          careBedsTaken: 7,
          power: 'within',
        },
      ],
      dataDates: [{ date: '2026-10-01' }],
    });
    expect(result.phases[0]!.steps).toMatchObject([
      {
        label: { ja: '手順a' },
        plannedMinutes: 10,
        actualMinutes: 8,
        isDone: true,
        heldUp: ['waited', 'problem'],
      },
      { isDone: false, actualMinutes: null, heldUp: ['not-done'] },
    ]);
  });

  it('tells no number of one to four, and none from which one could be reckoned', () => {
    fc.assert(
      fc.property(fc.nat(14), fc.nat(14), (count, arrived) => {
        const { people, shelters, participants } = publishDrill(recordOf(crowd(count), arrived));
        const { expected, ...parts } = people;
        for (const one of [
          expected,
          ...Object.values(parts),
          participants,
          shelters[0]!.careBedsTaken,
        ])
          expect(one === 'few' || one === null || one === 0 || one >= 5).toBe(true);
        const three = [people.arrived, people.notComing, people.missing];
        const hidden = three.filter((one) => one === 'few').length;
        const told = three.reduce<number>(
          (sum, one) => sum + (typeof one === 'number' ? one : 0),
          0,
        );
        if (typeof expected === 'number' && hidden > 0)
          expect(expected - told).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  it('tells a step as long as it was told in the run, and attendance that nobody took as not known', () => {
    const record = recordOf(crowd(12), 7);
    const { evaluation, run } = record;
    // Pick-ups last as long as their tours, whatever the manual says.
    const steps = evaluation.steps.map((step) => ({ ...step, plannedMinutes: 59 }));
    const unsaid = run.participants.map((one) => ({ ...one, isThere: null }));
    const result = publishDrill({
      ...record,
      evaluation: { ...evaluation, steps },
      run: { ...run, participants: unsaid },
    });
    expect(result.phases[0]!.steps[0]!.plannedMinutes).toBe(59);
    expect(result.participants).toBeNull();
  });

  it('does not say how the power stands where that tells of the devices of a few', () => {
    const powerOf = (arrived: number) =>
      publishDrill(recordOf(crowd(9), arrived)).shelters[0]!.power;
    expect([0, 1, 4, 5].map(powerOf)).toEqual(['within', 'few', 'few', 'within']);
  });

  it('leaves out a finding that is not ready', () => {
    expect(publishDrill(recordOf(crowd(6), 6, { owner: null })).findings).toEqual([]);
  });
});

describe('names in what is to be published', () => {
  const NAMES = ['渡邉 花子', 'ワタナベ ハナコ', '林 恵', 'アイ'];

  it('are found however they are written, with their place', () => {
    const found = (text: string) => namesIn({ text }, NAMES).map((hit) => [hit.at, hit.found]);
    expect(found('受付で渡辺花子が待った')).toEqual([[3, '渡辺花子']]);
    expect(found('受付で 渡邊 \n 花子 さんが')).toEqual([[4, '渡邊 \n 花子 さん']]);
    expect(found('ﾜﾀﾅﾍﾞﾊﾅｺの吸引器')).toEqual([[0, 'ﾜﾀﾅﾍﾞﾊﾅｺ']]);
    expect(found('わたなべ・はなこ')).toEqual([[0, 'わたなべ・はなこ']]);
    expect(found('林恵さんと渡辺様')).toEqual([
      [0, '林恵さん'],
      [5, '渡辺様'],
    ]);
  });

  it('are not found in words that only look like them', () => {
    for (const text of ['林の中の道', 'アイロンを使った', '渡辺橋が通行止め', '花子の木', ''])
      expect(namesIn({ text }, NAMES), text).toEqual([]);
  });

  it('are told with where they stand, wherever in the result that is', () => {
    const result = publishDrill(recordOf(crowd(6), 6, { text: '移送で渡辺花子さんが待った' }));
    expect(publishProblems(result, NAMES)).toMatchObject([
      {
        code: 'publish.name-in-text',
        ja: '課題 1 の本文の 4 文字目に名簿の氏名「渡辺花子さん」があります。書き換えてください',
        hit: { path: 'findings.0.text' },
      },
    ]);
    const places = (changed: typeof result) =>
      publishProblems(changed, NAMES).map(({ ja }) => ja.split('の 1 文字目')[0]);
    const label = { ja: '林恵さん', en: '' };
    expect(places({ ...result, title: '林恵さん', findings: [] })).toEqual(['訓練の名称']);
    const scenario = { ...result.scenario, injects: [{ minute: 1, text: '林恵さん' }] };
    expect(places({ ...result, scenario, findings: [] })).toEqual(['想定の状況付与 1']);
    const [phase] = result.phases;
    const steps = phase!.steps.with(1, { ...phase!.steps[1]!, label });
    expect(places({ ...result, phases: [{ ...phase!, steps }], findings: [] })).toEqual([
      '段階 1 の手順 2',
    ]);
  });

  it('are found in every text of a result, so that none is forgotten', () => {
    const result = publishDrill(recordOf(crowd(6), 6));
    const texts: string[] = [];
    JSON.stringify(result, (_, value: unknown) => {
      if (typeof value === 'string' && value !== '') texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(10);
    const named = JSON.parse(JSON.stringify(result), (_, value: unknown) =>
      typeof value === 'string' ? `${value}林恵さん` : value,
    );
    expect(new Set(namesIn(named, NAMES).map(({ path }) => path)).size).toBeGreaterThanOrEqual(
      texts.length,
    );
  });
});
