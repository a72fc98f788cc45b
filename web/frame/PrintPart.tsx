import { useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { usePrintOrder } from '../state/print-order.ts';
import { useFirstView } from '../state/use-first-view.ts';
import { SidePart } from '../ui/SidePart.tsx';

const load = () => import('./PrintSheet.tsx');

/** What goes onto paper: fetched once the first view is there, or something is to be printed. */
export function PrintPart({ municipality }: { readonly municipality: MunicipalityView }) {
  const order = usePrintOrder();
  const [printed] = useState(order);
  const isTime = useFirstView();
  return isTime || order !== printed ? (
    <SidePart load={load} given={{ municipality, printed }} />
  ) : null;
}
