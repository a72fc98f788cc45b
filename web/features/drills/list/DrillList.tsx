import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DrillContent } from '#domain/drill/content';
import { createDrill, drillQuery, drillsQuery } from '../../../api/drills.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { EmptyState } from '../../../ui/Notice.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { changeDrillsView } from '../use-drills-view.ts';
import { DrillHeads } from './DrillHeads.tsx';
import { dayOf, newDrill } from './new-drill.ts';
import { inOrder } from './order.ts';

/** All drills: the next one on top, former ones below, and the button that plans another. */
export function DrillList({ code }: { readonly code: string }) {
  const say = useDrillWords();
  const query = useQuery(drillsQuery(code));
  const add = useAddDrill(code);
  if (query.isPending) return <SkeletonLines count={9} className="p-6" />;
  if (query.isError && query.data === undefined)
    return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  const { drills, mayPlan } = query.data;
  const { next, past } = inOrder(drills, dayOf(new Date()));
  const running = next.filter(({ state }) => state === 'running');
  const button = mayPlan && (
    <Button
      variant="primary"
      isPending={add.isPending}
      onPress={() => add.mutate(newDrill(say.list.newTitle, new Date()))}
    >
      {add.isPending ? say.list.adding : say.list.add}
    </Button>
  );
  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-3">
        <h2 className="text-20 font-bold">{say.title}</h2>
        {drills.length > 0 && button}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Refusal error={add.error} />
        {drills.length === 0 && (
          <EmptyState
            title={say.list.none}
            text={mayPlan ? say.list.noneText : say.list.noneForYou}
          >
            {button}
          </EmptyState>
        )}
        <DrillHeads
          title={say.list.running}
          {...{ code, mayPlan }}
          drills={running}
          onCopy={add.mutate}
        />
        <DrillHeads
          title={say.list.next}
          {...{ code, mayPlan }}
          drills={next.slice(running.length)}
          onCopy={add.mutate}
        />
        <DrillHeads
          title={say.list.past}
          {...{ code, mayPlan }}
          drills={past}
          onCopy={add.mutate}
        />
      </div>
    </>
  );
}

function useAddDrill(code: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (content: DrillContent) => createDrill(code, { content: content as never }),
    onSuccess: (view) => {
      queryClient.setQueryData(drillQuery(code, view.id).queryKey, view);
      void queryClient.invalidateQueries({ queryKey: drillsQuery(code).queryKey });
      changeDrillsView({ drill: view.id, tab: 'plan', part: 'basics' });
    },
  });
}
