import {
  cutOffAnswerSchema,
  cutOffFileSchema,
  cutOffQuestionSchema,
  cutsAnswerSchema,
  cutsQuerySchema,
} from '#contract/cut-off';
import {
  roadAnswerSchema,
  roadQuerySchema,
  roadsToKeepQuestionSchema,
  roadsToKeepSchema,
  routeAnswerSchema,
  routeOptionsSchema,
  routeQuestionSchema,
} from '#contract/route';
import { localMinute } from '#domain/local-day';
import type { Result } from '#domain/problem';
import { RESIDENT_TOPICS, SHELTER_TOPICS } from '../../services/read/readers.ts';
import { answerCutOff } from '../../services/routing/answer-cut-off.ts';
import { answerCuts } from '../../services/routing/answer-cuts.ts';
import { answerRoutes } from '../../services/routing/answer-routes.ts';
import { listCutOff } from '../../services/routing/cut-off-list.ts';
import { answerRoad, answerRoadsToKeep } from '../../services/routing/describe-road.ts';
import { NETWORK_TOPICS } from '../../services/routing/networks.ts';
import { readRouteOptions } from '../../services/routing/read-options.ts';
import { closedSignal } from '../closed-signal.ts';
import { answerWith } from '../edit-place.ts';
import { type Endpoint, fail, municipalEndpoint, type Outcome, ok } from '../endpoint.ts';
import { JsonText } from '../json-text.ts';
import { cutOffFile } from '../presenters/cut-off-file.ts';
import { fromDomainProblem } from '../problems.ts';

const PATH = '/api/municipalities/:code/routes';
/** Longer than a search is let go on. */
const MOST_MILLIS = 30_000;

export const routingEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/options`,
    access: 'routes.see',
    tag: 'routes',
    summary: {
      ja: '経路点検で選べるもの(移動手段、経路の選び方、データの日付)',
      en: 'What can be asked of routes: profiles, policies, dates of the data',
    },
    response: routeOptionsSchema,
    async handle({ context, municipality }) {
      const { database, readers, routing } = context;
      return ok(await readRouteOptions(database, readers, routing, municipality));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: PATH,
    access: 'routes.see',
    tag: 'routes',
    summary: {
      ja: '経路の検索(場所は本文で送り、記録に残らない)。通行止めを仮定できる',
      en: 'Routes between places, with roads closed for the question; places are in the body and are not logged',
    },
    body: routeQuestionSchema,
    response: routeAnswerSchema,
    personal: true,
    problems: [
      'route.no-roads',
      'route.far-from-roads',
      'route.unreachable',
      'route.too-many-via',
      'route.profile-unknown',
      'route.policy-unknown',
      'route.stopped',
    ],
    async handle({ context, municipality, body, request }) {
      const signal = closedSignal(request);
      const answer = await answerRoutes(context.routing, municipality, body, signal);
      return answer.ok ? ok(new JsonText(answer.value)) : fail(fromDomainProblem(answer.problem));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/road`,
    access: 'routes.see',
    tag: 'routes',
    summary: {
      ja: '道路1本(位置、種別、幅員)。番号で指定',
      en: 'One road by its id: its line, kind and width',
    },
    query: roadQuerySchema,
    response: roadAnswerSchema,
    problems: ['route.no-roads', 'route.stopped'],
    async handle({ context, municipality, query, request }) {
      const signal = closedSignal(request);
      return answerWith(await answerRoad(context.routing, municipality, query.id, signal));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${PATH}/roads`,
    access: 'routes.see',
    tag: 'routes',
    summary: {
      ja: '道路を残すための出典と中央の位置(番号は次のファイルで変わるため)',
      en: 'Source and middle of roads that are to be kept, as their ids shift with the next file',
    },
    body: roadsToKeepQuestionSchema,
    response: roadsToKeepSchema,
    problems: ['route.no-roads', 'route.stopped'],
    async handle({ context, municipality, body, request }) {
      const { readers, routing } = context;
      const signal = closedSignal(request);
      return answerWith(await answerRoadsToKeep(readers, routing, municipality, body.ids, signal));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${PATH}/cut-off`,
    access: 'routes.see',
    tag: 'routes',
    summary: {
      ja: '通行止めを仮定したときに孤立する人・遠回りになる人',
      en: 'Who is cut off, or has a longer way, when roads are closed',
    },
    body: cutOffQuestionSchema,
    response: cutOffAnswerSchema,
    personal: true,
    audit: 'people.routes',
    problems: ['route.no-roads', 'route.profile-unknown', 'route.stopped'],
    async handle({ context, municipality, actor, body, request }) {
      const { readers, routing } = context;
      const signal = closedSignal(request);
      const answer = await answerCutOff(readers, routing, municipality, actor, body, signal);
      if (!answer.ok) return fail(fromDomainProblem(answer.problem));
      return ok(
        answer.value,
        answer.value.people.map(({ id }) => id),
      );
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${PATH}/cut-off.csv`,
    access: 'routes.see',
    tag: 'routes',
    summary: {
      ja: '孤立する人・遠回りになる人の一覧をCSVで(住所・電話は見られる範囲。通れないとした道と作成日時を付ける)',
      en: 'People cut off as CSV, with what is taken as closed and when it was made',
    },
    body: cutOffFileSchema,
    response: { mediaType: 'text/csv' },
    personal: true,
    audit: 'people.export',
    byLanguage: true,
    problems: ['route.no-roads', 'route.profile-unknown', 'route.stopped'],
    async handle({ context, municipality, actor, body }) {
      // Writing a file listens to the answer ten times over; one listener more is warned of as a leak.
      const signal = AbortSignal.timeout(MOST_MILLIS);
      const list = await listCutOff(context, municipality, actor, body, signal);
      if (!list.ok) return fail(fromDomainProblem(list.problem));
      const madeAt = localMinute(context.clock());
      return ok(
        cutOffFile(list.value, madeAt, `孤立する人_${madeAt.slice(0, 10)}.csv`),
        list.value.people.map(({ id }) => id),
      );
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/cuts`,
    access: 'routes.see',
    tag: 'routes',
    summary: {
      ja: '途絶えると孤立する人が多い道路・交差点(橋を含む)',
      en: 'Roads and junctions by how many are cut off when one goes alone',
    },
    query: cutsQuerySchema,
    response: cutsAnswerSchema,
    personal: true,
    audit: { action: 'people.routes', of: 'hour' },
    problems: ['route.no-roads', 'route.profile-unknown', 'route.stopped'],
    dependsOn: [...NETWORK_TOPICS, 'site-overrides', ...RESIDENT_TOPICS, ...SHELTER_TOPICS],
    async handle({ context, municipality, actor, query, request }) {
      const { readers, routing } = context;
      const asked = { profile: query.profile, district: query.district ?? null };
      const signal = closedSignal(request);
      return outcomeOf(await answerCuts(readers, routing, municipality, actor, asked, signal));
    },
  }),
];

const outcomeOf = <Body>(result: Result<Body>): Outcome<Body> =>
  result.ok ? ok(result.value) : fail(fromDomainProblem(result.problem));
