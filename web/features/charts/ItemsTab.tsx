import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChartItemOnWire, ChartItemsOnWire } from '#contract/chart';
import { FACTS } from '#domain/chart/facts';
import { problemIn } from '#domain/chart/items';
import { chartItemsQuery, saveChartItems } from '../../api/charts.ts';
import { ApiError } from '../../api/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import type { ChartTabProps } from './ChartsPlace.tsx';
import { ItemForm } from './ItemForm.tsx';
import { moved, newItem, today } from './item-edits.ts';
import { useChartWords } from './use-chart-words.ts';

/** The items of the chart: added, renamed, reordered, retired; saved as one list that has to hold. */
export default function ItemsTab({ code }: ChartTabProps) {
  const query = useQuery(chartItemsQuery(code));
  // What is being written stays where they cannot be asked for again.
  if (query.data !== undefined) return <Editor code={code} kept={query.data} />;
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonLines count={10} className="p-5" />;
}

interface Draft {
  readonly version: number;
  readonly items: readonly ChartItemOnWire[];
}

function Editor({ code, kept }: { readonly code: string; readonly kept: ChartItemsOnWire }) {
  const words = useWords();
  const say = useChartWords();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const { version, items } = draft ?? kept;
  const problem = problemIn(items);
  const change = (next: readonly ChartItemOnWire[]) => setDraft({ version, items: next });
  const show = async (now: ChartItemsOnWire) => {
    queryClient.setQueryData(chartItemsQuery(code).queryKey, now);
    setDraft(null);
    await queryClient.invalidateQueries({ queryKey: [code, 'charts'] });
  };
  const save = useMutation({
    mutationFn: (list: Draft) => saveChartItems(code, list.version, list.items),
    onSuccess: async (now) => {
      const [former] = now.former;
      await show(now);
      if (former !== undefined)
        offerUndo({
          text: say.items.saved,
          undo: async () => show(await saveChartItems(code, now.version, former.items)),
        });
    },
  });
  const isStale = save.error instanceof ApiError && save.error.status === 409;
  const replace = (item: ChartItemOnWire) =>
    change(items.map((one) => (one.id === item.id ? item : one)));
  return (
    <div className="flex flex-col gap-4 p-5">
      <p className="text-14 text-ink-soft">{say.items.explain}</p>
      <ol className="divide-y divide-line border-y border-line">
        {items.map((item, place) => {
          const name = words.pick(item.label);
          const move = (by: -1 | 1) => change(moved(items, place, by));
          return (
            <li key={item.id} className="py-1" data-item={item.id}>
              <div className="flex items-center gap-1">
                <span
                  className={`min-w-0 flex-1 break-words ${item.retiredOn === null ? '' : 'line-through'}`}
                >
                  {name}
                  {item.retiredOn !== null && (
                    <span className="ml-2 text-14 text-ink-soft">
                      {say.items.retired(words.date(item.retiredOn))}
                    </span>
                  )}
                </span>
                <Button
                  variant="quiet"
                  className="px-2"
                  aria-label={say.items.up(name)}
                  isDisabled={place === 0}
                  onPress={() => move(-1)}
                >
                  <Icon name="up" />
                </Button>
                <Button
                  variant="quiet"
                  className="px-2"
                  aria-label={say.items.down(name)}
                  isDisabled={place === items.length - 1}
                  onPress={() => move(1)}
                >
                  <Icon name="down" />
                </Button>
                <Button
                  className="shrink-0 px-2.5"
                  aria-label={say.items.edit(name)}
                  aria-expanded={openId === item.id}
                  onPress={() => setOpenId(openId === item.id ? null : item.id)}
                >
                  {say.items.change}
                </Button>
                <Button
                  className="shrink-0 px-2.5"
                  aria-label={
                    item.retiredOn === null ? say.items.retire(name) : say.items.bringBack(name)
                  }
                  onPress={() =>
                    replace({ ...item, retiredOn: item.retiredOn === null ? today() : null })
                  }
                >
                  {item.retiredOn === null ? say.items.retireIt : say.items.bringItBack}
                </Button>
              </div>
              {openId === item.id && (
                <ItemForm
                  item={item}
                  items={items}
                  onChange={replace}
                  onClose={() => setOpenId(null)}
                />
              )}
            </li>
          );
        })}
      </ol>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          onPress={() => {
            const item = newItem(items, say.items.newItem);
            change([...items, item]);
            setOpenId(item.id);
          }}
        >
          {say.items.add}
        </Button>
        <Button
          variant="primary"
          isDisabled={draft === null || problem !== null || save.isPending}
          onPress={() => save.mutate({ version, items })}
        >
          {say.items.save}
        </Button>
        {draft !== null && <Button onPress={() => setDraft(null)}>{say.items.discard}</Button>}
      </div>
      <div role="status" className="flex flex-col gap-2">
        {draft !== null && <p>{say.items.changed}</p>}
        {problem !== null && <p className="font-bold text-error">{words.pick(problem)}</p>}
        {isStale ? (
          <>
            <p className="font-bold text-error">{say.items.stale}</p>
            <Button
              className="w-fit"
              onPress={() => {
                setDraft(null);
                save.reset();
                void queryClient.invalidateQueries({ queryKey: [code, 'charts', 'items'] });
              }}
            >
              {say.items.reload}
            </Button>
          </>
        ) : (
          <Refusal error={save.error} />
        )}
      </div>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 text-action">{say.items.facts}</summary>
        <ul className="columns-2 text-14">
          {FACTS.map(({ id, label }) => (
            <li key={id}>
              {words.pick(label)} <code>{id}</code>
            </li>
          ))}
        </ul>
      </details>
      {kept.former.length > 0 && (
        <section aria-label={say.items.history} className="flex flex-col gap-1">
          <h3 className="text-16 font-bold">{say.items.history}</h3>
          <ul className="flex flex-col gap-1 text-14">
            {kept.former.map((former) => (
              <li key={former.version} className="flex flex-wrap items-center gap-2">
                {say.items.version(
                  former.version,
                  former.changedBy ?? words.frame.appName,
                  former.changedAt === null ? '' : words.moment(former.changedAt),
                )}
                <Button
                  isDisabled={save.isPending}
                  onPress={() => save.mutate({ version: kept.version, items: former.items })}
                >
                  {say.items.restore}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
