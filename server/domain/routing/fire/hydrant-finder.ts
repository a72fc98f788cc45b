import type { RoadPart } from '../exposure/measure-exposure.ts';
import type { RoadTree } from '../graph/road-tree.ts';
import type { ChainPlace } from '../search/chain-places.ts';
import type { SearchLimits } from '../search/limits.ts';
import { snapPosition } from '../snap/snap-position.ts';
import type { FireQuestion, HydrantReach } from './fire-reach.ts';
import { findWayToSpan, measureToSpans, type SpanMeters } from './meters-to-spans.ts';
import type { WalkNetwork } from './walk-network.ts';

/** Hydrants stand beside roads; one farther off is not where a hose is laid along a road from. */
const HYDRANT_TO_ROAD_METERS = 30;

interface PlacedHydrant {
  readonly hydrant: number;
  readonly span: RoadPart;
  readonly toRoadMeters: number;
}

/** Whether hoses reach from a recorded hydrant, laid along roads that can be walked. */
export class HydrantFinder {
  /** Numbers of those that no road is near to. */
  readonly offRoads: readonly number[];
  readonly #placed: readonly PlacedHydrant[];
  readonly #found: SpanMeters;
  readonly #hoseMeters: number;

  private constructor(
    placed: readonly PlacedHydrant[],
    found: SpanMeters,
    { hydrants, hoseMeters }: FireQuestion,
  ) {
    this.#placed = placed;
    this.#found = found;
    this.#hoseMeters = hoseMeters;
    const isPlaced = new Set(placed.map(({ hydrant }) => hydrant));
    this.offRoads = [...hydrants.keys()].filter((hydrant) => !isPlaced.has(hydrant));
  }

  /** Null where it was stopped. */
  static build(
    network: WalkNetwork,
    tree: RoadTree,
    question: FireQuestion,
    limits: SearchLimits,
  ): HydrantFinder | null {
    const { table, isWalked } = network;
    const placed = question.hydrants.flatMap((position, hydrant): PlacedHydrant[] => {
      const isUsable = (road: number) => isWalked[road] === 1;
      const snapped = snapPosition(table, tree, position, HYDRANT_TO_ROAD_METERS, isUsable);
      if (!snapped.ok) return [];
      const { road, alongMeters, walkMeters } = snapped.value;
      const span = { road, fromMeters: alongMeters, toMeters: alongMeters };
      return [{ hydrant, span, toRoadMeters: walkMeters }];
    });
    const spans = placed.map(({ span }) => span);
    const bounds = { ...limits, mostMeters: question.hoseMeters };
    const toRoad = (span: number) => placed[span]!.toRoadMeters;
    const found = measureToSpans(network, spans, bounds, toRoad);
    return found === null ? null : new HydrantFinder(placed, found, question);
  }

  reachFrom(place: ChainPlace): HydrantReach {
    if (this.#placed.length === 0) return { state: 'not-recorded' };
    const way = findWayToSpan(this.#found, place, (span) => this.#placed[span]!.toRoadMeters);
    if (way === null || way.meters > this.#hoseMeters) return { state: 'none-within' };
    return { state: 'within', hydrant: this.#placed[way.span]!.hydrant, meters: way.meters };
  }
}
