import type { Position } from '#domain/geo/position';

/**
 * The road that somebody stood on. Ids shift when a source cuts its roads anew, so the middle of its line
 * is kept: by it the road is found again.
 */
export interface OverriddenRoad {
  /** The dataset's source, as ids are unique in it alone. */
  readonly source: string;
  readonly id: string;
  readonly middle: Position;
}

/** Closed from a moment on and until another, which is not part of it; null: since ever, until further notice. */
export interface Closure {
  /** ISO 8601 with an offset. */
  readonly from: string | null;
  readonly until: string | null;
}

/** Whether a vehicle gets through, as it was tried or judged on site. */
export interface SitePassability {
  readonly profileId: string;
  readonly isPassable: boolean;
}

/** What was found on site; null or empty where nothing is said. */
export interface SiteFacts {
  readonly closed: Closure | null;
  /** Clear width at the narrowest place, 幅員. */
  readonly widthMeters: number | null;
  /** Clear height at the lowest place. */
  readonly heightMeters: number | null;
  readonly passability: readonly SitePassability[];
  /** Where a vehicle can turn, 転回場所. */
  readonly turningPlace: Position | null;
  /** 消火栓 */
  readonly hydrant: Position | null;
  readonly note: string;
}

/** What the fire department says of one road in place of the data, 現地確認. */
export interface SiteOverride {
  readonly id: string;
  readonly road: OverriddenRoad;
  readonly facts: SiteFacts;
  /** Who said so last, and when: ISO 8601. */
  readonly by: string;
  readonly at: string;
  /** From this moment on it holds no more; null: until it is taken back. */
  readonly expiresAt: string | null;
  readonly isTakenBack: boolean;
}

/** `expired` and `taken-back` ones are kept, to be looked up. */
export type OverrideState = 'in-force' | 'expired' | 'taken-back';

/** @param atMillis milliseconds since 1970 */
export function overrideStateAt(
  { expiresAt, isTakenBack }: Pick<SiteOverride, 'expiresAt' | 'isTakenBack'>,
  atMillis: number,
): OverrideState {
  if (isTakenBack) return 'taken-back';
  return expiresAt !== null && Date.parse(expiresAt) <= atMillis ? 'expired' : 'in-force';
}

export function isClosedAt({ from, until }: Closure, atMillis: number): boolean {
  return (
    (from === null || Date.parse(from) <= atMillis) &&
    (until === null || atMillis < Date.parse(until))
  );
}

/** What overrides together say of one road at a moment; it names those that each part rests on. */
export interface SiteFinding {
  readonly road: OverriddenRoad;
  readonly overrideIds: readonly string[];
  readonly isClosed: boolean;
  readonly widthMeters: number | null;
  readonly heightMeters: number | null;
  readonly passability: readonly SitePassability[];
  readonly hydrants: readonly Position[];
}

/**
 * What holds at a moment, one finding for each road. Of several overrides of a road the one said last
 * counts for its width, its height and each vehicle; it is closed where any closes it.
 *
 * @param atMillis milliseconds since 1970
 */
export function findingsAt(overrides: readonly SiteOverride[], atMillis: number): SiteFinding[] {
  const byRoad = new Map<string, SiteOverride[]>();
  for (const override of overrides) {
    if (overrideStateAt(override, atMillis) !== 'in-force') continue;
    const key = JSON.stringify([override.road.source, override.road.id]);
    const list = byRoad.get(key) ?? [];
    byRoad.set(key, list);
    list.push(override);
  }
  return [...byRoad.values()].map((list) => findingOf(list, atMillis));
}

function findingOf(overrides: readonly SiteOverride[], atMillis: number): SiteFinding {
  const lastFirst = [...overrides].sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? -1 : 1),
  );
  const facts = lastFirst.map((override) => override.facts);
  const verdicts = new Map<string, SitePassability>();
  for (const verdict of facts.flatMap(({ passability }) => passability))
    if (!verdicts.has(verdict.profileId)) verdicts.set(verdict.profileId, verdict);
  return {
    road: lastFirst[0]!.road,
    overrideIds: lastFirst.map(({ id }) => id),
    isClosed: facts.some(({ closed }) => closed !== null && isClosedAt(closed, atMillis)),
    widthMeters: facts.find((one) => one.widthMeters !== null)?.widthMeters ?? null,
    heightMeters: facts.find((one) => one.heightMeters !== null)?.heightMeters ?? null,
    passability: [...verdicts.values()].sort((a, b) => (a.profileId < b.profileId ? -1 : 1)),
    hydrants: facts.flatMap(({ hydrant }) => (hydrant === null ? [] : [hydrant])),
  };
}
