import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useEffect } from 'react';
import type { DrillView } from '#contract/drill';
import { drillsKey } from '../../../api/drills.ts';
import { LoadError } from '../../../ui/LoadError.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { RUN_PARTS, type RunPart } from '../drills-view.ts';
import { seenPlaces } from '../map/seen-places.ts';
import { Scrolled } from '../Scrolled.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { changeDrillsView, useDrillsView } from '../use-drills-view.ts';
import { DoorPart } from './DoorPart.tsx';
import { Injects } from './Injects.tsx';
import { LogPart } from './LogPart.tsx';
import { RunHead } from './RunHead.tsx';
import { StepsNow } from './StepsNow.tsx';
import { TeamPart } from './TeamPart.tsx';
import { type Run, RunProvider, useFollowedRun } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

const PARTS: Readonly<Record<RunPart, ComponentType>> = {
  steps: StepsNow,
  door: DoorPart,
  team: TeamPart,
  log: LogPart,
};

/** The drill while it is run, for a tablet in one hand: what is to be done now, with large buttons. */
export default function RunTab({
  code,
  view,
}: {
  readonly code: string;
  readonly view: DrillView;
}) {
  const say = useRunWords();
  const { tabs } = useDrillWords();
  const { run: part } = useDrillsView();
  const { query, value } = useFollowedRun(code, view.id);
  useSeenPlaces(value);
  useStateOfDrill(code, view, value);
  if (value === null)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={9} className="p-6" />
    );
  const hasBegun = value.state.startedMillis !== null;
  const Part = PARTS[part];
  return (
    <RunProvider value={value}>
      <Scrolled label={tabs.run} className="flex flex-col">
        <RunHead
          obstacles={
            view.timelineProblem === null ? view.problems : [...view.problems, view.timelineProblem]
          }
        />
        {!value.run.mayRun && <Caution>{say.readOnly}</Caution>}
        {hasBegun && (
          <>
            <Injects />
            <nav aria-label={say.partsLabel} className="grid grid-cols-4 gap-1 px-4 pt-2">
              {RUN_PARTS.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-current={one === part ? 'page' : undefined}
                  className={`min-h-12 rounded-8 border px-2 text-18 ${
                    one === part
                      ? 'border-action bg-action-soft font-bold text-action'
                      : 'border-line-strong hover:bg-surface-soft'
                  }`}
                  onClick={() => changeDrillsView({ run: one }, 'replace')}
                >
                  {say.parts[one]}
                </button>
              ))}
            </nav>
            <Part />
          </>
        )}
      </Scrolled>
    </RunProvider>
  );
}

/** Whoever said where they are is on the map while the run is looked at. */
function useSeenPlaces(run: Run | null) {
  const participants = run?.state.participants;
  const people = run?.run.content.participants;
  useEffect(() => {
    const places = (participants ?? []).flatMap(({ participantId, lastPlace }) => {
      const name = people?.find(({ id }) => id === participantId)?.name ?? '';
      return lastPlace === null ? [] : [{ id: participantId, name, position: lastPlace.position }];
    });
    seenPlaces.set(places);
  }, [participants, people]);
  useEffect(() => () => seenPlaces.set([]), []);
}

const BEHIND_MILLIS = 3000;

/** The badge and the list follow once the server has heard that the drill began or ended. */
function useStateOfDrill(code: string, view: DrillView, value: Run | null): void {
  const queryClient = useQueryClient();
  const { startedMillis = null, endedMillis = null } = value?.state ?? {};
  const now = startedMillis === null ? 'planned' : endedMillis === null ? 'running' : 'over';
  const isBehind = value !== null && now !== view.state;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setInterval(() => {
      for (const part of ['one', 'list'])
        void queryClient.invalidateQueries({ queryKey: [...drillsKey(code), part] });
    }, BEHIND_MILLIS);
    return () => clearInterval(timer);
  }, [isBehind, code, queryClient]);
}
