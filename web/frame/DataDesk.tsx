import { DataPlace } from '../features/datasets/DataPlace.tsx';
import { ImportBox } from '../features/import/ImportBox.tsx';

/** The data place: new files on top, then what is there. */
export function DataDesk({ code }: { readonly code: string }) {
  return (
    <DataPlace code={code}>
      <ImportBox code={code} />
    </DataPlace>
  );
}
