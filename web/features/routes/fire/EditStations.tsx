import { lazy, Suspense, useState } from 'react';
import type { FireStationOnWire } from '#contract/fire-station';
import type { RouteOptions } from '#contract/route';
import { useMay } from '../../../api/access.ts';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { useFireWords } from '../use-fire-words.ts';
import { stationDrafts } from './station-draft.ts';

const StationEditor = lazy(() => import('./StationEditor.tsx'));

/** Opens the list of stations for those who may change it. */
export function EditStations(props: {
  readonly code: string;
  readonly stations: readonly FireStationOnWire[];
  readonly options: RouteOptions;
}) {
  const say = useFireWords().stations;
  const may = useMay();
  // What was begun is in sight when one comes back from the map or another task.
  const [isOpen, setOpen] = useState((stationDrafts.get()[props.code] ?? null) !== null);
  if (!may('fire-stations.change')) return null;
  return (
    <details
      className="not-printed"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="min-h-11 cursor-pointer py-2 font-bold">{say.edit}</summary>
      {isOpen && (
        <Suspense fallback={<SkeletonLines count={5} />}>
          <StationEditor {...props} />
        </Suspense>
      )}
    </details>
  );
}
