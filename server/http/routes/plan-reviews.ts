import {
  planReviewsQuerySchema,
  planReviewsSchema,
  reviewedPlansSchema,
  reviewOutcomeSchema,
} from '#contract/plan-review';
import { confirmReviews, undoConfirmations } from '../../services/plans/confirm-reviews.ts';
import { readReviewQueue } from '../../services/plans/review-queue.ts';
import { type Endpoint, municipalEndpoint, ok } from '../endpoint.ts';

const PATH = '/api/municipalities/:code/plans/reviews';
const shared = {
  ...({ access: 'plans.work', tag: 'plans', personal: true } as const),
  ...{ body: reviewedPlansSchema, response: reviewOutcomeSchema },
  changes: {
    action: 'plan.step' as const,
    people: ({ body }: { body: { plans: readonly { id: string }[] } }) =>
      body.plans.map(({ id }) => id),
  },
};

export const planReviewEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: PATH,
    access: 'plans.see',
    tag: 'plans',
    summary: {
      ja: '見直しが必要な計画(何がどう変わったか、いつのデータか)',
      en: 'Plans to be reviewed: what changed, from what to what, and by data of when',
    },
    query: planReviewsQuerySchema,
    response: planReviewsSchema,
    personal: true,
    audit: 'people.plans',
    async handle({ context, municipality, actor, query }) {
      const { readers, database, clock } = context;
      const sources = { database, actor, now: clock() };
      const queue = await readReviewQueue(readers, sources, municipality, query);
      return ok(
        queue,
        queue.marks.map(({ id }) => id),
      );
    },
  }),
  municipalEndpoint({
    ...shared,
    method: 'post',
    path: `${PATH}/confirm`,
    summary: {
      ja: '計画の内容に変わりがないことを確認した(複数まとめて、一件ごとの結果を返す)',
      en: 'Say of plans that they are still right; each is answered by itself',
    },
    async handle({ context, actor, params, body }) {
      const sources = { database: context.database, actor, now: context.clock() };
      return ok(await confirmReviews(sources, params.code, body.plans));
    },
  }),
  municipalEndpoint({
    ...shared,
    method: 'post',
    path: `${PATH}/undo`,
    summary: {
      ja: '「変わりがない」との確認を取り消す(確認の後に何も変わっていないときだけ)',
      en: 'Take confirmations back, where nothing else became of the plans since',
    },
    async handle({ context, actor, params, body }) {
      const sources = { database: context.database, actor, now: context.clock() };
      return ok(await undoConfirmations(sources, params.code, body.plans));
    },
  }),
];
