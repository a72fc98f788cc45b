import type { ResidentFacts } from '#domain/resident/facts';
import type { Bilingual } from '#domain/resident/labels';
import { judge } from './condition.ts';
import { othersTier, type PriorityCriteria, type ScoreRule, type Tier } from './criteria.ts';
import { evidenceWords, missingWords } from './evidence.ts';
import { type Standing, standingOf } from './standing.ts';
import { type Outcome, outcomeOf } from './truth.ts';

/** One line of reasoning; the wire shape is `explanationLineSchema`. */
export interface ExplanationLine {
  readonly kind: 'tier' | 'score' | 'note';
  readonly label: Bilingual;
  readonly outcome: Outcome;
  /** What a score line adds: its points when met, otherwise 0; null on lines that score nothing. */
  readonly points: number | null;
  /** The facts that the line looked at, in words with source and date. */
  readonly facts: Bilingual[];
}

/**
 * Why a resident stands where they stand, line by line: every tier in order (the others last), every
 * score rule, then what is missing. The tier is that of the first tier line that is met; the points
 * of the score lines add up to the score. Every tier is judged, those after the first that is met too.
 */
export function explainRank(criteria: PriorityCriteria, facts: ResidentFacts): ExplanationLine[] {
  const standing = standingOf(criteria, facts);
  return [
    ...criteria.tiers.map((tier) => explainTier(tier, facts)),
    explainOthers(criteria, standing),
    ...criteria.score.map((rule) => explainRule(rule, facts)),
    ...noteUncertainty(criteria, facts, standing),
    ...noteMissing(criteria, facts),
    ORDER_NOTE,
  ];
}

/** How `rankResidents` orders people who are alike; said with every reasoning. */
const ORDER_NOTE: ExplanationLine = {
  kind: 'note',
  label: { ja: '同じ段階の中での順番', en: 'The order within a tier' },
  outcome: 'met',
  points: null,
  facts: [
    {
      ja: '点数の多い人が先です。点数も同じときは、不明な情報によってはより前の段階になり得る人が先です。それも同じときの前後は登録番号の順で、意味はありません',
      en: 'More points come first; then whoever could be in a graver tier depending on what is not known. After that the order is that of internal numbers and means nothing',
    },
  ],
};

function explainTier({ label, condition }: Tier, facts: ResidentFacts): ExplanationLine {
  return {
    kind: 'tier',
    label,
    outcome: outcomeOf(judge(condition, facts)),
    points: null,
    facts: evidenceWords(condition, facts),
  };
}

function explainOthers(criteria: PriorityCriteria, standing: Standing): ExplanationLine {
  const isOther = standing.tier === othersTier(criteria);
  const outcome = isOther ? 'met' : 'not-met';
  return { kind: 'tier', label: criteria.othersLabel, outcome, points: null, facts: [] };
}

function explainRule(rule: ScoreRule, facts: ResidentFacts): ExplanationLine {
  const outcome = outcomeOf(judge(rule.condition, facts));
  return {
    kind: 'score',
    label: rule.label,
    outcome,
    points: outcome === 'met' ? rule.points : 0,
    facts: evidenceWords(rule.condition, facts),
  };
}

/** Says which better tier is open, and the facts that would have to be found out to close it. */
function noteUncertainty(
  criteria: PriorityCriteria,
  facts: ResidentFacts,
  { tier, possibleTier }: Standing,
): ExplanationLine[] {
  const possible = criteria.tiers[possibleTier - 1];
  if (possible === undefined || possibleTier === tier) return [];
  const label = {
    ja: `不明な情報によっては第${possibleTier}段階「${possible.label.ja}」になり得ます`,
    en: `Could be in tier ${possibleTier}, "${possible.label.en}", depending on what is not known`,
  };
  const missing = missingWords([possible.condition], facts);
  return [{ kind: 'note', label, outcome: 'unknown', points: null, facts: missing }];
}

function noteMissing(criteria: PriorityCriteria, facts: ResidentFacts): ExplanationLine[] {
  const conditions = [...criteria.tiers, ...criteria.score].map(({ condition }) => condition);
  const missing = missingWords(conditions, facts);
  if (missing.length === 0) return [];
  const label = { ja: '確認が必要な情報', en: 'To be found out' };
  return [{ kind: 'note', label, outcome: 'unknown', points: null, facts: missing }];
}
