import { useQuery } from '@tanstack/react-query';
import { residentQuery } from '../../api/queries.ts';
import { nearResourcesQuery } from '../../api/resources.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeRelayView } from '../../state/relay-view.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { useResourceWords } from './use-resource-words.ts';

const metres = (value: number) => formatNumber(Math.round(value));
const minutes = (seconds: number) => formatNumber(Math.max(1, Math.round(seconds / 60)));

/** What somebody can walk to, along the roads, nearest first; with the date of the roads. */
export function NearPerson({ code, person }: { readonly code: string; readonly person: string }) {
  const words = useWords();
  const say = useResourceWords().near;
  const name = useQuery(residentQuery(code, person)).data?.name ?? '…';
  const query = useQuery(nearResourcesQuery(code, person));
  return (
    <section
      aria-label={say.title(name)}
      className="m-4 mb-0 flex flex-col gap-2 rounded-8 border border-line-strong p-3"
    >
      <h3 className="text-18 font-bold">{say.title(name)}</h3>
      {query.data === undefined ? (
        query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={4} />
        )
      ) : (
        <>
          {query.data.resources.length === 0 && <p>{say.none}</p>}
          <ol className="number flex flex-col">
            {query.data.resources.map((one) => (
              <li key={one.id} className="border-b border-line py-1">
                <button
                  type="button"
                  className="min-h-11 text-left font-bold text-action underline underline-offset-4"
                  onClick={() => changeRelayView({ resource: one.id })}
                >
                  {one.name}
                </button>
                <span className="block text-14">
                  {say.way(metres(one.lengthMeters), minutes(one.seconds))}
                </span>
                {one.redMeters > 0 && (
                  <span className="block text-14 font-bold text-danger">
                    {say.red(metres(one.redMeters))}
                  </span>
                )}
                {one.unknownMeters > 0 && (
                  <span className="block text-14 text-caution">
                    {say.unknown(metres(one.unknownMeters))}
                  </span>
                )}
              </li>
            ))}
          </ol>
          {query.data.unreached.length > 0 && (
            <Caution>
              {say.unreached(query.data.unreached.map((one) => one.name).join(words.comma))}
            </Caution>
          )}
          <p className="number text-14 text-ink-soft">
            {say.roads(
              query.data.roadsAsOf
                .map((date) => (date === null ? say.dateUnknown : words.date(date)))
                .join(words.comma),
            )}
            {!query.data.isCurrent && <strong> {say.notCurrent}</strong>}
          </p>
        </>
      )}
      <Button
        className="not-printed self-start"
        onPress={() => changeRelayView({ near: null }, 'replace')}
      >
        {say.clear}
      </Button>
    </section>
  );
}
