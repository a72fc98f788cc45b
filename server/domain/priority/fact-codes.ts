import { RELATIONS } from '#domain/hazard/relation';
import { PHENOMENA } from '#domain/hazard/zone';
import { ACCURACIES } from '#domain/resident/accuracy';
import { CARE_LEVELS } from '#domain/resident/care-level';
import { DEVICES, DISABILITY_KINDS, type Disability } from '#domain/resident/disability';
import {
  COMMUNICATION_NEEDS,
  type FactName,
  HOUSEHOLDS,
  PLAN_STATES,
  type ResidentFacts,
} from '#domain/resident/facts';
import { ListNumbers } from './list-numbers.ts';
import { Vocabulary } from './vocabulary.ts';

const relations = new Vocabulary(RELATIONS);
const phenomenonCodes = new Vocabulary(PHENOMENA);
const accuracies = new Vocabulary(ACCURACIES);
const careLevels = new Vocabulary(CARE_LEVELS);
const disabilityKinds = new Vocabulary(DISABILITY_KINDS);
const deviceCodes = new Vocabulary(DEVICES);
const households = new Vocabulary(HOUSEHOLDS);
const communicationNeeds = new Vocabulary(COMMUNICATION_NEEDS);
const planStates = new Vocabulary(PLAN_STATES);

/**
 * Makes a reader that gives residents the same small number exactly when no comparison of the fact can
 * tell them apart. Numbers of one reader do not compare with those of another.
 */
export function codeReader(fact: FactName): (facts: ResidentFacts) => number {
  switch (fact) {
    case 'redZone':
      return ({ redZone }) => relations.codeOf(redZone.value);
    case 'anyZone':
      return ({ anyZone }) => relations.codeOf(anyZone.value);
    case 'positionAccuracy':
      return ({ positionAccuracy }) => accuracies.codeOf(positionAccuracy.value);
    case 'careLevel':
      return ({ careLevel }) => careLevels.codeOf(careLevel.value);
    case 'household':
      return ({ household }) => households.codeOf(household.value);
    case 'communication':
      return ({ communication }) => communicationNeeds.codeOf(communication.value);
    case 'plan':
      return ({ plan }) => planStates.codeOf(plan.value);
    case 'age':
      return ({ age }) => numberCode(age.value);
    case 'supporterCount':
      return ({ supporterCount }) => numberCode(supporterCount.value);
    case 'devices': {
      const lists = new ListNumbers();
      return ({ devices }) => lists.numberOf(devices.value, (device) => deviceCodes.codeOf(device));
    }
    case 'disabilities': {
      const lists = new ListNumbers();
      const codeOf = disabilityCode();
      return ({ disabilities }) => lists.numberOf(disabilities.value, codeOf);
    }
    case 'phenomena': {
      // A comparison of phenomena looks at the relation to any zone too: see comparison.ts.
      const lists = new ListNumbers();
      const codeOf = (phenomenon: (typeof PHENOMENA)[number]) => phenomenonCodes.codeOf(phenomenon);
      return ({ phenomena, anyZone }) =>
        lists.numberOf(phenomena.value, codeOf) * (RELATIONS.length + 1) +
        relations.codeOf(anyZone.value);
    }
  }
}

function numberCode(value: number | null): number {
  return value === null ? 0 : value + 1;
}

/** Grades are no closed vocabulary: those of one letter are their letter, others are counted up. */
function disabilityCode(): (disability: Disability) => number {
  const longGrades = new Map<string, number>();
  const gradeCode = (grade: string | null): number => {
    if (grade === null) return 0;
    if (grade.length === 1) return grade.charCodeAt(0) + 1;
    const code = longGrades.get(grade) ?? 0x10001 + longGrades.size;
    longGrades.set(grade, code);
    return code;
  };
  return ({ kind, grade }) =>
    gradeCode(grade) * (DISABILITY_KINDS.length + 1) + disabilityKinds.codeOf(kind);
}
