import type { RoadOnWire, RouteAnswer, WireRoute } from '#contract/route';
import type { Position } from '#domain/geo/position';
import type { Result } from '#domain/problem';
import type { Closures } from '#domain/routing/closures';
import type { FireQuestion, FireRow } from '#domain/routing/fire/fire-reach';
import type { ClosureEffect } from '#domain/routing/isolation/judge-closures';
import type { KeptRoad } from '#domain/routing/isolation/kept-closures';
import type { NearestAnswer } from '#domain/routing/nearest-ways';
import type { RoadMatch } from '#domain/routing/overrides/match-overrides';
import type { WaySummary } from '#domain/routing/pair-ways';
import type { PassageReason } from '#domain/routing/profiles/reasons';
import type { ReachedPlaces } from '#domain/routing/reach-places';
import type { WayMatrix } from '#domain/routing/way-matrix';
import type { ChainQuestion } from '#domain/routing/whole-chain/find-chain';
import type { Meeting } from '#domain/routing/whole-chain/meeting';
import type { SharedNetwork } from './shared-network.ts';
import type { SiteState } from './site-state.ts';

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
    }
  | {
      readonly kind: 'fire-check';
      readonly vehicle: Traveller;
      readonly walker: Traveller;
      readonly closures: Closures;
      /** Hydrants recorded on site come to those of the question. */
      readonly question: FireQuestion;
    }
  | {
      readonly kind: 'whole-chain';
      readonly traveller: Traveller;
      /** How a supporter comes. */
      readonly supporter: Traveller;
      readonly closures: Closures;
      readonly question: ChainQuestion;
    }
  | {
      /** The ways of many to the nearest of each group of destinations. */
      readonly kind: 'nearest';
      readonly traveller: Traveller;
      readonly places: readonly Position[];
      readonly groups: readonly (readonly Position[])[];
      readonly most: number;
    }
  | {
      /** Who comes to each place within a time; the policy must count time alone. */
      readonly kind: 'reach';
      readonly traveller: Traveller;
      readonly origins: readonly Position[];
      readonly places: readonly Position[];
      readonly withinSeconds: number;
      readonly most: number;
    }
  | {
      readonly kind: 'pairs';
      readonly traveller: Traveller;
      readonly pairs: readonly (readonly [Position, Position])[];
    }
  | {
      /** From each place to each. */
      readonly kind: 'matrix';
      readonly traveller: Traveller;
      readonly closures: Closures;
      readonly places: readonly Position[];
    }
  | {
      /** Which roads to keep, and which of those that were kept are there. */
      readonly kind: 'kept-roads';
      readonly roadIds: readonly string[];
      readonly kept: readonly KeptRoad[];
    }
  | { readonly kind: 'site-roads' }
  | { readonly kind: 'road'; readonly id: string };

export interface ClosedSummary {
  readonly roads: number;
  readonly unknownIds: readonly string[];
}

export interface RoadCut {
  readonly kind: 'road' | 'junction';
  readonly id: string;
  readonly name: string | null;
  readonly line: readonly Position[];
  /** Names of the roads that it meets at its ends. */
  readonly meets: readonly string[];
  readonly isBridge: boolean;
  readonly redMeters: number;
  /** In the order of the weights. */
  readonly figures: readonly number[];
}

/** A road as rows name it. */
export interface NamedRoad {
  readonly id: string;
  readonly name: string | null;
  readonly line: readonly Position[];
  readonly lengthMeters: number;
  /** In metres; NaN where nobody knows, the greatest Infinity where its class has no end. */
  readonly leastWidthMeters: number;
  readonly mostWidthMeters: number;
  /** Names of the roads that it meets at its ends. */
  readonly meets: readonly string[];
  /** Why it has to be looked at, or is not gone. */
  readonly reasons: readonly PassageReason[];
  readonly isClosed: boolean;
}

/** Where a finding lies on the roads in force. */
export interface SiteRoad {
  readonly overrideIds: readonly string[];
  readonly found: RoadMatch['found'];
  readonly road: Pick<NamedRoad, 'id' | 'name' | 'line'> | null;
  readonly isClosed: boolean;
}

/** `SupporterWays` with routes as they are sent. */
export interface WireSupporterWays {
  readonly toHome: Result<WireRoute>;
  readonly toSupporter: Result<WireRoute>;
  readonly fromSupporter: Result<WireRoute>;
  readonly meeting: Meeting;
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
  readonly 'fire-check': {
    /** In the order of the places. */
    readonly rows: readonly FireRow[];
    /** Every road that a row names, by its number. */
    readonly roads: ReadonlyMap<number, NamedRoad>;
    /** What the vehicle needs; null where it fits anywhere. */
    readonly neededWidthMeters: number | null;
    readonly stationsOffRoads: readonly number[];
    readonly hydrants: number;
    readonly hydrantsOffRoads: number;
    readonly closed: ClosedSummary;
  };
  readonly 'whole-chain': {
    readonly destination: number | null;
    readonly direct: Result<WireRoute>;
    /** In the order of the question. */
    readonly supporters: readonly WireSupporterWays[];
    readonly closed: ClosedSummary;
    readonly onSite: RouteAnswer['onSite'];
  };
  readonly nearest: NearestAnswer;
  readonly reach: ReachedPlaces;
  /** In the order of the pairs; null where there is no way. */
  readonly pairs: { readonly ways: readonly (WaySummary | null)[] };
  readonly matrix: WayMatrix & { readonly closed: ClosedSummary };
  readonly 'kept-roads': {
    /** Of the ids that are there, each once. */
    readonly toKeep: readonly KeptRoad[];
    /** Names of the roads that each of these meets. */
    readonly meets: readonly (readonly string[])[];
    /** In the order of those that were kept. */
    readonly matched: readonly { readonly found: RoadMatch['found']; readonly id: string | null }[];
  };
  readonly 'site-roads': { readonly roads: readonly SiteRoad[] };
  /** null: not in the roads in force. */
  readonly road: { readonly road: RoadOnWire | null };
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
      /** What holds on site now: it bears on every order. */
      readonly site: SiteState;
      /** Becomes 1 when nobody waits for the answer any more. */
      readonly stop: Int32Array;
    };

export type FromSearch =
  | { readonly id: number; readonly result: Result<SearchResults[SearchOrder['kind']]> }
  | { readonly id: number; readonly error: unknown };
