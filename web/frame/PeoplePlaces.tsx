import { ResidentList } from '../features/residents/ResidentList.tsx';
import { SummaryFigures } from '../features/summary/SummaryFigures.tsx';
import { PeopleTasks } from './PeopleTasks.tsx';
import type { PlaceProps } from './places.tsx';

/** Strips beside the map: who is next, at a glance. */
export function PeopleBesideMap({ municipality, selectedPlace }: PlaceProps) {
  return (
    <PeopleTasks code={municipality.code}>
      <ResidentList
        code={municipality.code}
        layout="strips"
        selectedRank={selectedPlace?.rank ?? null}
      >
        <SummaryFigures code={municipality.code} isInLine={false} />
      </ResidentList>
    </PeopleTasks>
  );
}

/** The table below the map: all columns. */
export function PeopleBelowMap({ municipality, selectedPlace }: PlaceProps) {
  return (
    <PeopleTasks code={municipality.code}>
      <ResidentList
        code={municipality.code}
        layout="table"
        selectedRank={selectedPlace?.rank ?? null}
      >
        <SummaryFigures code={municipality.code} isInLine />
      </ResidentList>
    </PeopleTasks>
  );
}
