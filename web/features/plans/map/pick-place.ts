import type { Position } from '#domain/geo/position';
import { createStore } from '../../../state/store.ts';
import { setTool } from '../../../state/tool.ts';
import { changeView } from '../../../state/use-view.ts';

/** What the next press on the map is for. */
interface PlanPick {
  /** What to do, said on the map. */
  readonly hint: string;
  readonly take: (position: Position) => void;
}

export const planPick = createStore<PlanPick | null>(null);

/** Takes the map tool in hand; on a narrow screen the map comes to be seen. */
export function pickOnMap(hint: string, take: (position: Position) => void): void {
  planPick.set({ hint, take });
  changeView({ tab: 'map' }, 'replace');
  setTool('plan-place');
}
