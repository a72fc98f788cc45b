import type { QueryClient } from '@tanstack/react-query';
import { planContentSchema } from '#contract/plan';
import { ApiError } from '../../../api/client.ts';
import { mergeIn, planQuery, plansKey, savePlan } from '../../../api/plans.ts';
import { afterSave, keyOfDraft, type PlanDraft } from './draft.ts';
import { currentDraft, removeDraft, setDraft } from './drafts.ts';
import { keepDraft } from './kept-drafts.ts';

export type SendOutcome = 'saved' | 'waiting' | 'conflict';

/** What is under way: the same draft is never sent twice at once. */
const sending = new Map<string, Promise<SendOutcome>>();

/**
 * Saves a draft as the next version. Where the server is out of reach it waits; where somebody else saved
 * meanwhile, both edits stand in the draft to be decided on.
 *
 * @throws ApiError where the server refuses it for another reason; the draft stays
 */
export function sendDraft(draft: PlanDraft, queryClient: QueryClient): Promise<SendOutcome> {
  const key = keyOfDraft(draft);
  const underWay = sending.get(key);
  if (underWay !== undefined) return underWay;
  const sent = send(draft, queryClient).finally(() => sending.delete(key));
  sending.set(key, sent);
  return sent;
}

async function send(draft: PlanDraft, queryClient: QueryClient): Promise<SendOutcome> {
  const { code, residentId, contentVersion, mine } = draft;
  const content = planContentSchema.parse(mine);
  const latest = () => currentDraft(keyOfDraft(draft)) ?? draft;
  try {
    const view = await savePlan(code, residentId, { contentVersion, content });
    const left = afterSave(latest(), mine, view);
    if (left === null) removeDraft(keyOfDraft(draft));
    else setDraft(left, 'now');
    queryClient.setQueryData(planQuery(code, residentId).queryKey, view);
    refreshAfterPlan(code, residentId, queryClient);
    return 'saved';
  } catch (error) {
    const merge = mergeIn(error);
    if (merge !== null) {
      setDraft({ ...latest(), isWaiting: false, conflict: merge }, 'now');
      return 'conflict';
    }
    if (!(error instanceof ApiError) || error.status !== 0) {
      if (latest().isWaiting) setDraft({ ...latest(), isWaiting: false }, 'now');
      throw error;
    }
    // The screen says that it is kept once it is: the page may be closed upon that word.
    await keepDraft({ ...latest(), isWaiting: true });
    setDraft({ ...latest(), isWaiting: true }, 'now');
    return 'waiting';
  }
}

/** What is shown elsewhere of plans and of the person is asked for anew. */
export function refreshAfterPlan(code: string, residentId: string, queryClient: QueryClient): void {
  const keys = [
    [...plansKey(code), 'board'],
    [code, 'resident', residentId],
    [code, 'residents'],
    [code, 'summary'],
  ];
  for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
}
