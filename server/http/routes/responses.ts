// Over 300 lines because it is one table: every door of a response, which all stand on the same few readers.

import type { Request } from 'express';
import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  closeResponseSchema,
  countUnexpectedSchema,
  openResponseSchema,
  raiseLevelsSchema,
  reportListSchema,
  reportsQuerySchema,
  reportsTakenSchema,
  responseDetailSchema,
  responseListSchema,
  sendReportsSchema,
  unexpectedCountedSchema,
  wayAnswerSchema,
  wayToPersonSchema,
} from '#contract/response';
import { mayUse } from '#domain/access/rules';
import { localDay } from '#domain/local-day';
import { RESPONSE_FAILURES } from '#domain/plan/response-failures';
import type { Result } from '#domain/problem';
import type { Actor } from '../../db/actor.ts';
import type { PlanSources } from '../../services/plans/change-plan.ts';
import type { MunicipalityVersions } from '../../services/read/data-versions.ts';
import {
  closeResponse,
  openResponse,
  raiseLevels,
} from '../../services/responses/open-response.ts';
import { readReports } from '../../services/responses/read-reports.ts';
import { readResponse, readResponses } from '../../services/responses/read-response.ts';
import { countUnexpected, takeReports } from '../../services/responses/report.ts';
import { wayToPerson } from '../../services/responses/way-to-person.ts';
import { closedSignal } from '../closed-signal.ts';
import type { AppContext } from '../context.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { followLive } from '../live-stream.ts';
import { responseFile } from '../presenters/response-file.ts';
import { fromDomainProblem } from '../problems.ts';

const PATH = '/api/municipalities/:code/responses';
const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });

interface Asked {
  readonly context: AppContext;
  readonly actor: Actor;
  readonly municipality: MunicipalityVersions;
  readonly params: { readonly code: string; readonly id: string };
  readonly request: Request;
}
const sourcesOf = ({ context, actor }: Pick<Asked, 'context' | 'actor'>): PlanSources => ({
  ...{ database: context.database, actor, now: context.clock() },
});

const detailOf = ({ context, actor, municipality, params: { id } }: Asked) =>
  readResponse(context.database, context.readers, municipality, actor, id, context.clock());

async function answerDetail(asked: Asked) {
  const detail = await detailOf(asked);
  if (detail === null) return fail(fromDomainProblem(RESPONSE_FAILURES.unknown()));
  return ok(
    detail,
    detail.people.map((person) => person.id),
  );
}

/** Whoever listens is told at once; then as it stands. */
function afterChange(asked: Asked, changed: Result<unknown>) {
  if (!changed.ok) return fail(fromDomainProblem(changed.problem));
  asked.context.responses.changed(asked.params.id);
  return answerDetail(asked);
}

const shown = { tag: 'plans', personal: true, audit: 'people.response' } as const;
const one = { ...shown, params } as const;

export const responseEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: PATH,
    access: 'responses.see',
    tag: 'plans',
    summary: {
      ja: '災害対応・訓練の一覧(開いているものが先)',
      en: 'Responses and rehearsals, open ones first',
    },
    response: responseListSchema,
    async handle({ context, actor, params: { code } }) {
      const responses = await readResponses(context.database, actor, code);
      return ok({ responses, mayOpen: mayUse(actor.role, 'responses.open') });
    },
  }),
  municipalEndpoint({
    ...shown,
    method: 'post',
    path: PATH,
    access: 'responses.open',
    summary: {
      ja: '災害対応・訓練を開く(対象者と計画を写し取る)',
      en: 'Open a response or a rehearsal, with a copy of whom to move',
    },
    body: openResponseSchema,
    status: 201,
    response: responseDetailSchema,
    problems: ['response.district-unknown', 'response.nobody'],
    changes: { action: 'response.open', people: () => [] },
    async handle(asked) {
      const { code } = asked.params;
      const opened = await openResponse(sourcesOf(asked), code, asked.body);
      if (!opened.ok) return fail(fromDomainProblem(opened.problem));
      return answerDetail({ ...asked, params: { code, id: opened.value } });
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'get',
    path: `${PATH}/:id`,
    access: 'responses.see',
    summary: {
      ja: '避難してもらう人(出発の期限の早い順)と集計',
      en: 'Whom to move, in order of latest start, with counts',
    },
    response: responseDetailSchema,
    problems: ['response.unknown'],
    handle: answerDetail,
  }),
  municipalEndpoint({
    ...one,
    method: 'put',
    path: `${PATH}/:id/closed`,
    access: 'responses.open',
    summary: {
      ja: '災害対応・訓練を終える・終了を取り消す',
      en: 'End a response, or take its end back',
    },
    body: closeResponseSchema,
    response: responseDetailSchema,
    problems: ['response.unknown', 'response.stale'],
    changes: { action: 'response.close', people: () => [] },
    async handle(asked) {
      const { code, id } = asked.params;
      return afterChange(
        asked,
        await closeResponse(sourcesOf(asked), code, id, asked.body.isClosed),
      );
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'post',
    path: `${PATH}/:id/levels`,
    access: 'responses.open',
    summary: {
      ja: '上がった警戒レベルを反映する(出発の期限が変わる)',
      en: 'Take over levels that were raised: latest starts follow',
    },
    body: raiseLevelsSchema,
    response: responseDetailSchema,
    problems: ['response.unknown', 'response.ended', 'response.district-unknown'],
    changes: { action: 'response.open', people: () => [] },
    async handle(asked) {
      const { code, id } = asked.params;
      return afterChange(asked, await raiseLevels(sourcesOf(asked), code, id, asked.body.levels));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${PATH}/:id/reports`,
    params,
    access: 'responses.report',
    tag: 'plans',
    personal: true,
    summary: {
      ja: '安否・避難の状況を報告する(同じidは一度だけ。通信が戻ったときは一括で)',
      en: 'Report how people stand (an id counts once; many at once after being offline)',
    },
    body: sendReportsSchema,
    response: reportsTakenSchema,
    problems: ['response.unknown', 'response.ended'],
    changes: {
      action: 'response.report',
      people: ({ body }) => [...new Set(body.reports.map(({ personId }) => personId))],
    },
    async handle(asked) {
      const { code, id } = asked.params;
      const taken = await takeReports(sourcesOf(asked), code, id, asked.body);
      if (!taken.ok) return fail(fromDomainProblem(taken.problem));
      asked.context.responses.changed(id);
      return ok(taken.value);
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'get',
    path: `${PATH}/:id/reports`,
    access: 'responses.see',
    summary: {
      ja: '報告の一覧(新しい順。person で一人分)',
      en: 'What was reported, the newest first; of one person by `person`',
    },
    query: reportsQuerySchema,
    response: reportListSchema,
    problems: ['response.unknown'],
    async handle({ context, actor, municipality, params: { id }, query: { person } }) {
      const { database, readers } = context;
      const sources = { database, readers, actor };
      const found = await readReports(sources, municipality, id, person ?? null);
      if (!found.ok) return fail(fromDomainProblem(found.problem));
      const people = found.value.reports.map(({ personId }) => personId);
      return ok(found.value, [...new Set(people)]);
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'post',
    path: `${PATH}/:id/way`,
    access: 'responses.see',
    summary: {
      ja: '対象者の家への行き方(今いる場所、または計画の支援者の場所から。場所は残らない)',
      en: 'How to come to somebody, from where the helper is or from the place in the plan; nothing is kept',
    },
    body: wayToPersonSchema,
    response: wayAnswerSchema,
    problems: [
      ...(['response.unknown', 'resident.unknown', 'response.no-place-for-way'] as const),
      ...(['route.no-roads', 'route.far-from-roads', 'route.unreachable'] as const),
      'route.stopped',
    ],
    async handle({ context, actor, municipality, params: { id }, body, request }) {
      const { database, readers, routing } = context;
      const sources = { database, readers, routing, actor, signal: closedSignal(request) };
      const way = await wayToPerson(sources, municipality, id, body);
      return way.ok ? ok(way.value, [body.personId]) : fail(fromDomainProblem(way.problem));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${PATH}/:id/unexpected`,
    params,
    access: 'responses.report',
    tag: 'plans',
    summary: {
      ja: '予定になかった人の到着を数える(名前は扱わない)',
      en: 'Count arrivals that were not expected, without a name',
    },
    body: countUnexpectedSchema,
    response: unexpectedCountedSchema,
    problems: ['response.unknown', 'response.ended', 'response.not-your-shelter'],
    changes: { action: 'response.report', people: () => [] },
    async handle(asked) {
      const { code, id } = asked.params;
      const counted = await countUnexpected(sourcesOf(asked), code, id, asked.body);
      if (!counted.ok) return fail(fromDomainProblem(counted.problem));
      asked.context.responses.changed(id);
      return ok({ unexpected: counted.value });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/:id/events`,
    params,
    access: 'responses.see',
    tag: 'plans',
    personal: true,
    summary: {
      ja: '状況の変化(サーバー送信イベント。event: state(全体)とchange(差分)。Last-Event-IDから続けられます)',
      en: 'Changes as server-sent events: `state` holds all, `change` what moved; goes on from Last-Event-ID',
    },
    response: { mediaType: 'text/event-stream' },
    audit: { action: 'people.response', of: 'hour' },
    problems: ['response.unknown'],
    async handle(asked) {
      const { code, id } = asked.params;
      const found = await readResponses(asked.context.database, asked.actor, code);
      return found.some((response) => response.id === id)
        ? ok(
            followLive(
              asked.context,
              asked.context.responses,
              asked.actor,
              code,
              id,
              RESPONSE_FAILURES.unknown,
            ),
          )
        : fail(fromDomainProblem(RESPONSE_FAILURES.unknown()));
    },
  }),
  municipalEndpoint({
    ...one,
    audit: 'people.export',
    method: 'get',
    path: `${PATH}/:id/people.csv`,
    access: 'responses.see',
    summary: {
      ja: '避難してもらう人の一覧(CSV。訓練のときは各行に「訓練」と書く)',
      en: 'Whom to move as CSV; each line of a rehearsal says so',
    },
    byLanguage: true,
    response: { mediaType: 'text/csv' },
    problems: ['response.unknown'],
    async handle(asked) {
      const detail = await detailOf(asked);
      if (detail === null) return fail(fromDomainProblem(RESPONSE_FAILURES.unknown()));
      const name = `${detail.kind}-${asked.params.code}-${localDay(new Date(detail.openedAt))}.csv`;
      return ok(
        responseFile(detail, name),
        detail.people.map((person) => person.id),
      );
    },
  }),
];
