import { ResidentList } from '../features/residents/ResidentList.tsx';
import { SummaryFigures } from '../features/summary/SummaryFigures.tsx';
import { PeopleTasks } from './PeopleTasks.tsx';
import type { PlaceProps } from './places.tsx';

/** Strips beside the map: who is next, at a glance. */
export default function PeopleBesideMap({ municipality: { code }, selectedPlace }: PlaceProps) {
  return (
    <PeopleTasks code={code}>
      <ResidentList code={code} layout="strips" selectedRank={selectedPlace?.rank ?? null}>
        <SummaryFigures code={code} isInLine={false} />
      </ResidentList>
    </PeopleTasks>
  );
}
