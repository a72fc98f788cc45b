import { RELATIONS } from '../../hazard/relation.ts';
import type { Bilingual } from '../../resident/labels.ts';
import { isSame } from '../same.ts';
import type { ReviewReason } from '../states.ts';
import type { ReviewFinding } from './finding.ts';
import type { PlanTruth, ZonesThere } from './truth.ts';
import { zonesInWords } from './words.ts';

/** How zones at a place changed, if they did. */
export function zoneFindings(
  reason: ReviewReason,
  what: Bilingual,
  basis: Pick<PlanTruth, 'dates'>,
  now: Pick<PlanTruth, 'dates'>,
  before: ZonesThere,
  after: ZonesThere,
): ReviewFinding[] {
  const graveness = ({ redRelation, relation, kinds }: ZonesThere) => [
    RELATIONS.length - RELATIONS.indexOf(redRelation),
    RELATIONS.length - RELATIONS.indexOf(relation),
    kinds.length,
  ];
  const isUnchanged =
    before.relation === after.relation &&
    before.redRelation === after.redRelation &&
    isSame(before.kinds, after.kinds);
  if (isUnchanged) return [];
  const change = changeOf(graveness(before), graveness(after));
  // That nothing is known any more is never better.
  const isUnknown = after.relation === 'undetermined' || after.redRelation === 'undetermined';
  return [
    {
      ...{ reason, what, change: change === 'better' && isUnknown ? 'other' : change },
      ...{ from: zonesInWords(before), to: zonesInWords(after) },
      ...{ fromDate: basis.dates.zones, toDate: now.dates.zones },
    },
  ];
}

/** By the first number that differs: more is worse. */
export function changeOf(
  before: readonly number[],
  after: readonly number[],
): ReviewFinding['change'] {
  const at = before.findIndex((value, place) => value !== after[place]);
  if (at < 0) return 'other';
  return after[at]! > before[at]! ? 'worse' : 'better';
}
