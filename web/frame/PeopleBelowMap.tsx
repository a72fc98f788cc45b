import { ResidentList } from '../features/residents/ResidentList.tsx';
import { SummaryFigures } from '../features/summary/SummaryFigures.tsx';
import { PeopleTasks } from './PeopleTasks.tsx';
import type { PlaceProps } from './places.tsx';

/** The table below the map: all columns. */
export default function PeopleBelowMap({ municipality: { code }, selectedPlace }: PlaceProps) {
  return (
    <PeopleTasks code={code}>
      <ResidentList code={code} layout="table" selectedRank={selectedPlace?.rank ?? null}>
        <SummaryFigures code={code} isInLine />
      </ResidentList>
    </PeopleTasks>
  );
}
