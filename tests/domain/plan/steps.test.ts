import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '#domain/access/roles';
import { fallenApprovals } from '#domain/plan/approvals';
import { shelterReach } from '#domain/plan/named-shelters';
import { nextTask } from '#domain/plan/next-task';
import { outlineOf } from '#domain/plan/outline';
import type { PlanContent } from '#domain/plan/plan';
import { NO_RECORD, type PersonForPlan, type PlanRecord } from '#domain/plan/record';
import {
  DEFAULT_SETTING,
  isWordOfAnother,
  misgivenTasks,
  PLAN_ROLES,
  type PlanSetting,
  rolesAllowed,
} from '#domain/plan/setting';
import { afterWriting, stageOf } from '#domain/plan/stage-of';
import { PLAN_STAGES, type PlanStage } from '#domain/plan/states';
import { OPTIONAL_STEPS, PLAN_STEPS, PLAN_TASKS, type PlanStep } from '#domain/plan/step-names';
import { STEP_TABLE } from '#domain/plan/step-table';
import { type StepRequest, takeStep } from '#domain/plan/steps';
import { planContent, WHOLE_PLAN } from './support.ts';

const AT_HOME: PersonForPlan = { isInFacility: false, isOnRoster: true, isConsentGiven: true };
const AT = '2026-11-29T10:00:00.000Z';

const request = (step: PlanStep, more: Partial<StepRequest> = {}): StepRequest => ({
  ...{ step, role: 'system', by: '架空 担当', at: AT, reason: '確認のため' },
  ...{ reviewReason: 'drill-finding', endReason: 'moved-away' },
  ...more,
});

it("whose word an approval is: one's own, or another's that is written down", () => {
  const asked = PLAN_STEPS.map(
    (step) => ROLES.filter((role) => isWordOfAnother(DEFAULT_SETTING, role, step)).length,
  );
  // The fire department checks and the facility accepts; nobody is the person. All else is nobody's word.
  expect(
    Object.fromEntries(PLAN_STEPS.map((step, at) => [step, ROLES.length - asked[at]!])),
  ).toEqual(
    Object.fromEntries(
      PLAN_STEPS.map((step) => [
        step,
        step === 'agree' ? 0 : step === 'check-route' || step === 'accept' ? 1 : ROLES.length,
      ]),
    ),
  );
  expect(isWordOfAnother(DEFAULT_SETTING, 'fire-department', 'check-route')).toBe(false);
  expect(isWordOfAnother(DEFAULT_SETTING, 'welfare-officer', 'check-route')).toBe(true);
});

const approval = fc.option(fc.constant({ at: AT, by: '架空', version: 1 }), { nil: null });
const record: fc.Arbitrary<PlanRecord> = fc.record({
  stage: fc.constantFrom(...PLAN_STAGES),
  approvals: fc.record({ route: approval, shelter: approval, person: approval }),
  reviewReasons: fc.constantFrom([], ['road-closed' as const]),
  endReason: fc.constant(null),
  outline: planContent.map(outlineOf),
  contentVersion: fc.integer({ min: 0, max: 9 }),
});
const person: fc.Arbitrary<PersonForPlan> = fc.record({
  isInFacility: fc.boolean(),
  isOnRoster: fc.boolean(),
  isConsentGiven: fc.boolean(),
});
const setting: fc.Arbitrary<PlanSetting> = fc.record({
  tasks: fc
    .tuple(...PLAN_TASKS.map((task) => fc.subarray([...rolesAllowed(task)])))
    .map(
      (roles) =>
        Object.fromEntries(
          PLAN_TASKS.map((task, at) => [
            task,
            { party: DEFAULT_SETTING.tasks[task].party, roles: roles[at] ?? [] },
          ]),
        ) as unknown as PlanSetting['tasks'],
    ),
  asked: fc.subarray([...OPTIONAL_STEPS]),
  reviewMonths: fc.constant(null),
});
const step = fc.constantFrom(...PLAN_STEPS);
const role = fc.constantFrom(...ROLES);
const runs = { numRuns: 2000 };

describe('the steps of a plan', () => {
  it('lead nowhere that the table does not say', () => {
    fc.assert(
      fc.property(record, setting, person, step, (plan, city, who, asked) => {
        const taken = takeStep(plan, city, who, request(asked));
        if (!taken.ok) return;
        expect(STEP_TABLE[asked].from).toContain(plan.stage);
        expect(STEP_TABLE[asked].to).toContain(taken.value.record.stage);
      }),
      runs,
    );
  });

  it('can end a plan wherever it stands, whoever the person is', () => {
    fc.assert(
      fc.property(record, setting, person, (plan, city, who) => {
        if (plan.stage === 'ended') return;
        expect(takeStep(plan, city, who, request('end'))).toMatchObject({
          value: { record: { stage: 'ended' } },
        });
      }),
    );
  });

  it('are taken by nobody who has not the role for it', () => {
    fc.assert(
      fc.property(record, setting, step, role, (plan, city, asked, by) => {
        const taken = takeStep(plan, city, AT_HOME, request(asked, { role: by }));
        const has = city.tasks[asked].roles.includes(by);
        expect(taken.ok && !has).toBe(false);
        if (!has) expect(taken).toMatchObject({ problem: { code: 'plan.not-yours' } });
      }),
      runs,
    );
  });

  it('bring every stage about, one after the other', () => {
    const reached = new Set<PlanStage>(['not-started']);
    const outline = outlineOf(WHOLE_PLAN);
    const seen = [{ ...NO_RECORD, outline }];
    for (const plan of seen)
      for (const asked of PLAN_STEPS) {
        const taken = takeStep(plan, DEFAULT_SETTING, AT_HOME, request(asked));
        if (!taken.ok || reached.has(taken.value.record.stage)) continue;
        reached.add(taken.value.record.stage);
        seen.push({ ...taken.value.record });
      }
    expect([...reached].sort()).toEqual([...PLAN_STAGES].sort());
  });

  it('wait for what has to be there, and name it', () => {
    const codeOf = (plan: PlanRecord, asked: PlanStep, who = AT_HOME) => {
      const taken = takeStep(plan, DEFAULT_SETTING, who, request(asked));
      return taken.ok ? 'taken' : `${taken.problem.code} ${taken.problem.ja}`;
    };
    const draft: PlanRecord = { ...NO_RECORD, stage: 'drafting' };
    expect(codeOf(draft, 'check-route')).toMatch(/incomplete.*避難先.*経路.*移動手段/u);
    const alone = outlineOf({ ...WHOLE_PLAN, supporters: [] });
    const checked = { ...draft, stage: 'route-checked' as const, outline: alone };
    expect(codeOf(checked, 'agree')).toMatch(/いない理由.*経路を確認していません.*受け入れを承諾/u);
    const explained = outlineOf({ ...WHOLE_PLAN, supporters: [], withoutSupporters: '希望なし' });
    expect(codeOf({ ...checked, outline: explained }, 'agree')).not.toMatch(/いない理由/u);
    const agreed = { ...draft, stage: 'person-agreed' as const, outline: outlineOf(WHOLE_PLAN) };
    expect(codeOf(agreed, 'share', { ...AT_HOME, isConsentGiven: false })).toMatch(/同意/u);
    expect(codeOf(agreed, 'put-in-force')).toMatch(/共有していません/u);
    expect(codeOf(NO_RECORD, 'ask-consent', { ...AT_HOME, isInFacility: true })).toMatch(/施設/u);
    const silent = request('send-back', { reason: null });
    expect(takeStep(draft, DEFAULT_SETTING, AT_HOME, silent)).toMatchObject({
      problem: { code: 'plan.reason-missing' },
    });
  });

  it('leave out what the city does without, and a shelter that is open to everybody', () => {
    const bare: PlanSetting = { ...DEFAULT_SETTING, asked: [] };
    const draft: PlanRecord = {
      ...{ ...NO_RECORD, stage: 'drafting' },
      outline: outlineOf(WHOLE_PLAN),
    };
    const taken = takeStep(draft, bare, AT_HOME, request('agree'));
    expect(taken).toMatchObject({ value: { record: { stage: 'person-agreed' } } });
    expect(taken.ok && nextTask(taken.value.record, bare, AT_HOME)).toBe('put-in-force');
    const shelter = { ...WHOLE_PLAN.destination!, kind: 'shelter' as const };
    const open = { ...draft, outline: outlineOf({ ...WHOLE_PLAN, destination: shelter }) };
    expect(nextTask(open, DEFAULT_SETTING, AT_HOME)).toBe('check-route');
    const checked = takeStep(open, DEFAULT_SETTING, AT_HOME, request('check-route'));
    expect(checked.ok && nextTask(checked.value.record, DEFAULT_SETTING, AT_HOME)).toBe('agree');
  });

  it('wait for somebody to write while what they look at is not written', () => {
    const draft: PlanRecord = { ...NO_RECORD, stage: 'drafting' };
    expect(nextTask(draft, DEFAULT_SETTING, AT_HOME)).toBe('write');
    expect(nextTask(draft, DEFAULT_SETTING, { ...AT_HOME, isInFacility: true })).toBeNull();
  });

  it('gather the reasons of a review until somebody looked', () => {
    const force: PlanRecord = { ...NO_RECORD, stage: 'in-force', outline: outlineOf(WHOLE_PLAN) };
    const once = takeStep(force, DEFAULT_SETTING, AT_HOME, request('call-review'));
    const twice =
      once.ok &&
      takeStep(once.value.record, DEFAULT_SETTING, AT_HOME, {
        ...request('call-review'),
        reviewReason: 'road-closed',
      });
    expect(twice).toMatchObject({
      value: { record: { stage: 'review-due', reviewReasons: ['drill-finding', 'road-closed'] } },
    });
  });
});

describe('what was approved', () => {
  const given = { at: AT, by: '架空', version: 1 };
  const agreed: PlanRecord = {
    ...{ ...NO_RECORD, stage: 'in-force', contentVersion: 1 },
    approvals: { route: given, shelter: given, person: given },
    outline: outlineOf(WHOLE_PLAN),
  };
  const write = (after: PlanContent, plan = agreed) => {
    const fallen = fallenApprovals(plan.approvals, WHOLE_PLAN, after);
    return { fallen, record: afterWriting(plan, DEFAULT_SETTING, outlineOf(after), fallen) };
  };

  it('falls away when what it was said of changes, and the plan is drawn up again', () => {
    const route = write({ ...WHOLE_PLAN, route: { ...WHOLE_PLAN.route!, redMeters: 90 } });
    expect(route.fallen.map(({ approval: one }) => one)).toEqual(['route', 'person']);
    expect(route.fallen[0]?.why.ja).toBe('経路が変わったため');
    expect(route.record).toMatchObject({ stage: 'drafting', contentVersion: 2 });
    const helpers = write({ ...WHOLE_PLAN, supporters: [], withoutSupporters: '希望なし' });
    expect(helpers.fallen.map(({ approval: one }) => one)).toEqual(['route', 'shelter', 'person']);
  });

  it('stands when anything else changes: a number put right, one item more', () => {
    const [helper] = WHOLE_PLAN.supporters;
    const after = {
      ...WHOLE_PLAN,
      items: ['お薬手帳'],
      supporters: [{ ...helper!, phone: '000-0000-0002' }],
    };
    expect(write(after)).toMatchObject({ fallen: [], record: { stage: 'in-force' } });
  });

  it('counts again as soon as what fell was given anew', () => {
    const { record: written } = write({
      ...WHOLE_PLAN,
      route: { ...WHOLE_PLAN.route!, lengthMeters: 1 },
    });
    const checked = takeStep(written, DEFAULT_SETTING, AT_HOME, request('check-route'));
    // The shelter's word still stands.
    expect(checked).toMatchObject({ value: { record: { stage: 'accepted' } } });
  });

  it('never stands of a content that nobody approved', () => {
    fc.assert(
      fc.property(planContent, planContent, record, (before, after, plan) => {
        const fallen = fallenApprovals(plan.approvals, before, after);
        const written = afterWriting(plan, DEFAULT_SETTING, outlineOf(after), fallen);
        for (const { approval: one } of fallen) expect(written.approvals[one]).toBeNull();
        const isRouteNew = JSON.stringify(before.route) !== JSON.stringify(after.route);
        if (isRouteNew) expect(written.approvals).toMatchObject({ route: null, person: null });
        if (fallen.length > 0) expect(written.stage).toBe(stageOf(written, DEFAULT_SETTING));
      }),
    );
  });
});

describe("the city's setting", () => {
  it('gives nothing to roles that see no plan, nor the sharing to anybody outside', () => {
    expect(misgivenTasks(DEFAULT_SETTING)).toEqual([]);
    const tasks = {
      ...DEFAULT_SETTING.tasks,
      share: { party: 'community' as const, roles: ['district-organisation' as const] },
      write: { party: 'welfare' as const, roles: ['drill-coordinator' as const] },
    };
    expect(misgivenTasks({ ...DEFAULT_SETTING, tasks })).toEqual(['write', 'share']);
    expect(PLAN_ROLES).not.toContain('auditor');
  });
});

describe('the facilities that a plan is given to', () => {
  const outline = { ...outlineOf(WHOLE_PLAN), secondShelterId: 'w2' };
  const at = (stage: PlanStage): PlanRecord => ({ ...NO_RECORD, stage, outline });
  const reach = (stage: PlanStage, next: Parameters<typeof shelterReach>[2] = null) =>
    shelterReach(at('drafting'), at(stage), next);

  it('are the destination once it is asked to accept, and both once the plan is shared', () => {
    expect(reach('drafting', 'check-route')).toEqual({ named: [], noLonger: [] });
    expect(reach('route-checked', 'accept')).toEqual({ named: ['w1'], noLonger: [] });
    expect(reach('in-force')).toEqual({ named: ['w1', 'w2'], noLonger: [] });
  });

  it('are none any more when the plan is over, or names another one', () => {
    expect(reach('ended')).toEqual({ named: [], noLonger: ['w1', 'w2'] });
    expect(reach('refused')).toEqual({ named: [], noLonger: ['w1', 'w2'] });
    const other = { ...at('drafting'), outline: { ...outline, destinationShelterId: 'w3' } };
    expect(shelterReach(at('accepted'), other, 'write')).toEqual({ named: [], noLonger: ['w1'] });
  });
});
