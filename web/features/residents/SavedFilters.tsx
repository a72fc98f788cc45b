import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type MouseEventHandler, useState } from 'react';
import type { SavedFilter } from '#contract/people-desk';
import { ApiError } from '../../api/client.ts';
import {
  createSavedFilter,
  markFilterRemoved,
  replaceSavedFilter,
  savedFiltersQuery,
} from '../../api/people-desk.ts';
import type { ResidentListKey } from '../../api/queries.ts';
import { filterSearch } from '../../api/resident-search.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { changeView } from '../../state/use-view.ts';
import { parseView } from '../../state/view-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { ToolPopover } from './ToolPopover.tsx';

/** Filters and order under a name, shared by everybody of the municipality. */
export function SavedFilters({
  code,
  list,
}: {
  readonly code: string;
  readonly list: ResidentListKey;
}) {
  const words = useWords();
  const say = words.peopleDesk.saved;
  const client = useQueryClient();
  const saved = useQuery(savedFiltersQuery(code));
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<'stale' | 'failed' | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: savedFiltersQuery(code).queryKey });
  const attempt = async (work: () => Promise<unknown>) => {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof ApiError && error.status === 409 ? 'stale' : 'failed');
    }
    await refresh();
  };
  const remove = (filter: SavedFilter) =>
    attempt(async () => {
      const removed = await markFilterRemoved(code, filter, true);
      offerUndo({
        text: say.removed(filter.name),
        undo: async () => {
          await markFilterRemoved(code, removed, false);
          await refresh();
        },
      });
    });
  const query = filterSearch(list).toString();
  const filters = saved.data?.filters ?? [];
  return (
    <ToolPopover icon="check" label={say.open} title={say.open}>
      {filters.length === 0 && <p className="text-14 text-ink-soft">{say.none}</p>}
      <ul className="divide-y divide-line">
        {filters.map((filter) => (
          <li key={filter.id} className="flex items-center gap-1">
            <button
              type="button"
              className="min-h-11 min-w-0 flex-1 truncate rounded-8 px-2 text-left font-bold text-action hover:bg-action-soft"
              onClick={() => apply(code, filter)}
            >
              {filter.name}
            </button>
            <IconButton
              label={say.replace(filter.name)}
              icon="upload"
              onClick={() => void attempt(() => replaceSavedFilter(code, filter, query))}
            />
            <IconButton
              label={say.remove(filter.name)}
              icon="close"
              onClick={(event) => {
                // The button goes with its line: without the keyboard in the menu Esc would not close it.
                event.currentTarget.closest<HTMLElement>('[role=dialog]')?.focus();
                void remove(filter);
              }}
            />
          </li>
        ))}
      </ul>
      {problem !== null && <Caution>{say[problem]}</Caution>}
      <form
        className="flex flex-col gap-2 border-t border-line pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(async () => {
            await createSavedFilter(code, name, query);
            setName('');
          });
        }}
      >
        <label className="flex flex-col gap-1 text-14">
          {say.name}
          <input
            value={name}
            maxLength={60}
            placeholder={say.placeholder}
            className="min-h-11 rounded-8 border border-line-strong bg-surface px-3 text-16"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <p className="text-14 text-ink-soft">{say.noNames}</p>
        <Button variant="primary" type="submit" isDisabled={name.trim() === ''}>
          {say.save}
        </Button>
      </form>
    </ToolPopover>
  );
}

function apply(code: string, { query }: SavedFilter): void {
  const { filters, sort } = parseView(`/${code}/people`, `?${query}`);
  changeView({ filters, sort });
}

function IconButton(props: {
  readonly label: string;
  readonly icon: 'upload' | 'close';
  readonly onClick: MouseEventHandler<HTMLButtonElement>;
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      className="inline-flex size-11 items-center justify-center rounded-8 hover:bg-surface-strong"
      onClick={props.onClick}
    >
      <Icon name={props.icon} className="size-4" />
    </button>
  );
}
