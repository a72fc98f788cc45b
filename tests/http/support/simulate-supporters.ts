import { randomUUID } from 'node:crypto';
import { RESPONSE_STATUSES, type ResponseStatus } from '#domain/plan/response';
import { seededRandom } from '../../bench/support/random.ts';

export interface SimulatedReport {
  readonly id: string;
  readonly personId: string;
  readonly status: ResponseStatus;
  readonly at: string;
  readonly shelterId: string | null;
}
/** What one supporter's phone sends, batch by batch; some of it was said long before it comes in. */
export interface SimulatedSupporter {
  readonly personId: string;
  readonly batches: readonly (readonly SimulatedReport[])[];
}

const ROUNDS = 6;
const SAID = RESPONSE_STATUSES.filter((status) => status !== 'no-report');

/**
 * Supporters of one person each, by a seed: they report some times, lose the network for a while, and send
 * what waited together, once more than needed, and out of order.
 */
export function simulateSupporters(
  people: readonly string[],
  shelterId: string,
  beginsAt: Date,
  seed: number,
): SimulatedSupporter[] {
  const random = seededRandom(seed);
  return people.map((personId) => {
    const batches: SimulatedReport[][] = [];
    let waiting: SimulatedReport[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      if (random() < 0.2) continue;
      const status = SAID[Math.floor(random() * SAID.length)] ?? 'moving';
      const at = new Date(beginsAt.getTime() + round * 60_000 + Math.floor(random() * 50_000));
      const where = status === 'arrived' && random() < 0.5 ? shelterId : null;
      const id = randomUUID();
      waiting.push({ id, personId, status, at: at.toISOString(), shelterId: where });
      const isOffline = random() < 0.4 && round < ROUNDS - 1;
      if (isOffline) continue;
      const again = batches.at(-1)?.slice(0, 1) ?? [];
      batches.push([...waiting, ...again].reverse());
      waiting = [];
    }
    if (waiting.length > 0) batches.unshift(waiting);
    return { personId, batches };
  });
}

/** By hand, apart from the program: how many stand where in the end. */
export function expectedCounts(
  supporters: readonly SimulatedSupporter[],
): Record<ResponseStatus, number> {
  const counts = Object.fromEntries(RESPONSE_STATUSES.map((one) => [one, 0])) as Record<
    ResponseStatus,
    number
  >;
  for (const { batches } of supporters) {
    const said = batches.flat().sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    counts[said.at(-1)?.status ?? 'no-report'] += 1;
  }
  return counts;
}
