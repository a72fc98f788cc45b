import { localDay } from '#domain/local-day';
import type { PriorityCriteria } from '#domain/priority/criteria';
import { FactClasses } from '#domain/priority/fact-classes';
import { type RankedResident, rankResidents } from '#domain/priority/rank';
import type { ResidentFacts } from '#domain/resident/facts';
import { type Actor, scopeOf } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { listFacts } from '../rank-municipality.ts';
import { type MunicipalityVersions, type Topic, versionToken } from './data-versions.ts';
import { Recent } from './recent.ts';
import { VersionCache } from './version-cache.ts';

const FACT_TOPICS = [
  'residents',
  'districts',
  'assessment',
  'zones',
  'roster',
  'consent',
  'plan-facts',
] as const satisfies Topic[];

/** Versions are compared two by two: more than a few are not looked at together. */
const KEPT_RANKINGS = 6;

/** What criteria are tried on: the people whom one actor may see, laid out once for one state of the data. */
export interface TrialBase {
  readonly facts: readonly ResidentFacts[];
  readonly classes: FactClasses;
  readonly districts: ReadonlyMap<string, string | null>;
  rank(criteria: PriorityCriteria): readonly RankedResident[];
  /** The ranking by a version that does not change any more is kept. */
  rankByVersion(criteria: PriorityCriteria): readonly RankedResident[];
  /** Where each person stands in that ranking. */
  standingsByVersion(criteria: PriorityCriteria): ReadonlyMap<string, RankedResident>;
}

export type ReadTrialBase = (
  municipality: MunicipalityVersions,
  actor: Actor,
) => Promise<TrialBase>;

/** Keeps the facts in memory for as long as their data stay the same: a slider is then followed at once. */
export function trialBaseReader(database: Database, clock: () => Date): ReadTrialBase {
  const bases = new VersionCache<TrialBase>();
  return (municipality, actor) => {
    const today = localDay(clock());
    const key = `${municipality.code} ${scopeOf(actor)}`;
    const token = `${versionToken(municipality, FACT_TOPICS)} ${today}`;
    return bases.get(key, token, async () =>
      trialBaseOf(await listFacts({ database, actor, today }, municipality.code)),
    );
  };
}

export function trialBaseOf(facts: readonly ResidentFacts[]): TrialBase {
  const classes = new FactClasses(facts);
  const kept = new Recent<readonly RankedResident[]>(KEPT_RANKINGS);
  const keptStandings = new Recent<ReadonlyMap<string, RankedResident>>(KEPT_RANKINGS);
  const keyOf = ({ id, version }: PriorityCriteria) => `${id}@${version}`;
  const rank = (criteria: PriorityCriteria) => rankResidents(criteria, facts, classes);
  const rankByVersion = (criteria: PriorityCriteria) =>
    kept.get(keyOf(criteria), () => rank(criteria));
  return {
    facts,
    classes,
    districts: new Map(facts.map(({ residentId, district }) => [residentId, district])),
    rank,
    rankByVersion,
    standingsByVersion: (criteria) =>
      keptStandings.get(
        keyOf(criteria),
        () => new Map(rankByVersion(criteria).map((one) => [one.residentId, one])),
      ),
  };
}
