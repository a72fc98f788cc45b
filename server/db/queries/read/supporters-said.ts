/**
 * How many help a person, by whichever says more: the roster (`h`, with its count as `s`) or a plan kept here
 * that stands (`own`, the table `plan`: who does not see who helps finds none there). null = neither says.
 */
export const PLAN_SUPPORTERS = `CASE WHEN own.fact = 'complete'
  THEN (own.outline ->> 'supporters')::integer END`;

const ROSTER_SUPPORTERS = 'CASE WHEN h.supporters_known THEN coalesce(s.count, 0)::integer END';

export const SUPPORTER_COUNT = `greatest(${ROSTER_SUPPORTERS}, ${PLAN_SUPPORTERS})`;

/** Whether the plan alone, or the plan of the two, says so. */
export const IS_SAID_BY_PLAN = `coalesce(${PLAN_SUPPORTERS} > coalesce(${ROSTER_SUPPORTERS}, -1), false)`;

export const JOIN_OWN_PLAN = `LEFT JOIN plan own
  ON own.municipality_code = r.municipality_code AND own.resident_id = r.id`;
