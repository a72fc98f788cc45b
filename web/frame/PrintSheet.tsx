import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { MunicipalityView } from '#contract/municipality';
import { sheltersQuery } from '../api/queries.ts';
import { loadPeople } from '../features/print/load-people.ts';
import { PeopleSheet } from '../features/print/PeopleSheet.tsx';
import { PrintHeader } from '../features/print/PrintHeader.tsx';
import { SheltersSheet } from '../features/print/SheltersSheet.tsx';
import { meets, sortShelters } from '../features/shelters/shelter-conditions.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/use-words.ts';
import { preparePrinting, usePrintOrder } from '../state/print-order.ts';
import { useView } from '../state/use-view.ts';
import { PLACE_VIEWS } from './places.tsx';

interface PrintSheetProps {
  readonly municipality: MunicipalityView;
  /** The last order that has been carried out. */
  readonly printed: number;
}

/**
 * What goes onto paper: the panel where something is selected, else the list whole and not only its
 * rows in sight, else the place as it stands. On the screen there is nothing of it.
 */
export default function PrintSheet({ municipality, printed }: PrintSheetProps) {
  const words = useWords();
  const view = useView((all) => all);
  const { code } = municipality;
  const { label, layout } = PLACE_VIEWS[view.place];
  const hasPanel = view.selection !== null && layout !== 'data';
  const isPeople = !hasPanel && (view.place === 'map' || view.place === 'people');
  const isShelters = !hasPanel && view.place === 'shelters';
  const { filters, sort } = view;
  const people = useQuery({
    queryKey: [code, 'print', filters, sort],
    queryFn: () => loadPeople(code, { filters, sort }),
    enabled: false,
    gcTime: 0,
  });
  const shelters = useQuery({ ...sheltersQuery(code), enabled: isShelters });
  const isPrinting = usePrintingWhenReady(printed, async () => {
    if (isPeople) await people.refetch();
    await preparePrinting();
  });
  const listed = sortShelters(
    (shelters.data?.shelters ?? []).filter((one) => meets(one, view.shelters)),
    view.shelterSort,
    view.shelterOrder,
  );
  const kind = view.selection?.kind ?? 'resident';
  const content = isPeople ? 'people' : isShelters ? 'shelters' : hasPanel ? 'panel' : 'place';
  return (
    <>
      <div role="status" className="sr-only">
        {isPrinting ? words.print.preparing : ''}
      </div>
      {createPortal(
        <div className="print-sheet" data-content={content} aria-hidden="true">
          <PrintHeader
            municipality={municipality}
            title={hasPanel ? words.panel[kind === 'paper' ? 'plan' : kind] : label(words)}
            isPersonal={content !== 'shelters'}
          >
            {isPeople && people.data !== undefined && (
              <p>{words.print.count(formatNumber(people.data.total))}</p>
            )}
            {isShelters && <p>{words.print.shelterCount(formatNumber(listed.length))}</p>}
          </PrintHeader>
          {isPeople && people.data !== undefined && <PeopleSheet people={people.data} />}
          {isPeople && people.data === undefined && <p>{words.print.byButton}</p>}
          {isShelters && <SheltersSheet shelters={listed} />}
          <p className="print-note">{words.print.notSafe}</p>
        </div>,
        document.body,
      )}
    </>
  );
}

/** Loads what is printed when printing is ordered, and opens the browser's dialog when it is there. */
function usePrintingWhenReady(printed: number, load: () => Promise<void>): boolean {
  const order = usePrintOrder();
  const [done, setDone] = useState(printed);
  const queryClient = useQueryClient();
  const isPrinting = order !== done;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each order
  useEffect(() => {
    if (!isPrinting) return;
    let isWanted = true;
    void load().then(() => {
      // React has drawn what came after the next frame.
      requestAnimationFrame(() =>
        setTimeout(() => {
          if (!isWanted) return;
          window.print();
          setDone(order);
        }, 50),
      );
    });
    return () => {
      isWanted = false;
    };
  }, [order, isPrinting, queryClient]);
  return isPrinting;
}
