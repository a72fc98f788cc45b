import { routeSeed } from '../../state/route-seed.ts';
import { changeView } from '../../state/use-view.ts';

/** All ways of one person's evacuation, those of the supporters too, in the place of routes. */
export function openChain(id: string): void {
  routeSeed.set({ kind: 'resident', id, task: 'chain' });
  changeView({ place: 'routes', tab: 'list', selection: null });
}
