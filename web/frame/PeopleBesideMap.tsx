import { useMay } from '../api/access.ts';
import { ResidentList } from '../features/residents/ResidentList.tsx';
import { SummaryFigures } from '../features/summary/SummaryFigures.tsx';
import { useWords } from '../i18n/use-words.ts';
import { EmptyState } from '../ui/Notice.tsx';
import { PeopleTasks } from './PeopleTasks.tsx';
import type { PlaceProps } from './places.tsx';

/** Strips beside the map: who is next, at a glance. */
export default function PeopleBesideMap({ municipality: { code }, selectedPlace }: PlaceProps) {
  const { access } = useWords();
  const may = useMay();
  if (!may('people.see')) return <EmptyState title={access.noPeople} text={access.notForText} />;
  return (
    <PeopleTasks code={code}>
      <ResidentList code={code} layout="strips" selectedRank={selectedPlace?.rank ?? null}>
        <SummaryFigures code={code} isInLine={false} />
      </ResidentList>
    </PeopleTasks>
  );
}
