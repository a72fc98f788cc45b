import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DrillHead } from '#contract/drill';
import type { DrillContent } from '#domain/drill/content';
import { drillQuery, drillsKey, removeDrill } from '../../../api/drills.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { Badge } from '../Badge.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { changeDrillsView } from '../use-drills-view.ts';
import { copyOf } from './new-drill.ts';

interface HeadsProps {
  readonly code: string;
  readonly mayPlan: boolean;
  readonly onCopy: (content: DrillContent) => void;
}

/** Some drills with where each stands, and what is done with it from here. */
export function DrillHeads(
  props: HeadsProps & { readonly title: string; readonly drills: readonly DrillHead[] },
) {
  const { title, drills, ...rest } = props;
  if (drills.length === 0) return null;
  return (
    <section aria-label={title} className="flex flex-col gap-2 p-4">
      <h3 className="text-16 font-bold">{title}</h3>
      <ul className="flex flex-col gap-3">
        {drills.map((drill) => (
          <Head key={drill.id} drill={drill} {...rest} />
        ))}
      </ul>
    </section>
  );
}

const TAB_OF = { planned: 'plan', running: 'run', over: 'after' } as const;

function Head({ drill, code, mayPlan, onCopy }: HeadsProps & { readonly drill: DrillHead }) {
  const words = useWords();
  const say = useDrillWords();
  const queryClient = useQueryClient();
  const refresh = () => void queryClient.invalidateQueries({ queryKey: drillsKey(code) });
  const copy = useMutation({
    mutationFn: () => queryClient.fetchQuery(drillQuery(code, drill.id)),
    onSuccess: ({ content }) => onCopy(copyOf(content, new Date())),
  });
  const remove = useMutation({
    mutationFn: () => removeDrill(code, drill.id, true),
    onSuccess: () => {
      refresh();
      offerUndo({
        text: say.list.removed(drill.title),
        undo: async () => {
          await removeDrill(code, drill.id, false);
          refresh();
        },
      });
    },
  });
  const facts = [
    say.list.participants(formatNumber(drill.participants)),
    ...(drill.people === null ? [] : [say.list.people(formatNumber(drill.people))]),
    ...(drill.openFindings > 0 ? [say.list.findings(formatNumber(drill.openFindings))] : []),
  ];
  return (
    <li data-drill={drill.id} className="rounded-8 border border-line-strong">
      <button
        type="button"
        className="focus-inset flex w-full flex-col gap-1 rounded-8 p-3 text-left hover:bg-surface-soft"
        onClick={() => changeDrillsView({ drill: drill.id, tab: TAB_OF[drill.state] })}
      >
        <span className="flex flex-wrap items-center gap-2">
          <strong className="text-18" lang="ja">
            {drill.title}
          </strong>
          <Badge isStrong={drill.state === 'running'}>{say.states[drill.state]}</Badge>
          {drill.publication !== 'none' && <Badge>{say.publications[drill.publication]}</Badge>}
        </span>
        <span className="number">
          {words.date(drill.date)}
          {drill.startTime !== null && ` ${drill.startTime}`}
        </span>
        <span>
          {drill.shelters.length === 0 ? (
            say.list.noShelter
          ) : (
            <span lang="ja">{drill.shelters.map(({ name }) => name).join(words.comma)}</span>
          )}
        </span>
        <span className="number text-14 text-ink-soft">{facts.join(words.dot)}</span>
      </button>
      {mayPlan && (
        <div className="flex flex-wrap gap-2 border-t border-line px-3 py-1">
          <Button
            variant="quiet"
            className="px-2 text-14"
            isPending={copy.isPending}
            onPress={() => copy.mutate()}
          >
            {say.list.copy}
          </Button>
          {drill.publication !== 'published' && (
            <Button
              variant="quiet"
              className="px-2 text-14"
              isPending={remove.isPending}
              onPress={() => remove.mutate()}
            >
              {say.list.remove}
            </Button>
          )}
          <Refusal error={remove.error ?? copy.error} />
        </div>
      )}
    </li>
  );
}
