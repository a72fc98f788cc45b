import type { Position } from '#domain/geo/position';
import { createStore } from '../../../state/store.ts';
import { setTool } from '../../../state/tool.ts';
import { changeView } from '../../../state/use-view.ts';

/** A way that is being led over the map, place by place. */
interface RouteDrawing {
  readonly via: readonly Position[];
  readonly most: number;
  readonly onChange: (via: readonly Position[]) => void;
}

export const routeDrawing = createStore<RouteDrawing | null>(null);

/** Takes the map tool in hand; on a narrow screen the map comes to be seen. */
export function drawRoute(drawing: RouteDrawing): void {
  routeDrawing.set(drawing);
  changeView({ tab: 'map' }, 'replace');
  setTool('draw-route');
}

/** The way follows the roads through the places as they are after `next`. */
export function leadThrough(next: (via: readonly Position[]) => readonly Position[]): void {
  const drawing = routeDrawing.get();
  if (drawing === null) return;
  const via = next(drawing.via).slice(0, drawing.most);
  if (via.length === drawing.via.length) return;
  routeDrawing.set({ ...drawing, via });
  drawing.onChange(via);
}
