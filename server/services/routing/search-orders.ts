import type { Position } from '#domain/geo/position';
import type { Result } from '#domain/problem';
import type { Closures } from '#domain/routing/closures';
import type { ClosureEffect } from '#domain/routing/isolation/judge-closures';
import type { SharedNetwork } from './shared-network.ts';

/** Who goes, by what policy; ids of profiles and policies that are known. */
export interface Traveller {
  readonly profileId: string;
  readonly policyId: string;
  readonly isNight: boolean;
}

/** What the thread that searches can be asked; plain data, and of people nothing but where they are. */
export type SearchOrder =
  | {
      readonly kind: 'routes';
      readonly traveller: Traveller;
      readonly closures: Closures;
      readonly from: Position;
      readonly to: Position;
      readonly via: readonly Position[];
      readonly mostAlternatives: number;
    }
  | {
      readonly kind: 'cut-off';
      readonly foot: Traveller;
      readonly vehicle: Traveller;
      readonly closures: Closures;
      readonly places: readonly Position[];
      readonly shelters: readonly Position[];
    }
  | {
      readonly kind: 'cuts';
      readonly traveller: Traveller;
      readonly places: readonly Position[];
      /** How much each place counts, once for every figure; the first one ranks. */
      readonly weights: readonly (readonly number[])[];
      readonly shelters: readonly Position[];
      readonly most: number;
    };

export interface ClosedSummary {
  readonly roads: number;
  readonly unknownIds: readonly string[];
}

export interface RoadCut {
  readonly kind: 'road' | 'junction';
  readonly id: string;
  readonly name: string | null;
  readonly line: readonly Position[];
  readonly isBridge: boolean;
  readonly redMeters: number;
  /** In the order of the weights. */
  readonly figures: readonly number[];
}

export interface SearchResults {
  /** A RouteAnswer as JSON, but for `data`. */
  readonly routes: { readonly json: string };
  readonly 'cut-off': {
    /** In the order of the places. */
    readonly foot: readonly ClosureEffect[];
    readonly vehicle: readonly ClosureEffect[];
    readonly closed: ClosedSummary & { readonly ids: readonly string[] };
  };
  readonly cuts: { readonly cuts: readonly RoadCut[]; readonly found: number };
}

/** What is posted to the thread. `network` comes before the first order that is to be done on it. */
export type ToSearch =
  | { readonly kind: 'network'; readonly key: number; readonly network: SharedNetwork }
  | { readonly kind: 'forget'; readonly key: number }
  | {
      readonly kind: 'order';
      readonly id: number;
      readonly networkKey: number;
      readonly order: SearchOrder;
      /** Becomes 1 when nobody waits for the answer any more. */
      readonly stop: Int32Array;
    };

export type FromSearch =
  | { readonly id: number; readonly result: Result<SearchResults[SearchOrder['kind']]> }
  | { readonly id: number; readonly error: unknown };
