import type { ResidentFacts } from '#domain/resident/facts';
import { FACT_LABELS } from '#domain/resident/labels';
import { judgeColumn } from './condition.ts';
import type { CriteriaContent } from './content.ts';
import type { CriteriaRemark } from './content-errors.ts';
import type { Comparison, Condition } from './criteria.ts';
import type { FactClasses } from './fact-classes.ts';
import type { RankedResident } from './rank.ts';
import { MET, UNKNOWN } from './truth.ts';

/**
 * What an officer should know before such criteria are adopted, though people can be ranked by them:
 * tiers that nobody is in, and facts that are known of nobody. `ranking` is by these criteria.
 */
export function contentCautions(
  content: CriteriaContent,
  ranking: readonly RankedResident[],
  facts: readonly ResidentFacts[],
  classes: FactClasses,
): CriteriaRemark[] {
  if (facts.length === 0) return [];
  const members = new Array<number>(content.tiers.length + 2).fill(0);
  for (const { tier } of ranking) members[tier] = (members[tier] ?? 0) + 1;
  const tiers = content.tiers.flatMap(({ condition }, index) => {
    if ((members[index + 1] ?? 0) > 0) return [];
    return [{ path: `tiers.${index}`, ...emptyTier(judgeColumn(condition, classes)) }];
  });
  const isKnown = new Map<Comparison['fact'], boolean>();
  const known = (fact: Comparison['fact']) => {
    const answer = isKnown.get(fact) ?? facts.some((one) => hasValue(one[fact].value));
    isKnown.set(fact, answer);
    return answer;
  };
  const conditions = [
    ...content.tiers.map(({ condition }, index) => ({
      condition,
      path: `tiers.${index}.condition`,
    })),
    ...content.score.flatMap(({ condition, off }, index) =>
      off === true ? [] : [{ condition, path: `score.${index}.condition` }],
    ),
  ];
  const missing = conditions
    .flatMap(({ condition, path }) => comparisonPaths(condition, path))
    .filter(({ fact }) => !known(fact))
    .map(({ fact, path }) => ({ path, ...knownOfNobody(fact) }));
  return [...tiers, ...missing];
}

function emptyTier(truths: Uint8Array): { ja: string; en: string } {
  let [met, open] = [0, 0];
  for (const truth of truths) {
    if (truth === MET) met++;
    else if (truth === UNKNOWN) open++;
  }
  if (met > 0)
    return {
      ja: `だれもこの段階になりません。あてはまる${met}人は、全員が前の段階に入っています`,
      en: `Nobody is in this tier: all ${met} whom it fits are in an earlier one`,
    };
  if (open > 0)
    return {
      ja: `あてはまると分かっている人がいません(情報が不明で判定できない人:${open}人)`,
      en: `It is known of nobody that this tier fits them (${open} cannot be judged)`,
    };
  return {
    ja: 'いまの名簿には、あてはまる人がいません',
    en: 'It fits nobody on the roster as it is now',
  };
}

function knownOfNobody(fact: Comparison['fact']): { ja: string; en: string } {
  const { ja, en } = FACT_LABELS[fact];
  return {
    ja: `「${ja}」は、いまの名簿のだれについても分かっていません。この条件は「判定できません」になります`,
    en: `"${en}" is known of nobody on the roster, so this cannot be judged`,
  };
}

const hasValue = (value: unknown) => value !== null && value !== 'undetermined';

function comparisonPaths(
  condition: Condition,
  path: string,
): { readonly fact: Comparison['fact']; readonly path: string }[] {
  if ('all' in condition)
    return condition.all.flatMap((part, index) => comparisonPaths(part, `${path}.all.${index}`));
  if ('any' in condition)
    return condition.any.flatMap((part, index) => comparisonPaths(part, `${path}.any.${index}`));
  if ('not' in condition) return comparisonPaths(condition.not, `${path}.not`);
  return [{ fact: condition.fact, path }];
}
