import type { RoadTable } from '#domain/routing/graph/road-table';
import type { Topology } from '#domain/routing/graph/topology';
import type { Hierarchy } from '#domain/routing/hierarchy/hierarchy';
import { HierarchyFinder } from '#domain/routing/hierarchy/hierarchy-finder';
import type { PairFinder, PathResult } from '#domain/routing/search/find-path';
import { entryPoint } from '../../db/entry-point.ts';
import { askThread } from '../worker/ask-thread.ts';

export interface HierarchyOrder {
  readonly table: Pick<RoadTable, 'junctionPositions'>;
  readonly topology: Topology;
}

/** Ordering the cores of a city takes a second: it is done where ways are asked for again and again. */
const WORTH_ASKING = 20;
const NEVER = new AbortController().signal;

/** The hierarchy of one topology, made by a thread of its own once it is worth it. */
export class AwaitedHierarchy {
  readonly #order: HierarchyOrder;
  #asked = 0;
  #hierarchy: Hierarchy | null = null;

  constructor({ junctionPositions }: RoadTable, topology: Topology) {
    this.#order = { table: { junctionPositions }, topology };
  }

  /** For one more search; null until it is there. */
  take(): Hierarchy | null {
    this.#asked += 1;
    if (this.#asked === WORTH_ASKING)
      this.#make().catch((error: unknown) => {
        // Ways are found without it.
        process.emitWarning(error instanceof Error ? error : String(error));
      });
    return this.#hierarchy;
  }

  async #make(): Promise<void> {
    const entry = entryPoint(import.meta.url, './hierarchy-worker');
    this.#hierarchy = await askThread<Hierarchy>(entry, this.#order, NEVER);
  }
}

/** Finds ways by another finder until there is a hierarchy. */
export class FinderInWaiting implements PairFinder {
  readonly #awaited: AwaitedHierarchy;
  readonly #before: PairFinder;
  #finder: HierarchyFinder | null = null;

  constructor(awaited: AwaitedHierarchy, before: PairFinder) {
    this.#awaited = awaited;
    this.#before = before;
  }

  find(...[metric, from, to, limits]: Parameters<PairFinder['find']>): PathResult {
    if (this.#finder === null) {
      const hierarchy = this.#awaited.take();
      if (hierarchy === null) return this.#before.find(metric, from, to, limits);
      this.#finder = new HierarchyFinder(hierarchy, this.#before);
    }
    return this.#finder.find(metric, from, to, limits);
  }
}
