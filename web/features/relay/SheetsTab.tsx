import { useRelayView } from '../../state/relay-view.ts';
import { OutboxState } from './OutboxState.tsx';
import { RelayForm } from './RelayForm.tsx';
import { SheetList } from './SheetList.tsx';
import { SheetView } from './SheetView.tsx';

/** Sheets, one of them, or the form for a new one. */
export default function SheetsTab({ code }: { readonly code: string }) {
  const view = useRelayView();
  return (
    <>
      <OutboxState code={code} />
      {view.tab === 'write' ? (
        <RelayForm code={code} />
      ) : view.sheet !== null ? (
        <SheetView key={view.sheet} code={code} id={view.sheet} />
      ) : (
        <SheetList code={code} view={view} />
      )}
    </>
  );
}
