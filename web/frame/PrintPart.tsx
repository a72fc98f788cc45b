import { useEffect, useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { orderPrint, usePrintOrder } from '../state/print-order.ts';
import { useFirstView } from '../state/use-first-view.ts';
import { SidePart } from '../ui/SidePart.tsx';

const load = () => import('./PrintSheet.tsx');

/** The browser's own key prints at once what is there; a list must be loaded whole first. */
function orderByKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  if (event.key.toLowerCase() !== 'p') return;
  event.preventDefault();
  orderPrint();
}

/** What goes onto paper: fetched once the first view is there, or something is to be printed. */
export function PrintPart({ municipality }: { readonly municipality: MunicipalityView }) {
  const order = usePrintOrder();
  const [printed] = useState(order);
  const isTime = useFirstView();
  useEffect(() => {
    document.addEventListener('keydown', orderByKey);
    return () => document.removeEventListener('keydown', orderByKey);
  }, []);
  return isTime || order !== printed ? (
    <SidePart load={load} given={{ municipality, printed }} />
  ) : null;
}
