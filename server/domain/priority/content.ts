import type { Bilingual } from '#domain/resident/labels';
import type { PriorityCriteria, ScoreRule, Tier } from './criteria.ts';

/** A score rule that can be switched off while criteria are worked on. */
export interface DraftRule extends ScoreRule {
  readonly off?: boolean | undefined;
}

/**
 * What of criteria is edited, finished or not: groups and lists of values may still be empty, and the
 * English words may be left out.
 */
export interface CriteriaContent {
  readonly name: Bilingual;
  readonly note: Bilingual;
  readonly source: Bilingual;
  readonly tiers: readonly Tier[];
  readonly othersLabel: Bilingual;
  readonly score: readonly DraftRule[];
}

/** A copy to be worked on. */
export function contentOf(criteria: PriorityCriteria): CriteriaContent {
  const { name, note, source, tiers, othersLabel, score } = criteria;
  return { name, note, source, tiers, othersLabel, score };
}

/** Criteria to rank by: rules that are off are left out, and English that is not given is the Japanese. */
export function criteriaOf(
  content: CriteriaContent,
  { id, version, effectiveOn }: Pick<PriorityCriteria, 'id' | 'version' | 'effectiveOn'>,
): PriorityCriteria {
  return {
    id,
    version,
    effectiveOn,
    name: inBoth(content.name),
    note: inBoth(content.note),
    source: inBoth(content.source),
    tiers: content.tiers.map(({ label, condition }) => ({ label: inBoth(label), condition })),
    othersLabel: inBoth(content.othersLabel),
    score: content.score
      .filter(({ off }) => off !== true)
      .map(({ label, condition, points }) => ({ label: inBoth(label), condition, points })),
  };
}

function inBoth({ ja, en }: Bilingual): Bilingual {
  return { ja, en: en.trim() === '' ? ja : en };
}
