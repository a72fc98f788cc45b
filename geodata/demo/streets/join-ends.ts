import type { Place } from '../frame.ts';
import type { RoadLine } from './road-line.ts';
import { SegmentIndex } from './segment-index.ts';

/** How far ahead a street's end looks for another street to open into. */
const AHEAD_METERS = 42;
const BESIDE_METERS = 16;

/** Lengthens each end to the street that lies ahead of it, or turns it into one close beside. */
export function joinEnds(lines: readonly RoadLine[]): RoadLine[] {
  const index = new SegmentIndex();
  const pieces: { line: number; a: Place; b: Place }[] = [];
  for (const [line, { points }] of lines.entries())
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [points[i - 1]!, points[i]!];
      index.add(pieces.length, a.x, a.y, b.x, b.y);
      pieces.push({ line, a, b });
    }
  const target = (line: number, end: Place, before: Place): Place | null => {
    const length = Math.hypot(end.x - before.x, end.y - before.y);
    if (length === 0) return null;
    const ahead = {
      x: end.x + ((end.x - before.x) / length) * AHEAD_METERS,
      y: end.y + ((end.y - before.y) / length) * AHEAD_METERS,
    };
    let best: Place | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const number of index.near(end.x, end.y, ahead.x, ahead.y, BESIDE_METERS)) {
      const piece = pieces[number]!;
      if (piece.line === line) continue;
      const hit = rayHit(end, ahead, piece.a, piece.b);
      const beside = nearestOn(end, piece.a, piece.b);
      const besideMeters = Math.hypot(beside.x - end.x, beside.y - end.y);
      const candidate = besideMeters < BESIDE_METERS ? beside : hit;
      if (candidate === null) continue;
      const meters = Math.hypot(candidate.x - end.x, candidate.y - end.y);
      if (meters < least) {
        least = meters;
        best = candidate;
      }
    }
    return best;
  };
  return lines.map((road, line) => {
    const { points } = road;
    if (points.length < 2) return road;
    const head = target(line, points[0]!, points[1]!);
    const tail = target(line, points.at(-1)!, points.at(-2)!);
    return {
      ...road,
      points: [...(head ? [head] : []), ...points, ...(tail ? [tail] : [])],
    };
  });
}

function rayHit(from: Place, to: Place, c: Place, d: Place): Place | null {
  const rx = to.x - from.x;
  const ry = to.y - from.y;
  const sx = d.x - c.x;
  const sy = d.y - c.y;
  const across = rx * sy - ry * sx;
  if (Math.abs(across) < 1e-9) return null;
  const t = ((c.x - from.x) * sy - (c.y - from.y) * sx) / across;
  const u = ((c.x - from.x) * ry - (c.y - from.y) * rx) / across;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { x: from.x + t * rx, y: from.y + t * ry } : null;
}

function nearestOn(p: Place, a: Place, b: Place): Place {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2;
  const held = Math.min(1, Math.max(0, t));
  return { x: a.x + held * dx, y: a.y + held * dy };
}
