import type { Relation } from '#domain/hazard/relation';

/** What is known of a person who is counted: nothing that names them. */
export interface CountedPerson {
  readonly tier: number;
  /** null where no district is known. */
  readonly district: string | null;
  /** How they lie to the zones in force. */
  readonly relation: Relation;
}

export interface RelationCounts {
  inside: number;
  near: number;
  undetermined: number;
}
interface GroupCounts<Key> extends RelationCounts {
  readonly key: Key;
}

/** How many a hypothetical zone concerns. */
export interface ScenarioTally extends RelationCounts {
  readonly people: number;
  /** Inside it and not inside a zone in force, and those who are inside one already. */
  readonly newlyInside: number;
  readonly alreadyInside: number;
  /** In the order of tiers. */
  readonly tiers: readonly GroupCounts<number>[];
  /** Most people inside first; null: of no known district. */
  readonly districts: readonly GroupCounts<string | null>[];
}

/** Counts people by what a hypothetical zone means for them; `relations` in the order of `people`. */
export function tallyScenario(
  people: readonly CountedPerson[],
  relations: readonly Relation[],
): ScenarioTally {
  const all = none();
  const tiers = new Map<number, RelationCounts>();
  const districts = new Map<string | null, RelationCounts>();
  let newlyInside = 0;
  for (const [place, person] of people.entries()) {
    const relation = relations[place] ?? 'undetermined';
    if (relation === 'outside') continue;
    all[relation] += 1;
    countsOf(tiers, person.tier)[relation] += 1;
    countsOf(districts, person.district)[relation] += 1;
    if (relation === 'inside' && person.relation !== 'inside') newlyInside += 1;
  }
  return {
    ...all,
    people: people.length,
    newlyInside,
    alreadyInside: all.inside - newlyInside,
    tiers: groups(tiers).sort((a, b) => a.key - b.key),
    districts: groups(districts).sort(byWeight),
  };
}

const none = (): RelationCounts => ({ inside: 0, near: 0, undetermined: 0 });

function countsOf<Key>(counts: Map<Key, RelationCounts>, key: Key): RelationCounts {
  const known = counts.get(key);
  if (known !== undefined) return known;
  const made = none();
  counts.set(key, made);
  return made;
}

function groups<Key>(counts: ReadonlyMap<Key, RelationCounts>): GroupCounts<Key>[] {
  return [...counts].map(([key, group]) => ({ key, ...group }));
}

function byWeight(a: GroupCounts<string | null>, b: GroupCounts<string | null>): number {
  return (
    b.inside - a.inside ||
    b.near - a.near ||
    b.undetermined - a.undetermined ||
    (String(a.key) < String(b.key) ? -1 : 1)
  );
}
