import { useMay } from '../api/access.ts';
import { useFirstView } from '../state/use-first-view.ts';
import { SidePart } from '../ui/SidePart.tsx';

const load = () => import('../features/response/OpenNotice.tsx');

/** That a response is open, for the roles that have to do with one; fetched after the first view is there. */
export function OpenResponse({ code }: { readonly code: string }) {
  const isTime = useFirstView();
  const may = useMay();
  return isTime && may('responses.see') ? <SidePart load={load} given={{ code }} /> : null;
}
