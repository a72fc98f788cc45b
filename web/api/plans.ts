import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { planOfPaperSchema } from '#contract/plan-paper';
import { type DestinationQuestion, destinationProposalSchema } from '#contract/plan-proposal';
import { planReviewsSchema, reviewOutcomeSchema } from '#contract/plan-review';
import {
  type PlanBoardQuery,
  type PlanMerge,
  type PlanSettings,
  planBoardSchema,
  planComparisonSchema,
  planConflictSchema,
  planSettingsViewSchema,
  planViewSchema,
  type SavePlan,
  type TakeStep,
} from '#contract/plan-work';
import { ApiError, requestJson, send } from './client.ts';

export const PLAN_PAGE_SIZE = 100;

const planPath = (code: string, id: string, rest = '') =>
  `/municipalities/${code}/residents/${encodeURIComponent(id)}/plan${rest}`;

/** Everything that is asked of plans begins with it. */
export const plansKey = (code: string) => [code, 'plans'] as const;

export const planQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [...plansKey(code), 'one', id],
    queryFn: ({ signal }) => requestJson(planViewSchema, planPath(code, id), { signal }),
  });

/** Whose plan a paper names. */
export const planOfPaperQuery = (code: string, planId: string) =>
  queryOptions({
    queryKey: [...plansKey(code), 'paper', planId],
    queryFn: ({ signal }) =>
      requestJson(
        planOfPaperSchema,
        `/municipalities/${code}/plan-papers/${encodeURIComponent(planId)}`,
        { signal },
      ),
    retry: false,
  });

/** As `planBoardQuerySchema` reads them: lists with commas. */
export interface BoardFilters {
  readonly stage?: string;
  readonly district?: string;
  readonly tier?: string;
  readonly mine?: 'true';
  readonly leastDays?: number;
  readonly sort: PlanBoardQuery['sort'];
}

/** One page of the board's list, with its figures. While another is fetched the former stays to be seen. */
export const planBoardQuery = (code: string, filters: BoardFilters, page: number) =>
  queryOptions({
    queryKey: [...plansKey(code), 'board', filters, page],
    queryFn: ({ signal }) =>
      requestJson(
        planBoardSchema,
        `/municipalities/${code}/plans/board?${boardSearch(filters, page)}`,
        { signal },
      ),
    ...(page === 0 && { placeholderData: keepPreviousData }),
  });

function boardSearch(filters: BoardFilters, page: number): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) search.set(key, String(value));
  search.set('offset', String(page * PLAN_PAGE_SIZE));
  search.set('limit', String(PLAN_PAGE_SIZE));
  return search.toString();
}

/** @throws ApiError of 409 where somebody else saved since: `mergeIn` has both edits brought together */
export const savePlan = (code: string, id: string, body: SavePlan) =>
  requestJson(planViewSchema, planPath(code, id), send('PUT', body));

/** The two edits of a refused save; null where it was refused for something else. */
export function mergeIn(error: unknown): PlanMerge | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  const read = planConflictSchema.safeParse(error.body);
  return read.success ? read.data.merge : null;
}

/** @throws ApiError of 409 where the plan stands elsewhere by now */
export const takePlanStep = (code: string, id: string, body: TakeStep) =>
  requestJson(planViewSchema, planPath(code, id, '/steps'), send('POST', body));

export const planComparisonQuery = (code: string, id: string, from: number, to: number) =>
  queryOptions({
    queryKey: [...plansKey(code), 'compare', id, from, to],
    queryFn: ({ signal }) =>
      requestJson(planComparisonSchema, planPath(code, id, `/compare?from=${from}&to=${to}`), {
        signal,
      }),
    // What two versions said never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const planSettingsQuery = (code: string) =>
  queryOptions({
    queryKey: [...plansKey(code), 'settings'],
    queryFn: ({ signal }) =>
      requestJson(planSettingsViewSchema, `/municipalities/${code}/plans/settings`, { signal }),
  });

/** @throws ApiError of 409 where somebody else changed them since */
export const savePlanSettings = (code: string, settings: PlanSettings) =>
  requestJson(
    planSettingsViewSchema,
    `/municipalities/${code}/plans/settings`,
    send('PUT', settings),
  );

export const REVIEW_PAGE_SIZE = 50;

/** Plans to be reviewed, one page of them; while another is fetched the former stays to be seen. */
export const planReviewsQuery = (
  code: string,
  {
    reasons,
    districts,
    page,
  }: {
    readonly reasons: readonly string[];
    readonly districts: readonly string[];
    readonly page: number;
  },
) =>
  queryOptions({
    queryKey: [...plansKey(code), 'reviews', reasons, districts, page],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({
        ...(reasons.length > 0 && { reason: reasons.join(',') }),
        ...(districts.length > 0 && { district: districts.join(',') }),
        offset: String(page * REVIEW_PAGE_SIZE),
        limit: String(REVIEW_PAGE_SIZE),
      });
      const path = `/municipalities/${code}/plans/reviews?${search.toString()}`;
      return requestJson(planReviewsSchema, path, { signal });
    },
    placeholderData: keepPreviousData,
  });

type ReviewedPlans = readonly { readonly id: string; readonly version: number }[];

/** Each plan is answered by itself. */
export const answerReviews = (code: string, way: 'confirm' | 'undo', plans: ReviewedPlans) =>
  requestJson(
    reviewOutcomeSchema,
    `/municipalities/${code}/plans/reviews/${way}`,
    send('POST', { plans }),
  );

/** Destinations of one person, the best first; looked for when it is asked for by hand. */
export const destinationProposalQuery = (
  code: string,
  residentId: string,
  question: DestinationQuestion | null,
) =>
  queryOptions({
    queryKey: [...plansKey(code), 'destinations', residentId, question],
    queryFn: ({ signal }) =>
      requestJson(
        destinationProposalSchema,
        `/municipalities/${code}/residents/${encodeURIComponent(residentId)}/destination-proposal`,
        { ...send('POST', question ?? {}), signal },
      ),
    enabled: question !== null,
    gcTime: 0,
  });
