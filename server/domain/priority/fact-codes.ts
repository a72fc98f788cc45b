import { RELATIONS } from '#domain/hazard/relation';
import type { Phenomenon } from '#domain/hazard/zone';
import type { Device } from '#domain/resident/disability';
import { disabilityCoder } from '#domain/resident/disability-code';
import type { FactName, ResidentFacts } from '#domain/resident/facts';
import { ListNumbers } from '#domain/resident/list-numbers';
import { vocabularies } from '#domain/resident/vocabularies';

const { relation, phenomenon, accuracy, careLevel, device } = vocabularies;
const { household, communication, plan } = vocabularies;

/**
 * Makes a reader that gives residents the same small number exactly when no comparison of the fact can
 * tell them apart. Numbers of one reader do not compare with those of another.
 */
export function codeReader(fact: FactName): (facts: ResidentFacts) => number {
  switch (fact) {
    case 'redZone':
      return (facts) => relation.codeOf(facts.redZone.value);
    case 'anyZone':
      return (facts) => relation.codeOf(facts.anyZone.value);
    case 'positionAccuracy':
      return (facts) => accuracy.codeOf(facts.positionAccuracy.value);
    case 'careLevel':
      return (facts) => careLevel.codeOf(facts.careLevel.value);
    case 'household':
      return (facts) => household.codeOf(facts.household.value);
    case 'communication':
      return (facts) => communication.codeOf(facts.communication.value);
    case 'plan':
      return (facts) => plan.codeOf(facts.plan.value);
    case 'age': {
      const codeOf = numberCode();
      return ({ age }) => codeOf(age.value);
    }
    case 'supporterCount': {
      const codeOf = numberCode();
      return ({ supporterCount }) => codeOf(supporterCount.value);
    }
    case 'devices': {
      const lists = new ListNumbers();
      const codeOf = (item: Device) => device.codeOf(item);
      return ({ devices }) => lists.numberOf(devices.value, codeOf);
    }
    case 'disabilities': {
      const lists = new ListNumbers();
      const codeOf = disabilityCoder();
      return ({ disabilities }) => lists.numberOf(disabilities.value, codeOf);
    }
    case 'phenomena': {
      // A comparison of phenomena looks at the relation to any zone too: see comparison.ts.
      const lists = new ListNumbers();
      const codeOf = (item: Phenomenon) => phenomenon.codeOf(item);
      return ({ phenomena, anyZone }) =>
        lists.numberOf(phenomena.value, codeOf) * (RELATIONS.length + 1) +
        relation.codeOf(anyZone.value);
    }
  }
}

/** Numbers are counted up as they come, so that a strange one does not make a long table. */
function numberCode(): (value: number | null) => number {
  const codes = new Map<number, number>();
  return (value) => {
    if (value === null) return 0;
    const code = codes.get(value) ?? codes.size + 1;
    if (code > codes.size) codes.set(value, code);
    return code;
  };
}
