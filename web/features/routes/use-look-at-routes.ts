import { useEffect, useRef } from 'react';
import type { RouteAnswer } from '#contract/route';
import { bboxOf } from '#domain/geo/bbox';
import type { Bbox } from '#domain/geo/position';
import { askToLookAt } from '../../state/look-at.ts';
import { useMapBounds } from '../../state/map-bounds.ts';
import { isLookFromAddress } from '../../state/use-view.ts';
import { placedByHand } from './route-marks.ts';

/** Narrower than this part of the view a route is too small to be read. */
const LEAST_PART = 0.15;

/**
 * Brings new routes into sight, once for each pair of ends. Who comes with an address that says where to
 * look, or set an end on the map itself, is left there unless the route lies elsewhere.
 */
export function useLookAtRoutes(answer: RouteAnswer | undefined): void {
  const hasLook = useRef(isLookFromAddress());
  const seen = useRef<string | null>(null);
  const bounds = useRef<Bbox | null>(null);
  bounds.current = useMapBounds();
  useEffect(() => {
    if (answer === undefined) return;
    const places = [answer.from, ...answer.via, answer.to].map(({ position }) => position);
    const key = JSON.stringify(places);
    if (key === seen.current) return;
    const isFirst = seen.current === null;
    seen.current = key;
    const box = bboxOf([...places, ...answer.routes.flatMap(({ line }) => line)]);
    const isByHand = placedByHand.get();
    placedByHand.set(false);
    if (isFirst && hasLook.current) return;
    if (isReadable(box, bounds.current, isByHand ? 0 : LEAST_PART)) return;
    askToLookAt(box);
  }, [answer]);
}

function isReadable([west, south, east, north]: Bbox, view: Bbox | null, part: number): boolean {
  if (view === null) return false;
  const isInside = west >= view[0] && south >= view[1] && east <= view[2] && north <= view[3];
  const size = Math.max((east - west) / (view[2] - view[0]), (north - south) / (view[3] - view[1]));
  return isInside && size >= part;
}
