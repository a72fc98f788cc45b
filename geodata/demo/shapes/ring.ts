import type { Place } from '../frame.ts';

/** Rings here are lists of places that are not closed; counter-clockwise ones have a positive area. */

export function ringArea(ring: readonly Place[]): number {
  let doubled = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1)
    doubled += ring[j]!.x * ring[i]!.y - ring[i]!.x * ring[j]!.y;
  return doubled / 2;
}

export function isInRing({ x, y }: Place, ring: readonly Place[]): boolean {
  let isInside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x)
      isInside = !isInside;
  }
  return isInside;
}

/** Leaves out points of a line that lie within `toleranceMeters` of what remains (Douglas & Peucker 1973). */
export function simplifiedLine(line: readonly Place[], toleranceMeters: number): Place[] {
  const isKept = new Uint8Array(line.length);
  isKept[0] = 1;
  isKept[line.length - 1] = 1;
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let range = stack.pop(); range !== undefined; range = stack.pop()) {
    const [from, to] = range;
    const a = line[from]!;
    const b = line[to]!;
    let farthest = toleranceMeters;
    let at = -1;
    for (let i = from + 1; i < to; i += 1) {
      const apart = metersToPiece(line[i]!, a, b);
      if (apart > farthest) {
        farthest = apart;
        at = i;
      }
    }
    if (at < 0) continue;
    isKept[at] = 1;
    stack.push([from, at], [at, to]);
  }
  return line.filter((_, i) => isKept[i] === 1);
}

/** A simpler ring; the ring as it was where the simpler one would cross itself. */
export function simplifiedRing(ring: readonly Place[], toleranceMeters: number): Place[] {
  if (ring.length < 8) return [...ring];
  // Between two far points, so that neither half is a closed line.
  let far = 0;
  for (const [i, point] of ring.entries())
    if (apartMeters(point, ring[0]!) > apartMeters(ring[far]!, ring[0]!)) far = i;
  const there = simplifiedLine(ring.slice(0, far + 1), toleranceMeters);
  const back = simplifiedLine([...ring.slice(far), ring[0]!], toleranceMeters);
  const simpler = [...there, ...back.slice(1, -1)];
  if (simpler.length >= 4 && isSimple(simpler)) return simpler;
  return toleranceMeters > 0.3 ? simplifiedRing(ring, toleranceMeters / 2) : [...ring];
}

/** Whether no two sides of a ring cross. */
export function isSimple(ring: readonly Place[]): boolean {
  const count = ring.length;
  for (let i = 0; i < count; i += 1) {
    const a = ring[i]!;
    const b = ring[(i + 1) % count]!;
    for (let j = i + 2; j < count; j += 1) {
      if (i === 0 && j === count - 1) continue;
      const c = ring[j]!;
      const d = ring[(j + 1) % count]!;
      if (Math.max(c.x, d.x) < Math.min(a.x, b.x) || Math.min(c.x, d.x) > Math.max(a.x, b.x))
        continue;
      if (Math.max(c.y, d.y) < Math.min(a.y, b.y) || Math.min(c.y, d.y) > Math.max(a.y, b.y))
        continue;
      if (side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0) return false;
    }
  }
  return true;
}

function side(a: Place, b: Place, p: Place): number {
  return Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
}

export function apartMeters(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function metersToPiece(p: Place, a: Place, b: Place): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2;
  const held = Math.min(1, Math.max(0, t));
  const x = a.x + held * dx - p.x;
  const y = a.y + held * dy - p.y;
  return Math.sqrt(x * x + y * y);
}
