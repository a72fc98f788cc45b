import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PositionConflict } from '#contract/data-decisions';
import { chooseFacilityPosition, conflictsQuery } from '../../api/imports.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Figure } from './Figure.tsx';
import { isSamePlace, placeFeatures, placeLetter } from './figure-features.ts';

/** Facilities that lists put at different places: side by side on a map, and one chosen. */
export function ConflictList(props: { readonly code: string; readonly datasetId: string | null }) {
  const words = useImportWords();
  const say = words.imports.conflicts;
  const query = useQuery(conflictsQuery(props.code, props.datasetId));
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  const conflicts = query.data?.conflicts ?? [];
  if (conflicts.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h4 className="font-bold">{say.title(formatNumber(conflicts.length))}</h4>
      <p className="text-14">{say.note}</p>
      {conflicts.map((conflict, at) => (
        <Conflict
          key={conflict.facilityKey}
          code={props.code}
          conflict={conflict}
          isOpen={at === 0}
        />
      ))}
    </section>
  );
}

interface ConflictProps {
  readonly code: string;
  readonly conflict: PositionConflict;
  readonly isOpen: boolean;
}

function Conflict({ code, conflict, isOpen }: ConflictProps) {
  const words = useImportWords();
  const say = words.imports.conflicts;
  const queryClient = useQueryClient();
  const { facilityKey, name, version, chosen, places } = conflict;
  const choose = useMutation({
    mutationFn: (choice: {
      readonly position: readonly [number, number] | null;
      readonly version: number | null;
    }) => chooseFacilityPosition(code, { facilityKey, ...choice }),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const pick = (position: readonly [number, number] | null) =>
    choose.mutate(
      { position, version },
      {
        onSuccess: () =>
          offerUndo({
            text: say.chosen(name),
            undo: async () => {
              const nextVersion = position === null ? null : (version ?? 0) + 1;
              await choose.mutateAsync({ position: chosen, version: nextVersion });
            },
          }),
      },
    );
  return (
    <details className="rounded-8 border border-line px-4" open={isOpen}>
      <summary className="min-h-11 cursor-pointer py-2.5">
        <span className="font-bold">{name}</span>
        <span className="ml-3 text-14">{say.apart(words.metersText(conflict.distanceMeters))}</span>
      </summary>
      <div className="grid gap-4 pb-4 lg:grid-cols-2">
        <Figure code={code} label={say.mapLabel(name)} features={placeFeatures(conflict)} />
        <ul className="flex flex-col gap-2">
          {places.map((place, at) => (
            <li key={place.shelterId} className="flex flex-wrap items-center gap-3">
              <span className="number font-bold">{placeLetter(at)}</span>
              <span className="min-w-0 flex-1 text-14">
                {words.data.sources[place.source]}
                {place.isStaged && `(${say.staged})`}
              </span>
              {isSamePlace(place.position, chosen) ? (
                <span className="font-bold">{say.used}</span>
              ) : (
                <Button
                  aria-label={`${placeLetter(at)}: ${say.use}`}
                  isDisabled={choose.isPending}
                  onPress={() => pick(place.position)}
                >
                  {say.use}
                </Button>
              )}
            </li>
          ))}
          {chosen !== null && (
            <li>
              <Button isDisabled={choose.isPending} onPress={() => pick(null)}>
                {say.takeBack}
              </Button>
            </li>
          )}
          {choose.isPending && <li aria-live="polite">{say.saving}</li>}
          {choose.isError && (
            <li>
              <LoadError error={choose.error} />
            </li>
          )}
        </ul>
      </div>
    </details>
  );
}
