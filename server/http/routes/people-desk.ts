import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  candidateRequestSchema,
  type Duplicates,
  duplicatesSchema,
  judgeDuplicateSchema,
  leavePositionSchema,
  newFilterSchema,
  openPositionsSchema,
  positionCandidatesSchema,
  removeFilterSchema,
  residentHistorySchema,
  restorePositionSchema,
  savedFilterListSchema,
  savedFilterSchema,
  saveFilterSchema,
} from '#contract/people-desk';
import { residentDetailSchema } from '#contract/resident';
import type { Result } from '#domain/problem';
import { setPositionLeft } from '../../services/leave-position.ts';
import { readDuplicates } from '../../services/read/duplicates.ts';
import { readOpenPositions } from '../../services/read/open-positions.ts';
import { findResidentDetail } from '../../services/read/resident-detail.ts';
import { readResidentHistory } from '../../services/read/resident-history.ts';
import {
  changeSavedFilter,
  createSavedFilter,
  readSavedFilters,
  setFilterRemoved,
} from '../../services/saved-filters.ts';
import { serviceOf } from '../adopt-side.ts';
import { type Endpoint, fail, municipalEndpoint, type Outcome, ok } from '../endpoint.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';
import { judgePair, restoreMove } from '../write-side.ts';

const BASE = '/api/municipalities/:code';
const idParams = z.object({ code: municipalityCodeSchema, id: z.uuid() });

const outcomeOf = <Value>(result: Result<Value>): Outcome<Value> =>
  result.ok ? ok(result.value) : fail(fromDomainProblem(result.problem));

const idOf = ({ id }: { readonly id: string }) => id;
const peopleOf = ({ pairs }: Duplicates) => pairs.flatMap(({ a, b }) => [a.id, b.id]);

const savedFilterEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: `${BASE}/saved-filters`,
    access: 'filters.see',
    tag: 'residents',
    summary: { ja: '保存した絞り込みの一覧', en: 'The saved filters' },
    response: savedFilterListSchema,
    async handle({ context, municipality: { code } }) {
      return ok({ filters: await readSavedFilters(context.database, code) });
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/saved-filters`,
    access: 'filters.change',
    tag: 'residents',
    summary: {
      ja: '絞り込みと並び順を名前を付けて保存',
      en: 'Save filters and order under a name',
    },
    body: newFilterSchema,
    status: 201,
    response: savedFilterSchema,
    async handle({ context, actor, municipality: { code }, body }) {
      return outcomeOf(await createSavedFilter(serviceOf(context, actor), code, body));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${BASE}/saved-filters/:id`,
    access: 'filters.change',
    tag: 'residents',
    summary: {
      ja: '保存した絞り込みの変更(version が古いと409)',
      en: 'Change a saved filter (409 where version is old)',
    },
    params: idParams,
    body: saveFilterSchema,
    response: savedFilterSchema,
    problems: ['saved-filter.unknown', 'saved-filter.stale'],
    async handle({ context, actor, params: { code, id }, body }) {
      return outcomeOf(await changeSavedFilter(serviceOf(context, actor), code, id, body));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${BASE}/saved-filters/:id/removed`,
    access: 'filters.change',
    tag: 'residents',
    summary: {
      ja: '保存した絞り込みの削除、またはその取り消し',
      en: 'Remove a saved filter, or take that back',
    },
    params: idParams,
    body: removeFilterSchema,
    response: savedFilterSchema,
    problems: ['saved-filter.unknown', 'saved-filter.stale'],
    async handle({ context, actor, params: { code, id }, body }) {
      return outcomeOf(await setFilterRemoved(serviceOf(context, actor), code, id, body));
    },
  }),
];

const positionEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: `${BASE}/residents/:id/history`,
    access: 'people.history',
    tag: 'residents',
    summary: {
      ja: '対象者の履歴(位置の移動、取り込みによる変更、判定の変化)',
      en: 'What became of a person: moves, changes by imports, other judgements',
    },
    params: idParams,
    response: residentHistorySchema,
    personal: true,
    audit: 'people.history',
    problems: ['resident.unknown'],
    async handle({ context, actor, params: { code, id } }) {
      const history = await readResidentHistory(context.database, code, actor, id);
      return history === null ? fail(httpProblem('resident.unknown')) : ok(history, [id]);
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${BASE}/residents/:id/position/restored`,
    access: 'people.change',
    tag: 'residents',
    summary: {
      ja: '位置の移動を元に戻す(履歴に残る。判定と順位も改めます)',
      en: 'Take a move back, as an entry of the history; judgement and rank follow',
    },
    params: idParams,
    body: restorePositionSchema,
    response: residentDetailSchema,
    personal: true,
    audit: 'people.detail',
    problems: ['resident.unknown', 'resident.stale'],
    changes: { action: 'people.move', people: ({ params: { id } }) => [id] },
    async handle({ context, municipality, actor, params, body }) {
      const restored = await restoreMove(context, actor, params.code, params.id, body);
      if (!restored.ok) return fail(restored.problem);
      const latest = (await context.readVersions(params.code)) ?? municipality;
      const detail = await findResidentDetail(context, latest, actor, params.id);
      return detail === null ? fail(httpProblem('resident.unknown')) : ok(detail, [params.id]);
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/residents/:id/position-candidates`,
    access: 'people.change',
    tag: 'residents',
    summary: {
      ja: '位置の候補(住所、または入力した文字から位置参照情報でさがす)',
      en: 'Where the person may live: by the address or a given text, from the gazetteer',
    },
    params: idParams,
    body: candidateRequestSchema,
    response: positionCandidatesSchema,
    personal: true,
    audit: 'people.positions',
    problems: ['resident.unknown'],
    async handle({ context, municipality, actor, params, body }) {
      const detail = await findResidentDetail(context, municipality, actor, params.id);
      if (detail === null) return fail(httpProblem('resident.unknown'));
      const text = body.text ?? detail.address ?? '';
      return ok(await context.readCandidates(municipality, text), [params.id]);
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${BASE}/open-positions`,
    access: 'people.change',
    tag: 'residents',
    summary: {
      ja: '位置があいまいで判定できない人(確かめる順)',
      en: 'People who cannot be judged because of their position, in the order to be settled',
    },
    response: openPositionsSchema,
    personal: true,
    audit: 'people.positions',
    async handle({ context, actor, municipality: { code } }) {
      const open = await readOpenPositions(context.database, code, actor);
      return ok(open, open.people.map(idOf));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${BASE}/residents/:id/position-left`,
    access: 'people.change',
    tag: 'residents',
    summary: {
      ja: '位置をそのままにする(理由を残す)、またはその取り消し',
      en: 'Leave a position as it is, with the reason, or take that back',
    },
    params: idParams,
    body: leavePositionSchema,
    response: openPositionsSchema,
    personal: true,
    audit: 'people.positions',
    problems: ['resident.unknown', 'resident.stale'],
    changes: { action: 'people.move', people: ({ params: { id } }) => [id] },
    async handle({ context, actor, params: { code, id }, body }) {
      const left = await setPositionLeft(serviceOf(context, actor), code, id, body);
      if (!left.ok) return fail(fromDomainProblem(left.problem));
      const open = await readOpenPositions(context.database, code, actor);
      return ok(open, open.people.map(idOf));
    },
  }),
];

const duplicateEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: `${BASE}/duplicates`,
    access: 'people.change',
    tag: 'residents',
    summary: {
      ja: '同じ人かもしれない2人の組(まだ決めていないもの)',
      en: 'Pairs of entries that look like one person and were not judged yet',
    },
    response: duplicatesSchema,
    personal: true,
    audit: 'people.duplicates',
    async handle({ context, actor, municipality: { code } }) {
      const duplicates = await readDuplicates(context.database, code, actor);
      return ok(duplicates, peopleOf(duplicates));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/duplicates`,
    access: 'people.change',
    tag: 'residents',
    summary: {
      ja: '同じ人か別の人かを決める、または取り消す',
      en: 'Say whether two entries are one person, or take that back',
    },
    body: judgeDuplicateSchema,
    response: duplicatesSchema,
    personal: true,
    audit: 'people.duplicates',
    problems: ['resident.unknown', 'resident.stale'],
    changes: { action: 'people.merge', people: ({ body: { a, b } }) => [a, b] },
    async handle({ context, actor, municipality: { code }, body }) {
      const judged = await judgePair(context, actor, code, body);
      if (!judged.ok) return fail(judged.problem);
      const duplicates = await readDuplicates(context.database, code, actor);
      return ok(duplicates, peopleOf(duplicates));
    },
  }),
];

export const peopleDeskEndpoints: readonly Endpoint[] = [
  ...savedFilterEndpoints,
  ...positionEndpoints,
  ...duplicateEndpoints,
];
