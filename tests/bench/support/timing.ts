type Work = () => unknown;

/**
 * Median milliseconds of ours and of the peer. They take turns, so that what else the machine is doing
 * falls on both; the first turns warm up and are not counted.
 */
export async function timeInTurns(
  ours: Work,
  peer: Work,
  turns: { readonly warmUp: number; readonly counted: number },
): Promise<{ oursMs: number; peerMs: number }> {
  const oursMs: number[] = [];
  const peerMs: number[] = [];
  for (let turn = 0; turn < turns.warmUp + turns.counted; turn += 1) {
    const times = [await timeMs(ours), await timeMs(peer)] as const;
    if (turn < turns.warmUp) continue;
    oursMs.push(times[0]);
    peerMs.push(times[1]);
  }
  return { oursMs: median(oursMs), peerMs: median(peerMs) };
}

export async function timeMs(work: Work): Promise<number> {
  // What the one before left is cleared first: each pays for its own garbage only.
  await globalThis.gc?.({ type: 'minor', execution: 'async' });
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(middle)] ?? Number.NaN;
  return (low + high) / 2;
}
