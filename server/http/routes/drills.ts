import type { Request } from 'express';
import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  drillAgreementSchema,
  drillCandidatesSchema,
  drillConflictSchema,
  drillListQuerySchema,
  drillListSchema,
  drillVersionSchema,
  drillViewSchema,
  newDrillSchema,
  removeDrillSchema,
  saveDrillSchema,
  searchDrillCandidatesSchema,
} from '#contract/drill';
import type { DrillContentOnWire } from '#contract/drill-plan';
import { mayUse } from '#domain/access/rules';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import type { Actor } from '../../db/actor.ts';
import { readCandidates, recordAgreement } from '../../services/drills/drill-people.ts';
import {
  type DrillSources,
  readDrill,
  readDrills,
  readDrillVersion,
} from '../../services/drills/read-drills.ts';
import { removeDrill } from '../../services/drills/remove-drill.ts';
import { createDrill, type DrillSaved, saveDrill } from '../../services/drills/save-drill.ts';
import type { MunicipalityVersions } from '../../services/read/data-versions.ts';
import type { AppContext } from '../context.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem } from '../problems.ts';

export const DRILLS = '/api/municipalities/:code/drills';
export const drillParams = z.object({ code: municipalityCodeSchema, id: z.uuid() });

export interface DrillAsked {
  readonly context: AppContext;
  readonly actor: Actor;
  readonly municipality: MunicipalityVersions;
  readonly request: Request;
}
export const drillSources = ({ context, actor, municipality }: DrillAsked): DrillSources => ({
  ...{ database: context.database, readers: context.readers, municipality, actor },
  now: context.clock(),
});

const namesIn = ({ people }: DrillContentOnWire) =>
  people.flatMap(({ residentId }) => residentId ?? []);

async function answerView(asked: DrillAsked, id: string) {
  const read = await readDrill(drillSources(asked), id);
  return read.ok
    ? ok(read.value.view, read.value.residentIds)
    : fail(fromDomainProblem(read.problem));
}

function afterSave(asked: DrillAsked, saved: DrillSaved) {
  if (saved.kind === 'saved') return answerView(asked, saved.id);
  if (saved.kind === 'problem') return fail(fromDomainProblem(saved.problem));
  const stale = fromDomainProblem(DRILL_DESK_FAILURES.stale());
  return fail({ ...stale, more: { merge: saved.merge } });
}

const shown = { tag: 'drills', personal: true, audit: 'people.drill' } as const;
const one = { ...shown, params: drillParams } as const;

export const drillEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: DRILLS,
    access: 'drills.see',
    tag: 'drills',
    personal: true,
    summary: { ja: '訓練の一覧(新しい日付が先)', en: 'Drills, the newest date first' },
    query: drillListQuerySchema,
    response: drillListSchema,
    async handle(asked) {
      const drills = await readDrills(drillSources(asked), asked.query.removed === 'true');
      return ok({ drills, mayPlan: mayUse(asked.actor.role, 'drills.plan') });
    },
  }),
  municipalEndpoint({
    ...shown,
    method: 'post',
    path: DRILLS,
    access: 'drills.plan',
    summary: { ja: '訓練を計画する', en: 'Plan a drill' },
    body: newDrillSchema,
    status: 201,
    response: drillViewSchema,
    problems: ['drill.shelter-unknown', 'drill-person.unknown'],
    changes: { action: 'drill.save', people: ({ body }) => namesIn(body.content) },
    async handle(asked) {
      return afterSave(asked, await createDrill(drillSources(asked), asked.body));
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'get',
    path: `${DRILLS}/:id`,
    access: 'drills.see',
    summary: {
      ja: '訓練の計画(想定、手順、時間割、参加する人、足りないもの)',
      en: 'Plan of a drill: scenario, steps, time line, people, and what it lacks',
    },
    response: drillViewSchema,
    problems: ['drill.unknown'],
    handle: (asked) => answerView(asked, asked.params.id),
  }),
  municipalEndpoint({
    ...one,
    method: 'put',
    path: `${DRILLS}/:id`,
    access: 'drills.plan',
    summary: {
      ja: '訓練の計画を保存(version が古いと409で、両方を合わせたものを返す)',
      en: 'Save the plan of a drill (409 with both edits together where version is old)',
    },
    body: saveDrillSchema,
    response: drillViewSchema,
    conflict: drillConflictSchema,
    problems: [
      ...(['drill.unknown', 'drill.stale', 'drill.begun', 'drill-version.unknown'] as const),
      ...(['drill.shelter-unknown', 'drill-person.unknown'] as const),
    ],
    changes: { action: 'drill.save', people: ({ body }) => namesIn(body.content) },
    async handle(asked) {
      const saved = await saveDrill(drillSources(asked), asked.params.id, asked.body);
      return afterSave(asked, saved);
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'put',
    path: `${DRILLS}/:id/removed`,
    access: 'drills.plan',
    summary: { ja: '訓練を片付ける・元に戻す', en: 'Take a drill away, or that back' },
    body: removeDrillSchema,
    response: drillViewSchema,
    problems: ['drill.unknown', 'drill.is-published'],
    changes: { action: 'drill.save', people: () => [] },
    async handle(asked) {
      const { id } = asked.params;
      const removed = await removeDrill(drillSources(asked), id, asked.body.isRemoved);
      return removed.ok ? answerView(asked, id) : fail(fromDomainProblem(removed.problem));
    },
  }),
  municipalEndpoint({
    ...shown,
    method: 'get',
    path: `${DRILLS}/:id/versions/:version`,
    params: drillParams.extend({ version: z.coerce.number().int().min(1) }),
    access: 'drills.see',
    summary: { ja: '訓練の計画の一つの版', en: 'One version of the plan of a drill' },
    response: drillVersionSchema,
    problems: ['drill-version.unknown'],
    async handle(asked) {
      const { id, version } = asked.params;
      const found = await readDrillVersion(drillSources(asked), id, version);
      return found.ok
        ? ok(found.value, namesIn(found.value.content))
        : fail(fromDomainProblem(found.problem));
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'post',
    path: `${DRILLS}/:id/candidates`,
    access: 'drills.plan',
    summary: {
      ja: '訓練に加えられる人(計画が運用中で、避難先がこの訓練の施設の人。検索の言葉は本文で送り、記録に残らない)',
      en: 'Who could take part: people whose plan is in force and leads to a shelter of the drill; the text is in the body and is not logged',
    },
    body: searchDrillCandidatesSchema,
    response: drillCandidatesSchema,
    problems: ['drill.unknown'],
    async handle(asked) {
      const found = await readCandidates(drillSources(asked), asked.params.id, asked.body);
      if (!found.ok) return fail(fromDomainProblem(found.problem));
      return ok(
        found.value,
        found.value.people.map(({ residentId }) => residentId),
      );
    },
  }),
  municipalEndpoint({
    ...shown,
    method: 'put',
    path: `${DRILLS}/:id/people/:personId/agreement`,
    params: drillParams.extend({ personId: z.string().max(64) }),
    access: 'drills.agree',
    summary: {
      ja: '訓練への参加の同意を記録・取り消す(日付つき)',
      en: 'Record with its date that somebody agreed to take part, or take that back',
    },
    body: drillAgreementSchema,
    response: drillViewSchema,
    problems: [
      ...(['drill.unknown', 'drill-person.unknown', 'drill-person.stand-in'] as const),
      'drill-person.agreed-late',
    ],
    changes: { action: 'drill.agree', people: () => [] },
    async handle(asked) {
      const { id, personId } = asked.params;
      const done = await recordAgreement(drillSources(asked), id, personId, asked.body);
      return done.ok ? answerView(asked, id) : fail(fromDomainProblem(done.problem));
    },
  }),
];
