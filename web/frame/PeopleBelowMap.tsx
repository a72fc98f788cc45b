import { ResidentList } from '../features/residents/ResidentList.tsx';
import { SummaryFigures } from '../features/summary/SummaryFigures.tsx';
import { PeopleTasks } from './PeopleTasks.tsx';
import type { PlaceProps } from './places.tsx';
import { usePhone } from './use-narrow.ts';

/** The table below the map: all columns. A phone has no room for columns: there it is strips. */
export default function PeopleBelowMap({ municipality: { code }, selectedPlace }: PlaceProps) {
  const isPhone = usePhone();
  return (
    <PeopleTasks code={code}>
      <ResidentList
        code={code}
        layout={isPhone ? 'strips' : 'table'}
        selectedRank={selectedPlace?.rank ?? null}
      >
        <SummaryFigures code={code} isInLine={!isPhone} />
      </ResidentList>
    </PeopleTasks>
  );
}
