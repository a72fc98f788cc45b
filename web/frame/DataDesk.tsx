import { useMay } from '../api/access.ts';
import { DataPlace } from '../features/datasets/DataPlace.tsx';
import { ImportBox } from '../features/import/ImportBox.tsx';
import { NewMunicipality } from '../features/municipality/NewMunicipality.tsx';
import type { PlaceProps } from './places.tsx';

/** The data place: new files on top, then what is there; another municipality can be entered. */
export default function DataDesk({ municipality: { code } }: PlaceProps) {
  const may = useMay();
  return (
    <DataPlace code={code}>
      <ImportBox code={code} />
      {may('municipality.create') && <NewMunicipality />}
    </DataPlace>
  );
}
