import { buildIncidence, type Incidence } from './incidence.ts';

/**
 * Marks (1) the ends of links by which a core leads only down a dead end: into a tree of roads that hangs
 * on it, or round a loop back to it. Leaves are taken off until none is left. Whoever goes in comes out
 * where they went in, so no search between other places has to look there, whatever anything costs.
 */
export function findDownEnds(coreCount: number, from: Uint32Array, to: Uint32Array): Uint8Array {
  const { first, ends } = buildIncidence(coreCount, from, to);
  const isDown = new Uint8Array(2 * from.length);
  const isTaken = new Uint8Array(from.length);
  const degrees = new Uint32Array(coreCount);
  for (let link = 0; link < from.length; link += 1) {
    if (from[link] === to[link]) {
      isTaken[link] = 1;
      isDown[2 * link] = 1;
      isDown[2 * link + 1] = 1;
      continue;
    }
    degrees[from[link]!]! += 1;
    degrees[to[link]!]! += 1;
  }
  const leaves: number[] = [];
  for (let core = 0; core < coreCount; core += 1) if (degrees[core] === 1) leaves.push(core);
  for (let leaf = leaves.pop(); leaf !== undefined; leaf = leaves.pop()) {
    for (let at = first[leaf]!; at < first[leaf + 1]!; at += 1) {
      const end = ends[at]!;
      const link = end >> 1;
      if (isTaken[link] === 1) continue;
      isTaken[link] = 1;
      isDown[end ^ 1] = 1;
      const above = (end & 1) === 0 ? to[link]! : from[link]!;
      degrees[above]! -= 1;
      if (degrees[above] === 1) leaves.push(above);
    }
  }
  return isDown;
}

/** The same rows with the ends that lead down last, and where these begin. */
export function sortDown(
  { first, ends }: Incidence,
  isDown: Uint8Array,
): Incidence & { readonly firstDown: Uint32Array } {
  const sorted = new Uint32Array(ends.length);
  const firstDown = new Uint32Array(first.length - 1);
  for (let core = 0; core < firstDown.length; core += 1) {
    const row = ends.subarray(first[core]!, first[core + 1]!);
    let place = first[core]!;
    for (const end of row) if (isDown[end] === 0) sorted[place++] = end;
    firstDown[core] = place;
    for (const end of row) if (isDown[end] === 1) sorted[place++] = end;
  }
  return { first, firstDown, ends: sorted };
}
