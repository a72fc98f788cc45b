import { useMutation } from '@tanstack/react-query';
import type { ProposeAll } from '#contract/plan-proposal';
import { ApiError } from '../../../api/client.ts';
import { startProposal } from '../../../api/plan-proposals.ts';
import { changePlansView } from '../use-plans-view.ts';
import { useProposalWords } from './use-proposal-words.ts';

/** Starts a proposal as a job, which the address then names; `problem` is why it could not be started. */
export function useStartProposal(code: string) {
  const say = useProposalWords().form;
  const start = useMutation({
    mutationFn: (conditions: ProposeAll) => startProposal(code, conditions),
    onSuccess: ({ id }) => changePlansView({ job: id, beside: null, picked: null }, 'push'),
  });
  const isBusy = start.error instanceof ApiError && start.error.status === 409;
  return {
    start: start.mutate,
    isPending: start.isPending,
    problem: start.isError ? (isBusy ? say.busy : say.failed) : null,
  };
}
