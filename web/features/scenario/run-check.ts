import { countedPeopleOf, placesOf } from '#contract/check-points';
import type { CheckPoints } from '#contract/scenario';
import { RELATIONS } from '#domain/hazard/relation';
import { DEFAULT_RADIUS_METERS, type LocatedPosition } from '#domain/resident/accuracy';
import { judgeScenario } from '#domain/scenario/judge-scenario';
import { type CountedPerson, tallyScenario } from '#domain/scenario/tally-scenario';
import type { CheckRequest, CheckResult } from './check-messages.ts';

/** The people as the check takes them, made once for one version. */
export interface CheckPeople {
  readonly ids: readonly string[];
  readonly places: readonly LocatedPosition[];
  readonly counted: readonly CountedPerson[];
}

export function checkPeopleOf(points: CheckPoints): CheckPeople {
  return { ids: points.ids, places: placesOf(points), counted: countedPeopleOf(points) };
}

/** Whom and which shelters a hypothetical zone concerns. */
export function runCheck(
  people: CheckPeople,
  {
    geometry,
    marginMeters,
    shelters,
  }: Pick<CheckRequest, 'geometry' | 'marginMeters' | 'shelters'>,
): Omit<CheckResult, 'millis'> {
  const judged = judgeScenario(geometry, people.places, marginMeters);
  const relations = judged.map(({ relation }) => relation);
  const facilities = judgeScenario(
    geometry,
    // As the server takes them: placed at their building.
    shelters.map(({ position }) => ({
      accuracy: 'building',
      position,
      radiusMeters: DEFAULT_RADIUS_METERS.building,
    })),
    marginMeters,
  );
  return {
    tally: tallyScenario(people.counted, relations),
    people: people.ids
      .flatMap((id, place) => {
        const relation = relations[place];
        if (relation === undefined || relation === 'outside') return [];
        const isNew = relation === 'inside' && people.counted[place]?.relation !== 'inside';
        return [{ id, relation, isNew }];
      })
      .sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation)),
    shelters: shelters
      .flatMap(({ id }, place) => {
        const judgement = facilities[place];
        return judgement === undefined || judgement.relation === 'outside'
          ? []
          : [{ id, ...judgement }];
      })
      .sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation)),
  };
}
