import type { Database } from '../../db/database.ts';
import type { ReadVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import type { RoutingService } from '../routing/routing-service.ts';
import { ChartFactsReader } from './chart-facts.ts';
import { CutOffReader } from './cut-off-figures.ts';
import type { ChartSources } from './read-charts.ts';
import { keepSnapshots } from './snapshots.ts';

/** What charts are made from in this process, and the clock that keeps a snapshot of each month. */
export class ChartDesk {
  readonly sources: ChartSources;
  readonly #readVersions: ReadVersions;
  #stop: () => void = () => {};

  constructor(
    base: { readonly database: Database; readonly readers: Readers; readonly clock: () => Date },
    routing: RoutingService,
    readVersions: ReadVersions,
  ) {
    this.sources = {
      ...base,
      facts: new ChartFactsReader(base.database),
      cutOff: new CutOffReader(base.readers, routing),
    };
    this.#readVersions = readVersions;
  }

  /** From now on figures of every month are kept. */
  keepMonths(report: (error: unknown) => void): void {
    this.#stop = keepSnapshots(this.sources, this.#readVersions, report);
  }

  stop(): void {
    this.#stop();
  }
}
