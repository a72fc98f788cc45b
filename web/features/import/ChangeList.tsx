import { useInfiniteQuery } from '@tanstack/react-query';
import { changesQuery } from '../../api/imports.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';

/** Whose judgement changes, by name; each can be opened. */
export function ChangeList(props: { readonly code: string; readonly datasetId: string }) {
  const words = useImportWords();
  const say = words.imports;
  const query = useInfiniteQuery(changesQuery(props.code, props.datasetId));
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  const pages = query.data?.pages ?? [];
  const changes = pages.flatMap((page) => page.changes);
  const total = pages[0]?.total ?? 0;
  if (total === 0) return null;
  return (
    <details className="rounded-8 border border-line px-4" open={total <= 10}>
      <summary className="min-h-11 cursor-pointer py-2.5 font-bold">
        {say.changesTitle} {formatNumber(total)}
      </summary>
      <ul className="divide-y divide-line pb-2">
        {changes.map(({ subjectKind, id, name, change }) => (
          <li key={`${change} ${subjectKind} ${id ?? name}`} className="flex gap-4 py-1">
            <span className="min-w-0 flex-1">
              {id !== null && subjectKind !== 'roster-number' ? (
                <button
                  type="button"
                  className="min-h-11 text-left text-action underline underline-offset-4"
                  onClick={() => changeView({ place: 'map', selection: { kind: subjectKind, id } })}
                >
                  {name}
                </button>
              ) : (
                <span className="inline-flex min-h-11 items-center">
                  {name}({say.newPerson})
                </span>
              )}
            </span>
            <span className="self-center text-14">{words.data.import.assessment[change]}</span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="flex flex-wrap items-center gap-3 pb-3">
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {say.more}
          </Button>
          <p className="text-14">
            {say.changesMore(formatNumber(changes.length), formatNumber(total))}
          </p>
        </div>
      )}
    </details>
  );
}
