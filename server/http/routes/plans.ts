import type { Request } from 'express';
import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  comparePlanQuerySchema,
  type PlanView,
  planBoardQuerySchema,
  planBoardSchema,
  planComparisonSchema,
  planConflictSchema,
  planSettingsSchema,
  planSettingsViewSchema,
  planVersionSchema,
  planViewSchema,
  savePlanSchema,
  takeStepSchema,
} from '#contract/plan-work';
import { PLAN_FAILURES } from '#domain/plan/plan-failures';
import type { Actor } from '../../db/actor.ts';
import type { PlanSources } from '../../services/plans/change-plan.ts';
import { readPlanBoard } from '../../services/plans/plan-board.ts';
import { readPlanSettings, savePlanSettings } from '../../services/plans/plan-settings.ts';
import { comparePlanVersions, readPlan, readPlanVersion } from '../../services/plans/read-plan.ts';
import { savePlan } from '../../services/plans/save-plan.ts';
import { takePlanStep } from '../../services/plans/take-plan-step.ts';
import type { AppContext } from '../context.ts';
import { answerWith } from '../edit-place.ts';
import { type Endpoint, fail, municipalEndpoint, type Outcome, ok } from '../endpoint.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';
import { rankAfterPlan } from '../write-side.ts';

const PATH = '/api/municipalities/:code/residents/:id/plan';
const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });
const versionParams = params.extend({ version: z.coerce.number().int().min(1) });

interface Asked {
  readonly context: AppContext;
  readonly actor: Actor;
  readonly params: { readonly code: string; readonly id: string };
  readonly request: Request;
}
const sourcesOf = ({ context, actor }: Pick<Asked, 'context' | 'actor'>): PlanSources => ({
  ...{ database: context.database, actor, now: context.clock() },
});

/** The plan as it stands after a change, once ranking and lists follow what is known of it. */
async function planAfter(asked: Asked, isFactMoved: boolean): Promise<Outcome<PlanView>> {
  const { context, actor, params: given } = asked;
  if (isFactMoved) {
    const ranked = await rankAfterPlan(context, actor, given.code);
    if (!ranked.ok) return ranked;
  }
  return planAnswer(asked);
}

async function planAnswer(asked: Asked): Promise<Outcome<PlanView>> {
  const { code, id } = asked.params;
  const view = await readPlan(sourcesOf(asked), code, id);
  return view === null ? fail(httpProblem('resident.unknown')) : ok(view, [id]);
}

const person = {
  ...({ tag: 'plans', personal: true, audit: 'people.plan', params } as const),
};

export const planEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    ...person,
    method: 'get',
    path: PATH,
    access: 'plans.see',
    summary: {
      ja: '個別避難計画(段階、次の手続き、足りないもの、版と経過)',
      en: 'A plan: stage, steps with what is missing, versions and events',
    },
    response: planViewSchema,
    problems: ['resident.unknown'],
    handle: planAnswer,
  }),
  municipalEndpoint({
    ...person,
    method: 'put',
    path: PATH,
    access: 'plans.work',
    summary: {
      ja: '計画の内容を保存(contentVersion が古いと409で、両方を合わせたものを返す)',
      en: 'Save what a plan says (409 with both edits together where contentVersion is old)',
    },
    body: savePlanSchema,
    response: planViewSchema,
    conflict: planConflictSchema,
    problems: [
      ...(['resident.unknown', 'plan.stale', 'plan.not-yours', 'plan.not-writable'] as const),
      'plan-version.unknown',
    ],
    changes: { action: 'plan.save', people: ({ params: { id } }) => [id] },
    async handle(asked) {
      const { code, id } = asked.params;
      const saved = await savePlan(sourcesOf(asked), code, id, asked.body);
      if (saved.kind === 'problem') return fail(fromDomainProblem(saved.problem));
      if (saved.kind === 'merge') {
        const stale = fromDomainProblem(PLAN_FAILURES.stale());
        return fail({ ...stale, more: { merge: saved.merge } });
      }
      return planAfter(asked, saved.isFactMoved);
    },
  }),
  municipalEndpoint({
    ...person,
    method: 'post',
    path: `${PATH}/steps`,
    access: 'plans.work',
    summary: { ja: '計画の手続きを一つ進める', en: 'Take a step of a plan' },
    body: takeStepSchema,
    response: planViewSchema,
    problems: [
      ...(['resident.unknown', 'plan.stale', 'plan.not-yours', 'plan.not-now'] as const),
      ...(['plan.incomplete', 'plan.reason-missing', 'plan.review-reason-missing'] as const),
      'plan.end-reason-missing',
    ],
    changes: {
      action: 'plan.step',
      people: ({ params: { id } }) => [id],
      details: ({ step }) => ({ step }),
    },
    async handle(asked) {
      const { code, id } = asked.params;
      const taken = await takePlanStep(sourcesOf(asked), code, id, asked.body);
      return taken.ok
        ? planAfter(asked, taken.value.isFactMoved)
        : fail(fromDomainProblem(taken.problem));
    },
  }),
  municipalEndpoint({
    ...person,
    method: 'get',
    path: `${PATH}/versions/:version`,
    params: versionParams,
    access: 'plans.see',
    summary: { ja: '計画の一つの版', en: 'One version of a plan' },
    response: planVersionSchema,
    problems: ['resident.unknown', 'plan-version.unknown'],
    async handle(asked) {
      const { code, id, version } = asked.params;
      const found = await readPlanVersion(sourcesOf(asked), code, id, version);
      return found.ok ? ok(found.value, [id]) : fail(fromDomainProblem(found.problem));
    },
  }),
  municipalEndpoint({
    ...person,
    method: 'get',
    path: `${PATH}/compare`,
    access: 'plans.see',
    summary: {
      ja: '二つの版の比較(0は名簿から分かること)',
      en: 'Two versions side by side (0 is what the roster knows)',
    },
    query: comparePlanQuerySchema,
    response: planComparisonSchema,
    problems: ['resident.unknown', 'plan-version.unknown'],
    async handle(asked) {
      const { code, id } = asked.params;
      const { from, to } = asked.query;
      const compared = await comparePlanVersions(sourcesOf(asked), code, id, from, to);
      return compared.ok ? ok(compared.value, [id]) : fail(fromDomainProblem(compared.problem));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/plans/board',
    access: 'plans.see',
    tag: 'plans',
    summary: {
      ja: '計画の進み具合(段階と地区ごとの人数と日数、自分の手続き)',
      en: 'Where plans stand: by stage and district, how long, and whose step is mine',
    },
    query: planBoardQuerySchema,
    response: planBoardSchema,
    personal: true,
    audit: 'people.plans',
    async handle({ context, municipality, actor, query }) {
      const { readers } = context;
      const board = await readPlanBoard(readers, municipality, actor, query, context.clock());
      return ok(
        board,
        board.rows.map(({ id }) => id),
      );
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/plans/settings',
    access: 'plans.see',
    tag: 'plans',
    summary: { ja: '計画の手続きの役割分担', en: 'Who does which step of a plan' },
    response: planSettingsViewSchema,
    dependsOn: ['plan-settings'],
    async handle(asked) {
      return ok(await readPlanSettings(sourcesOf(asked), asked.params.code));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: '/api/municipalities/:code/plans/settings',
    access: 'plans.settings',
    tag: 'plans',
    summary: {
      ja: '計画の手続きの役割分担を変える(version が古いと409)',
      en: 'Say who does which step of a plan (409 where version is old)',
    },
    body: planSettingsSchema,
    response: planSettingsViewSchema,
    problems: ['plan-setting.stale', 'plan-setting.misgiven'],
    changes: { action: 'plan.settings', people: () => [] },
    async handle(asked) {
      return answerWith(await savePlanSettings(sourcesOf(asked), asked.params.code, asked.body));
    },
  }),
];
