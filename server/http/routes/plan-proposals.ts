import type { Request } from 'express';
import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import { jobSchema } from '#contract/dataset';
import { type Departures, departureQuerySchema, departuresSchema } from '#contract/plan-departures';
import {
  destinationProposalSchema,
  destinationQuestionSchema,
  proposalComparisonQuerySchema,
  proposalComparisonSchema,
  proposalLinesSchema,
  proposalListSchema,
  proposalQuerySchema,
  proposalSchema,
  proposeAllSchema,
  takenOverSchema,
  takeOverSchema,
} from '#contract/plan-proposal';
import type { Actor } from '../../db/actor.ts';
import { proposeDestinations } from '../../services/plans/propose-destinations.ts';
import { readDepartures } from '../../services/plans/read-departures.ts';
import {
  readComparison,
  readProposal,
  readProposalLines,
  readProposals,
  removeProposal,
} from '../../services/plans/read-proposals.ts';
import { takeOverProposal } from '../../services/plans/take-over-proposal.ts';
import type { MunicipalityVersions } from '../../services/read/data-versions.ts';
import { listShelters } from '../../services/read/shelters.ts';
import { serviceOf } from '../adopt-side.ts';
import { closedSignal } from '../closed-signal.ts';
import type { AppContext } from '../context.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { departuresCsv } from '../presenters/departure-file.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';
import { proposeWork } from '../propose-side.ts';
import { rankAfterPlan } from '../write-side.ts';

const PATH = '/api/municipalities/:code/plan-proposals';
const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });

const departures = {
  access: 'plans.propose',
  tag: 'plans',
  query: departureQuerySchema,
  personal: true,
  audit: 'people.departures',
  problems: ['route.stopped'],
} as const;

interface DeparturesAsked {
  readonly context: AppContext;
  readonly actor: Actor;
  readonly municipality: MunicipalityVersions;
  readonly query: z.output<typeof departureQuerySchema>;
  readonly request: Request;
}

/** The latest starts as `write` hands them out; whoever is in them is noted. */
async function answerDepartures<Body>(
  { context, actor, municipality, query, request }: DeparturesAsked,
  write: (found: Departures) => Body,
) {
  const { database, routing } = context;
  const sources = { context: { database, actor }, routing, municipality };
  const signal = closedSignal(request);
  const answer = await readDepartures({ ...sources, signal }, query);
  if (!answer.ok) return fail(fromDomainProblem(answer.problem));
  return ok(
    write(answer.value),
    answer.value.plans.map(({ residentId }) => residentId),
  );
}

export const planProposalEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/residents/:id/destination-proposal',
    access: 'plans.propose',
    tag: 'plans',
    summary: {
      ja: '一人の避難先の提案(良い順、合わないものも理由を付けて)',
      en: 'Destinations of one person, the best first, unsuitable ones with their reasons',
    },
    params,
    body: destinationQuestionSchema,
    response: destinationProposalSchema,
    personal: true,
    audit: 'people.plan-proposal',
    problems: ['resident.unknown', 'route.no-roads', 'route.profile-unknown', 'route.stopped'],
    async handle({ context, municipality, actor, params: { id }, body, request }) {
      const { readers, routing } = context;
      const sources = { context: serviceOf(context, actor), readers, routing, municipality };
      const answer = await proposeDestinations(sources, id, body, closedSignal(request));
      return answer.ok
        ? ok(answer.value, [answer.value.resident.id])
        : fail(fromDomainProblem(answer.problem));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: PATH,
    access: 'plans.propose',
    tag: 'plans',
    summary: {
      ja: '全員の避難先と支援者を一度に提案(処理として。結果は提案の番号)',
      en: 'Propose destinations and supporters for everybody at once, as a job; its result is the id',
    },
    body: proposeAllSchema,
    response: jobSchema,
    status: 202,
    personal: true,
    problems: ['job.conflict'],
    changes: { action: 'plan-proposal.make', people: () => [] },
    handle({ context, municipality, actor, body }) {
      const work = proposeWork(context, municipality, actor, body);
      const job = context.jobs.start('propose', municipality.code, work);
      return job === null ? fail(httpProblem('job.conflict')) : ok(job);
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: PATH,
    access: 'plans.propose',
    tag: 'plans',
    summary: { ja: '提案の一覧と数字', en: 'Proposals that were kept, with their figures' },
    response: proposalListSchema,
    personal: true,
    async handle({ context, actor, params: { code } }) {
      return ok({ proposals: await readProposals(serviceOf(context, actor), code) });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/:id`,
    access: 'plans.propose',
    tag: 'plans',
    summary: {
      ja: '一つの提案(人ごとの避難先、理由、次の候補、支援者)',
      en: 'One proposal: destination, reasons, next best and supporter of each person',
    },
    params,
    query: proposalQuerySchema,
    response: proposalSchema,
    personal: true,
    audit: 'people.plan-proposal',
    problems: ['plan-proposal.unknown'],
    async handle({ context, actor, params: { code, id }, query }) {
      const found = await readProposal(serviceOf(context, actor), code, id, query);
      if (!found.ok) return fail(fromDomainProblem(found.problem));
      return ok(
        found.value,
        found.value.people.map(({ residentId }) => residentId),
      );
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/:id/lines`,
    access: 'plans.propose',
    tag: 'plans',
    summary: {
      ja: '一つの提案の線(自宅と避難先、特別警戒区域の中の長さ)',
      en: 'Lines of one proposal: homes, destinations, metres in red zones',
    },
    params,
    response: proposalLinesSchema,
    personal: true,
    audit: 'people.plan-proposal',
    problems: ['plan-proposal.unknown'],
    async handle({ context, actor, params: { code, id } }) {
      const found = await readProposalLines(serviceOf(context, actor), code, id);
      if (!found.ok) return fail(fromDomainProblem(found.problem));
      return ok(
        found.value,
        found.value.lines.map(({ residentId }) => residentId),
      );
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/:id/compare`,
    access: 'plans.propose',
    tag: 'plans',
    summary: { ja: '二つの提案の比較', en: 'Compare two proposals' },
    params,
    query: proposalComparisonQuerySchema,
    response: proposalComparisonSchema,
    personal: true,
    audit: 'people.plan-proposal',
    problems: ['plan-proposal.unknown'],
    async handle({ context, actor, params: { code, id }, query }) {
      const found = await readComparison(serviceOf(context, actor), code, id, query.with);
      if (!found.ok) return fail(fromDomainProblem(found.problem));
      return ok(
        found.value,
        found.value.changes.map(({ residentId }) => residentId),
      );
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${PATH}/:id/take-over`,
    access: 'plans.propose',
    tag: 'plans',
    summary: {
      ja: '提案を計画の下書きに取り込む(選んだ人、または全員。一度に500人まで)',
      en: 'Take a proposal over into plans: of chosen people or of all, 500 at a time',
    },
    params,
    body: takeOverSchema,
    response: takenOverSchema,
    personal: true,
    problems: ['plan-proposal.unknown'],
    changes: { action: 'plan.save', people: ({ body }) => body.residentIds ?? [] },
    audit: 'people.plan-proposal',
    async handle({ context, municipality, actor, params: { code, id }, body }) {
      const sources = { database: context.database, actor, now: context.clock() };
      const shelters = await listShelters(context.readers, municipality);
      const done = await takeOverProposal(sources, code, id, body, shelters);
      if (!done.ok) return fail(fromDomainProblem(done.problem));
      const { answer, isFactMoved } = done.value;
      if (isFactMoved) {
        const ranked = await rankAfterPlan(context, actor, code);
        if (!ranked.ok) return ranked;
      }
      return ok(answer, answer.taken);
    },
  }),
  municipalEndpoint({
    ...departures,
    method: 'get',
    path: '/api/municipalities/:code/plans/departures',
    summary: {
      ja: '地区の計画を始める時刻、間に合わない計画、支援者の重なり',
      en: "Latest starts of a district's plans, those that cannot be kept, and double bookings",
    },
    response: departuresSchema,
    handle: (asked) => answerDepartures(asked, (found) => found),
  }),
  municipalEndpoint({
    ...departures,
    method: 'get',
    path: '/api/municipalities/:code/plans/departures.csv',
    summary: {
      ja: '計画を始める時刻の一覧(CSV)',
      en: 'Latest starts of plans as CSV',
    },
    response: { mediaType: 'text/csv' },
    audit: 'people.export',
    byLanguage: true,
    handle: (asked) => answerDepartures(asked, departuresCsv),
  }),
  municipalEndpoint({
    method: 'delete',
    path: `${PATH}/:id`,
    access: 'plans.propose',
    tag: 'plans',
    summary: {
      ja: '提案を片付ける(計画に取り込んだものは残り、提案も元に戻せます)',
      en: 'Remove a proposal; what was taken over into plans stays, and the proposal can come back',
    },
    params,
    response: z.object({}),
    problems: ['plan-proposal.unknown'],
    async handle({ context, actor, params: { code, id } }) {
      const removed = await removeProposal(serviceOf(context, actor), code, id, true);
      return removed.ok ? ok({}) : fail(fromDomainProblem(removed.problem));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${PATH}/:id/restore`,
    access: 'plans.propose',
    tag: 'plans',
    summary: { ja: '片付けた提案を元に戻す', en: 'Bring a removed proposal back' },
    params,
    response: z.object({}),
    problems: ['plan-proposal.unknown'],
    async handle({ context, actor, params: { code, id } }) {
      const back = await removeProposal(serviceOf(context, actor), code, id, false);
      return back.ok ? ok({}) : fail(fromDomainProblem(back.problem));
    },
  }),
];
