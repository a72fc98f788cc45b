import type { Transaction } from '../../db/database.ts';

/** Facts of drills and relay sheets by district (ids of domain/chart/facts); null = not recorded yet. */
export type OutsideFacts = ReadonlyMap<string, Readonly<Record<string, number>>> | null;

/**
 * Where the figures of drills (`drill.held`, `drill.open`) and of relay sheets (`relay.received`, `relay.in_hand`,
 * `relay.answered`, `relay.closed`, `relay.overdue`) come from: asked under the actor's row-level security.
 */
export interface OutsideFigures {
  drills(tx: Transaction, code: string): Promise<OutsideFacts>;
  relaySheets(tx: Transaction, code: string): Promise<OutsideFacts>;
}

/** Neither is kept yet, and what is not recorded is no 0. */
export const NOT_RECORDED: OutsideFigures = {
  drills: () => Promise.resolve(null),
  relaySheets: () => Promise.resolve(null),
};
