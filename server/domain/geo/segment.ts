/*
 * Straight segments in a plane, in metres or any one unit for both axes. Scalars in and out: these run
 * in the innermost loops of the hazard check, where an object for each edge would cost more than the sum.
 */

/**
 * How far along the segment a → b its place nearest to p lies: 0 at a, 1 at b. A segment without length
 * answers 0.
 */
export function nearestPart(
  pX: number,
  pY: number,
  aX: number,
  aY: number,
  bX: number,
  bY: number,
): number {
  const segmentX = bX - aX;
  const segmentY = bY - aY;
  const along = (pX - aX) * segmentX + (pY - aY) * segmentY;
  if (along <= 0) return 0;
  const lengthSquared = segmentX * segmentX + segmentY * segmentY;
  return along >= lengthSquared ? 1 : along / lengthSquared;
}

/**
 * How far along the segment a → b another segment c → d crosses it (0 to 1), or null where they do not
 * meet or are parallel: parallel segments meet, if they do, at an end of one of them.
 */
export function crossingPart(
  aX: number,
  aY: number,
  bX: number,
  bY: number,
  cX: number,
  cY: number,
  dX: number,
  dY: number,
): number | null {
  const abX = bX - aX;
  const abY = bY - aY;
  const cdX = dX - cX;
  const cdY = dY - cY;
  const denominator = abX * cdY - abY * cdX;
  if (denominator === 0) return null;
  const partOfAb = ((cX - aX) * cdY - (cY - aY) * cdX) / denominator;
  const partOfCd = ((cX - aX) * abY - (cY - aY) * abX) / denominator;
  const isCrossing = partOfAb >= 0 && partOfAb <= 1 && partOfCd >= 0 && partOfCd <= 1;
  return isCrossing ? partOfAb : null;
}
