import { useFirstView } from '../state/use-first-view.ts';
import { useView } from '../state/use-view.ts';
import { SidePart } from '../ui/SidePart.tsx';

const load = () => import('../features/guide/GuideNotice.tsx');

/** Where the day begins; fetched after the first view is there. */
export function GuideHint() {
  const isStart = useView(({ place }) => place === 'start');
  const isTime = useFirstView();
  return isStart && isTime ? <SidePart load={load} given={{}} /> : null;
}
