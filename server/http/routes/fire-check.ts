import { fireCheckAnswerSchema, fireCheckQuestionSchema } from '#contract/fire-check';
import { answerFireCheck } from '../../services/routing/answer-fire-check.ts';
import { closedSignal } from '../closed-signal.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fireCheckFile } from '../presenters/fire-check-file.ts';
import { fromDomainProblem, type HttpProblemCode } from '../problems.ts';

const PATH = '/api/municipalities/:code/routes/fire-check';
/** Longer than a search is let go on. */
const MOST_MILLIS = 30_000;
const PROBLEMS: readonly HttpProblemCode[] = [
  'route.no-roads',
  'route.profile-unknown',
  'route.policy-unknown',
  'route.stopped',
];

export const fireCheckEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'post',
    path: PATH,
    access: 'routes.see',
    tag: 'routes',
    summary: {
      ja: '消防の経路点検(署所の位置から対象者まで、車両の停止位置、徒歩、消火栓、現地確認の一覧)',
      en: 'How a fire vehicle comes to people from stations given: last point, on foot, hydrants, what to look at',
    },
    body: fireCheckQuestionSchema,
    response: fireCheckAnswerSchema,
    personal: true,
    audit: 'people.fire-check',
    problems: PROBLEMS,
    async handle({ context, municipality, actor, body, request }) {
      const { readers, routing } = context;
      const signal = closedSignal(request);
      const answer = await answerFireCheck(readers, routing, municipality, actor, body, signal);
      if (!answer.ok) return fail(fromDomainProblem(answer.problem));
      return ok(
        answer.value,
        answer.value.people.map(({ id }) => id),
      );
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${PATH}.csv`,
    access: 'routes.see',
    tag: 'routes',
    summary: { ja: '消防の経路点検をCSVで', en: 'The fire department’s check as CSV' },
    body: fireCheckQuestionSchema,
    response: { mediaType: 'text/csv' },
    personal: true,
    audit: 'people.export',
    byLanguage: true,
    problems: PROBLEMS,
    async handle({ context, municipality, actor, body }) {
      const { readers, routing } = context;
      // Writing a file listens to the answer ten times over; one listener more is warned of as a leak.
      const signal = AbortSignal.timeout(MOST_MILLIS);
      const answer = await answerFireCheck(readers, routing, municipality, actor, body, signal);
      if (!answer.ok) return fail(fromDomainProblem(answer.problem));
      const ids = answer.value.people.map(({ id }) => id);
      return ok(fireCheckFile(answer.value, `fire-check-${municipality.code}.csv`), ids);
    },
  }),
];
