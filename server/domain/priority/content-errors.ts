import { comparisonValues } from './comparison-values.ts';
import type { CriteriaContent } from './content.ts';
import type { Condition } from './criteria.ts';

/** Something to be said at one field of criteria; `path` as in `tiers.0.condition.any.1`. */
export interface CriteriaRemark {
  readonly path: string;
  readonly ja: string;
  readonly en: string;
}

const NO_NAME = { ja: '名前を書いてください', en: 'Give it a name' };
const NO_CONDITION = {
  ja: '条件がありません。条件を加えてください(空のままでは全員、またはだれも入りません)',
  en: 'There is no condition; add one (empty, it would hold everybody or nobody)',
};
const NO_VALUE = { ja: '値を選んでください', en: 'Choose a value' };

/** What has to be put right before anybody can be ranked by the criteria; empty where nothing has. */
export function contentErrors(content: CriteriaContent): CriteriaRemark[] {
  const errors: CriteriaRemark[] = [];
  const named = (path: string, { ja }: { readonly ja: string }) => {
    if (ja.trim() === '') errors.push({ path, ...NO_NAME });
  };
  named('name', content.name);
  if (content.tiers.length === 0)
    errors.push({
      path: 'tiers',
      ja: '段階を一つ以上作ってください',
      en: 'Make at least one tier',
    });
  for (const [index, { label, condition }] of content.tiers.entries()) {
    named(`tiers.${index}.label`, label);
    errors.push(...conditionErrors(condition, `tiers.${index}.condition`));
  }
  named('othersLabel', content.othersLabel);
  for (const [index, rule] of content.score.entries()) {
    if (rule.off === true) continue;
    named(`score.${index}.label`, rule.label);
    errors.push(...conditionErrors(rule.condition, `score.${index}.condition`));
  }
  return errors;
}

function conditionErrors(condition: Condition, path: string): CriteriaRemark[] {
  if ('not' in condition) return conditionErrors(condition.not, `${path}.not`);
  if ('fact' in condition)
    return comparisonValues(condition)?.length === 0 ? [{ path, ...NO_VALUE }] : [];
  const [join, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
  if (parts.length === 0) return [{ path, ...NO_CONDITION }];
  return parts.flatMap((part, index) => conditionErrors(part, `${path}.${join}.${index}`));
}
