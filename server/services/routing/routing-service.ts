import { failure, type Result, success } from '#domain/problem';
import { ROUTING_FAILURES } from '#domain/routing/routing-failures';
import type { DatabaseConfig } from '../../db/data-source.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { Networks } from './networks.ts';
import type { SearchOrder, SearchResults } from './search-orders.ts';
import { SearchThread } from './search-thread.ts';
import type { NetworkDates, SharedNetwork } from './shared-network.ts';

/** What was found, and from when the data are that it rests on. */
export interface Answered<Found> {
  readonly found: Found;
  readonly dates: NetworkDates;
  /** False while the roads are being prepared anew, as roads or zones have just been imported. */
  readonly isCurrent: boolean;
}

/** Searches over the roads of municipalities: one thread that searches, and one that prepares roads. */
export class RoutingService {
  readonly #thread = new SearchThread();
  readonly #networks: Networks;

  constructor(config: DatabaseConfig, report: (error: unknown) => void) {
    this.#networks = new Networks(config, this.#thread, report);
  }

  /** The roads as they are now, for who draws them; null where there are none. */
  async roads(municipality: MunicipalityVersions): Promise<SharedNetwork | null> {
    return (await this.#networks.current(municipality)).shared;
  }

  /** Whether the roads as they are now can be searched at once. */
  isReady(municipality: MunicipalityVersions): boolean {
    return this.#networks.isReady(municipality);
  }

  /** Begins to prepare the roads where they are not ready, without waiting for them. */
  prepare(municipality: MunicipalityVersions): void {
    this.#networks.usable(municipality).catch(() => {
      // Whoever asks next is told.
    });
  }

  /** With `mustBeCurrent` an answer that a browser keeps for this version of the data. */
  async ask<Order extends SearchOrder>(
    municipality: MunicipalityVersions,
    order: Order,
    signal: AbortSignal,
    { mustBeCurrent = false }: { readonly mustBeCurrent?: boolean } = {},
  ): Promise<Result<Answered<SearchResults[Order['kind']]>>> {
    let network = mustBeCurrent
      ? await this.#networks.current(municipality)
      : await this.#networks.usable(municipality);
    // Another may have taken its place between two steps.
    while (network.shared !== null && !this.#thread.holds(network.key))
      network = await this.#networks.usable(municipality);
    const { shared, key } = network;
    if (shared === null) return failure(ROUTING_FAILURES.noRoads());
    const result = await this.#thread.ask(key, order, signal);
    if (!result.ok) return result;
    const isCurrent = this.#networks.isCurrent(municipality, network);
    return success({ found: result.value, dates: shared.dates, isCurrent });
  }

  async close(): Promise<void> {
    this.#networks.close();
    await this.#thread.close();
  }
}
