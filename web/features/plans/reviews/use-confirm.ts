import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PlanReviews } from '#contract/plan-review';
import { answerReviews, plansKey } from '../../../api/plans.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { offerUndo } from '../../../state/undo.ts';
import { usePlanWords } from '../use-plan-words.ts';

export type ReviewRow = PlanReviews['rows'][number];

/** Confirms plans in one click; for ten seconds that can be taken back. */
export function useConfirm(code: string) {
  const say = usePlanWords().reviews;
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: plansKey(code) });
  return useMutation({
    mutationFn: (rows: readonly ReviewRow[]) =>
      answerReviews(
        code,
        'confirm',
        rows.map(({ id, version }) => ({ id, version })),
      ),
    onSuccess: ({ done }) => {
      if (done.length === 0) return;
      offerUndo({
        text: say.done(formatNumber(done.length)),
        async undo() {
          await answerReviews(code, 'undo', done);
          await refresh();
        },
      });
    },
    onSettled: refresh,
  });
}
