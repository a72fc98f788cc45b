import type { Position } from '#domain/geo/position';
import { type PlaceSlot, placedByHand } from './route-marks.ts';
import type { PlannedPlace } from './route-plan.ts';
import { changePlan, planNow } from './use-plan.ts';

/** Puts a place of the plan where a hand pointed: about a tenth of a metre, more no hand means. */
export function setPlace(slot: PlaceSlot, [lng, lat]: Position): void {
  const place: PlannedPlace = {
    kind: 'point',
    position: [Number(lng.toFixed(6)), Number(lat.toFixed(6))],
  };
  placedByHand.set(true);
  if (slot === 'from') changePlan({ from: place });
  else if (slot === 'to') changePlan({ to: place });
  else {
    const { via } = planNow();
    changePlan({ via: slot < via.length ? via.with(slot, place) : [...via, place] });
  }
}
