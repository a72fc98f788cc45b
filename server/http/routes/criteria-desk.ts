import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  adoptDraftSchema,
  adoptedSchema,
  adoptVersionSchema,
  criteriaDraftSchema,
  criteriaEffectSchema,
  criteriaOverviewSchema,
  criteriaTrialSchema,
  newDraftSchema,
  saveDraftSchema,
} from '#contract/criteria-desk';
import type { Result } from '#domain/problem';
import { adoptDraft, adoptVersion } from '../../services/adopt-criteria.ts';
import {
  createDraft,
  readDraft,
  saveDraft,
  setDraftRemoved,
} from '../../services/criteria-drafts.ts';
import { findCriteriaVersion } from '../../services/read/criteria.ts';
import { criteriaInForce, readCriteriaOverview } from '../../services/read/criteria-overview.ts';
import { tryCriteria } from '../../services/read/try-criteria.ts';
import { adoptThenRank, serviceOf } from '../adopt-side.ts';
import { type Endpoint, fail, municipalEndpoint, type Outcome, ok } from '../endpoint.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';

const BASE = '/api/municipalities/:code/criteria';
const draftParams = z.object({ code: municipalityCodeSchema, id: z.uuid() });

const outcomeOf = <Value>(result: Result<Value>): Outcome<Value> =>
  result.ok ? ok(result.value) : fail(fromDomainProblem(result.problem));

export const criteriaDeskEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: `${BASE}/overview`,
    access: 'criteria.see',
    tag: 'criteria',
    summary: {
      ja: '基準の一覧(付属、採用した版、下書き、採用の記録)',
      en: 'All criteria: presets, adopted versions, drafts, and who adopted what',
    },
    response: criteriaOverviewSchema,
    async handle({ context, municipality: { code, settings } }) {
      return ok(await readCriteriaOverview(context.database, code, settings.criteriaId));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/drafts`,
    access: 'criteria.try',
    tag: 'criteria',
    summary: { ja: '基準の下書きを作る', en: 'Begin a draft of criteria' },
    body: newDraftSchema,
    status: 201,
    response: criteriaDraftSchema,
    async handle({ context, actor, municipality: { code }, body: { basedOn, document } }) {
      return outcomeOf(await createDraft(serviceOf(context, actor), code, basedOn, document));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${BASE}/drafts/:id`,
    access: 'criteria.try',
    tag: 'criteria',
    summary: { ja: '基準の下書き', en: 'A draft of criteria' },
    params: draftParams,
    response: criteriaDraftSchema,
    problems: ['criteria-draft.unknown'],
    async handle({ context, params: { code, id } }) {
      return outcomeOf(await readDraft(context.database, code, id));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${BASE}/drafts/:id`,
    access: 'criteria.try',
    tag: 'criteria',
    summary: {
      ja: '下書きの保存(version が古いと409)',
      en: 'Keep a draft (409 where version is old)',
    },
    params: draftParams,
    body: saveDraftSchema,
    response: criteriaDraftSchema,
    problems: ['criteria-draft.unknown', 'criteria-draft.stale'],
    async handle({ context, actor, params: { code, id }, body }) {
      return outcomeOf(await saveDraft(serviceOf(context, actor), code, id, body));
    },
  }),
  municipalEndpoint({
    method: 'delete',
    path: `${BASE}/drafts/:id`,
    access: 'criteria.try',
    tag: 'criteria',
    summary: { ja: '下書きを捨てる(戻せる)', en: 'Throw a draft away; it can be taken back' },
    params: draftParams,
    response: z.null(),
    problems: ['criteria-draft.unknown'],
    async handle({ context, actor, params: { code, id } }) {
      return outcomeOf(await setDraftRemoved(serviceOf(context, actor), code, id, true));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/drafts/:id/restore`,
    access: 'criteria.try',
    tag: 'criteria',
    summary: { ja: '捨てた下書きを戻す', en: 'Take back a draft that was thrown away' },
    params: draftParams,
    response: z.null(),
    problems: ['criteria-draft.unknown'],
    async handle({ context, actor, params: { code, id } }) {
      return outcomeOf(await setDraftRemoved(serviceOf(context, actor), code, id, false));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/drafts/:id/adoption`,
    access: 'criteria.adopt',
    tag: 'criteria',
    summary: {
      ja: '下書きの採用(全員の順位付けが始まる)',
      en: 'Adopt a draft; everybody is ranked by it',
    },
    params: draftParams,
    body: adoptDraftSchema,
    response: adoptedSchema,
    problems: [
      'criteria-draft.unknown',
      'criteria-draft.stale',
      'municipality.stale',
      'job.conflict',
    ],
    handle: ({ context, actor, params: { code, id }, body }) =>
      adoptThenRank(context, actor, code, (service) => adoptDraft(service, code, id, body)),
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/adoption`,
    access: 'criteria.adopt',
    tag: 'criteria',
    summary: {
      ja: '前の版・付属の基準の採用(全員の順位付けが始まる)',
      en: 'Adopt a former version or a preset; everybody is ranked by it',
    },
    body: adoptVersionSchema,
    response: adoptedSchema,
    problems: ['criteria.unknown', 'municipality.stale', 'job.conflict'],
    handle: ({ context, actor, municipality: { code }, body }) =>
      adoptThenRank(context, actor, code, (service) =>
        adoptVersion(service, code, body.criteria, body),
      ),
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/effect`,
    access: 'criteria.try',
    tag: 'criteria',
    summary: {
      ja: '基準を試す(段階ごと・地区ごとの人数、変わる人)。何も変更しない',
      en: 'Try criteria: people per tier and district, and who changes. Changes nothing',
    },
    body: criteriaTrialSchema,
    response: criteriaEffectSchema,
    personal: true,
    audit: 'people.criteria',
    problems: ['criteria.unknown'],
    async handle({ context, actor, municipality, body: { from: wanted, to, list } }) {
      const { database, readers, readTrialBase } = context;
      const { code, settings } = municipality;
      const versionOf = ({ id, version }: { id: string; version: number }) =>
        findCriteriaVersion(database, code, id, version);
      const from =
        wanted === null
          ? await criteriaInForce(database, code, settings.criteriaId)
          : await versionOf(wanted);
      const criteria = 'document' in to ? null : await versionOf(to);
      const tried = 'document' in to ? to : criteria === null ? null : { criteria };
      if (from === null || tried === null) return fail(httpProblem('criteria.unknown'));
      const base = await readTrialBase(municipality, actor);
      const snapshot = await readers.residents(municipality, actor);
      const effect = tryCriteria(base, snapshot, from, tried, list);
      return ok(
        effect,
        effect.people.rows.map(({ residentId }) => residentId),
      );
    },
  }),
];
