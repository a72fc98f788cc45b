import type { WireRoute } from '#contract/route';
import { bboxOf } from '#domain/geo/bbox';
import { askToLookAt } from '../../../state/look-at.ts';
import { changePlan, planNow } from '../use-plan.ts';

/** Takes one way to be looked at, on the map and below the list. */
export function showWay(way: number, { line, walkToRoad, walkFromRoad }: WireRoute): void {
  changePlan({ chain: { ...planNow().chain, way } }, 'replace');
  askToLookAt(bboxOf([...walkToRoad.line, ...line, ...walkFromRoad.line]));
}
