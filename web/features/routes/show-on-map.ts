import { bboxOf } from '#domain/geo/bbox';
import type { Position } from '#domain/geo/position';
import { askToLookAt } from '../../state/look-at.ts';
import { shownLine } from './route-marks.ts';

/** Brings a stretch into sight and marks it. The list stays where it is, also on a tablet. */
export function showOnMap(line: readonly Position[]): void {
  if (line.length === 0) return;
  shownLine.set(line);
  askToLookAt(bboxOf(line));
}
