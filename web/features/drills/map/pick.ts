import type { ScenarioRoad } from '#domain/drill/scenario';
import type { Position } from '#domain/geo/position';
import { createStore } from '../../../state/store.ts';
import { setTool } from '../../../state/tool.ts';
import { changeView } from '../../../state/use-view.ts';

/** What the next press on the map is for. */
export type DrillPick =
  | {
      readonly kind: 'place';
      /** What to do, said on the map. */
      readonly hint: string;
      readonly take: (position: Position) => void;
    }
  | {
      readonly kind: 'road';
      readonly hint: string;
      /** @returns what became of it, said on the map */
      readonly take: (road: ScenarioRoad) => string;
    };

export const drillPick = createStore<DrillPick | null>(null);

/** Takes the map tool in hand; on a narrow screen the map comes to be seen. */
export function pickOnMap(pick: DrillPick): void {
  drillPick.set(pick);
  changeView({ tab: 'map' }, 'replace');
  setTool('drill-pick');
}
