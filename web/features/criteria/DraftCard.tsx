import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CriteriaOverview } from '#contract/criteria-desk';
import { removeDraft, restoreDraft } from '../../api/criteria.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { openCriteria } from './open-criteria.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

/** A draft to go on with, or to throw away (which can be undone). */
export function DraftCard(props: {
  readonly code: string;
  readonly draft: CriteriaOverview['drafts'][number];
}) {
  const { code, draft } = props;
  const words = useCriteriaWords();
  const say = words.criteria;
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: [code, 'criteria'] });
  const removal = useMutation({
    mutationFn: () => removeDraft(code, draft.id),
    onSuccess: async () => {
      offerUndo({
        text: say.removed,
        undo: async () => {
          await restoreDraft(code, draft.id);
          await refresh();
        },
      });
      await refresh();
    },
  });
  const name = draft.name.ja || say.unnamed;
  return (
    <li className="flex flex-wrap items-center gap-3 rounded-12 border border-line bg-surface px-5 py-3">
      <div className="min-w-0 flex-1">
        <p className="font-bold">{name}</p>
        <p className="text-14 text-ink-soft">{say.updated(words.moment(draft.updatedAt))}</p>
      </div>
      <Button
        variant="secondary"
        aria-label={`${name} ${say.actions.open}`}
        onPress={() => openCriteria({ kind: 'draft', id: draft.id })}
      >
        {say.actions.open}
      </Button>
      <Button aria-label={`${name} ${say.actions.remove}`} onPress={() => removal.mutate()}>
        {say.actions.remove}
      </Button>
      {removal.isError && <LoadError error={removal.error} />}
    </li>
  );
}
