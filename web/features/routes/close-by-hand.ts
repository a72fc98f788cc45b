import { offerUndo } from '../../state/undo.ts';
import { toggleRoad } from './route-plan.ts';
import { changePlan, planNow } from './use-plan.ts';
import type { RouteWords } from './use-route-words.ts';

/** Closes a road or opens it again, and offers to take that back; says which of the two it was. */
export function closeByHand(id: string, name: string, say: RouteWords): boolean {
  const closedRoads = toggleRoad(planNow(), id);
  const isClosed = closedRoads.includes(id);
  changePlan({ closedRoads });
  offerUndo({
    text: isClosed ? say.closures.closed(name) : say.closures.opened(name),
    undo: () => {
      if (planNow().closedRoads.includes(id) === isClosed)
        changePlan({ closedRoads: toggleRoad(planNow(), id) });
    },
  });
  return isClosed;
}
