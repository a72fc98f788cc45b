import { z } from 'zod';
import { jobSchema } from '#contract/dataset';
import {
  drillRoutesQuestionSchema,
  drillRoutesSchema,
  drillTourListSchema,
  drillTourQuerySchema,
  drillTourSchema,
  planToursSchema,
} from '#contract/drill-routes';
import { readRoutes } from '../../services/drills/read-routes.ts';
import { readTour, readTours } from '../../services/drills/read-tours.ts';
import { closedSignal } from '../closed-signal.ts';
import { answerWith } from '../edit-place.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';
import { toursWork } from '../tours-side.ts';
import { DRILLS, type DrillAsked, drillParams, drillSources } from './drills.ts';

export const routeSources = (asked: DrillAsked) => ({
  ...drillSources(asked),
  routing: asked.context.routing,
  signal: closedSignal(asked.request),
});

const ROUTING = [
  ...(['route.no-roads', 'route.profile-unknown', 'route.policy-unknown'] as const),
  'route.stopped',
] as const;
const TOURS = `${DRILLS}/:id/tours`;
const about = { tag: 'drills', personal: true, params: drillParams } as const;
const job = {
  ...({ tag: 'drills', personal: true, access: 'drills.plan', response: jobSchema } as const),
  params: drillParams.extend({ jobId: z.uuid() }),
};

export const drillRouteEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    ...about,
    method: 'post',
    path: `${DRILLS}/:id/routes`,
    access: 'drills.see',
    summary: {
      ja: '訓練の経路(想定の通行止めで。別の経路と、計画の経路との比較)',
      en: 'Training routes under the closures of the scenario, with variants and the plan beside them',
    },
    body: drillRoutesQuestionSchema,
    response: drillRoutesSchema,
    audit: 'people.drill',
    problems: ['drill.unknown', ...ROUTING],
    async handle(asked) {
      const read = await readRoutes(routeSources(asked), asked.params.id, asked.body);
      return read.ok
        ? ok(read.value.answer, read.value.residentIds)
        : fail(fromDomainProblem(read.problem));
    },
  }),
  municipalEndpoint({
    ...about,
    method: 'post',
    path: TOURS,
    access: 'drills.plan',
    summary: {
      ja: '送迎をまとめて計画する(処理として。結果は計画の番号)',
      en: 'Plan joint pick-ups, as a job; its result is the id',
    },
    body: planToursSchema,
    response: jobSchema,
    status: 202,
    problems: ['job.conflict'],
    changes: { action: 'drill.save', people: () => [] },
    handle(asked) {
      const { context, municipality, params, body } = asked;
      const sources = { ...drillSources(asked), routing: context.routing };
      const work = toursWork(sources, params.id, body);
      const begun = context.jobs.start('tours', municipality.code, work);
      return begun === null ? fail(httpProblem('job.conflict')) : ok(begun);
    },
  }),
  municipalEndpoint({
    ...job,
    method: 'get',
    path: `${TOURS}/jobs/:jobId`,
    summary: { ja: '送迎の計画の進み具合', en: 'How far planning the tours is' },
    problems: ['job.unknown'],
    handle({ context, municipality, params: { jobId } }) {
      const found = context.jobs.find(jobId, municipality.code);
      return found?.kind === 'tours' ? ok(found) : fail(httpProblem('job.unknown'));
    },
  }),
  municipalEndpoint({
    ...job,
    method: 'delete',
    path: `${TOURS}/jobs/:jobId`,
    summary: { ja: '送迎の計画の中止', en: 'Cancel planning the tours' },
    status: 202,
    problems: ['job.unknown', 'job.ended'],
    changes: { action: 'drill.save', people: () => [] },
    handle({ context, municipality, params: { jobId } }) {
      if (context.jobs.find(jobId, municipality.code)?.kind !== 'tours')
        return fail(httpProblem('job.unknown'));
      if (context.jobs.cancel(jobId) === 'ended') return fail(httpProblem('job.ended'));
      const cancelled = context.jobs.find(jobId, municipality.code);
      return cancelled === null ? fail(httpProblem('job.unknown')) : ok(cancelled);
    },
  }),
  municipalEndpoint({
    ...about,
    method: 'get',
    path: TOURS,
    access: 'drills.see',
    summary: { ja: '送迎の計画の一覧(新しい順)', en: 'Tours that were planned, the newest first' },
    response: drillTourListSchema,
    problems: ['drill.unknown'],
    async handle(asked) {
      return answerWith(await readTours(drillSources(asked), asked.params.id));
    },
  }),
  municipalEndpoint({
    ...about,
    method: 'get',
    path: `${TOURS}/:tourId`,
    params: drillParams.extend({ tourId: z.uuid() }),
    access: 'drills.see',
    summary: {
      ja: '送迎の計画(車両ごとの停車、乗る人、道。minuteの時点の通行止めで)',
      en: 'Tours: stops, who gets on, and the ways, by the closures of a minute',
    },
    query: drillTourQuerySchema,
    response: drillTourSchema,
    audit: 'people.drill',
    problems: ['drill-tour.unknown', ...ROUTING],
    async handle(asked) {
      const { id, tourId } = asked.params;
      const read = await readTour(routeSources(asked), id, tourId, asked.query.minute ?? null);
      return read.ok
        ? ok(read.value.tour, read.value.residentIds)
        : fail(fromDomainProblem(read.problem));
    },
  }),
];
