import { bboxOf } from '#domain/geo/bbox';
import type { MultiPolygon, Position } from '#domain/geo/position';

/** The way round by the neighbouring city may be the only one that there is. */
const MARGIN_DEGREES = 0.05;

/** Tells whether a line comes within some five kilometres of the box around an area. */
export function nearBox({ coordinates }: MultiPolygon): (line: readonly Position[]) => boolean {
  const [west, south, east, north] = bboxOf(coordinates.flat(2));
  return (line) => {
    const [left, bottom, right, top] = bboxOf(line);
    return (
      right >= west - MARGIN_DEGREES &&
      left <= east + MARGIN_DEGREES &&
      top >= south - MARGIN_DEGREES &&
      bottom <= north + MARGIN_DEGREES
    );
  };
}
