import { countedPeopleOf, placesOf } from '#contract/check-points';
import type { CheckPoints, Scenario, ScenarioCheck } from '#contract/scenario';
import { RELATIONS } from '#domain/hazard/relation';
import { judgeScenario } from '#domain/scenario/judge-scenario';
import { tallyScenario } from '#domain/scenario/tally-scenario';

/** Whom a scenario concerns, by the function that the browser uses; gravest first, then by rank. */
export function checkScenario(
  { version, geometry, marginMeters }: Pick<Scenario, 'version' | 'geometry' | 'marginMeters'>,
  points: CheckPoints,
): ScenarioCheck {
  const judged = judgeScenario(geometry, placesOf(points), marginMeters);
  const relations = judged.map(({ relation }) => relation);
  const { tiers, districts, ...counts } = tallyScenario(countedPeopleOf(points), relations);
  return {
    version,
    tally: { ...counts, tiers: [...tiers], districts: [...districts] },
    people: judged
      .flatMap((judgement, place) => {
        const id = points.ids[place];
        return judgement.relation === 'outside' || id === undefined ? [] : [{ id, ...judgement }];
      })
      // People come by rank, and sorting keeps that order among equals.
      .sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation)),
  };
}
