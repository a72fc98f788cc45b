import type { Relation } from '#domain/hazard/relation';
import { CARE_LEVELS } from '#domain/resident/care-level';
import type { Fact, ResidentFacts } from '#domain/resident/facts';
import type { Comparison } from './criteria.ts';
import { compileDisability } from './disability-comparison.ts';
import { MET, NOT_MET, type Truth, UNKNOWN } from './truth.ts';

/** A condition made ready to run. */
export type Test = (facts: ResidentFacts) => Truth;

/** Makes one comparison ready to run; what it looks up is prepared here, once for all residents. */
export function compileComparison(comparison: Comparison): Test {
  switch (comparison.fact) {
    case 'redZone':
    case 'anyZone':
      return relationTest(comparison.fact, comparison.oneOf);
    case 'phenomena':
      return phenomenaTest(comparison.includesAny);
    case 'positionAccuracy':
    case 'household':
    case 'communication':
    case 'plan':
      return oneOfTest<string>((facts) => facts[comparison.fact], comparison.oneOf);
    case 'careLevel': {
      const levels =
        'oneOf' in comparison
          ? comparison.oneOf
          : CARE_LEVELS.slice(CARE_LEVELS.indexOf(comparison.atLeast));
      return oneOfTest<string>((facts) => facts.careLevel, levels);
    }
    case 'age': {
      const { atLeast } = comparison;
      return ({ age }) => (age.value === null ? UNKNOWN : age.value >= atLeast ? MET : NOT_MET);
    }
    case 'supporterCount': {
      const { atMost } = comparison;
      return ({ supporterCount: { value } }) =>
        value === null ? UNKNOWN : value <= atMost ? MET : NOT_MET;
    }
    case 'disabilities': {
      const one = compileDisability(comparison);
      return ({ disabilities }) => greatest(disabilities.value, one);
    }
    case 'devices': {
      const devices = new Set(comparison.includesAny);
      const one = (device: (typeof comparison.includesAny)[number]) =>
        devices.has(device) ? MET : NOT_MET;
      return (facts) => greatest(facts.devices.value, one);
    }
  }
}

function oneOfTest<Value>(
  read: (facts: ResidentFacts) => Fact<Value>,
  values: readonly Value[],
): Test {
  const accepted = new Set(values);
  return (facts) => {
    const { value } = read(facts);
    return value === null ? UNKNOWN : accepted.has(value) ? MET : NOT_MET;
  };
}

function relationTest(fact: 'redZone' | 'anyZone', relations: readonly Relation[]): Test {
  const accepted = new Set(relations);
  return (facts) => {
    const { value } = facts[fact];
    if (value === null || value === 'undetermined') return UNKNOWN;
    return accepted.has(value) ? MET : NOT_MET;
  };
}

/** The list holds what is certain; while the relation to any zone is open, it may lack something. */
function phenomenaTest(asked: readonly string[]): Test {
  const accepted = new Set(asked);
  const one = (phenomenon: string) => (accepted.has(phenomenon) ? MET : NOT_MET);
  return ({ phenomena, anyZone }) => {
    const listed = greatest(phenomena.value, one);
    const isOpen = anyZone.value === null || anyZone.value === 'undetermined';
    return listed === NOT_MET && isOpen ? UNKNOWN : listed;
  };
}

/** `any` over a list; an unknown list is unknown, an empty one has nothing that could be met. */
function greatest<Item>(items: readonly Item[] | null, test: (item: Item) => Truth): Truth {
  if (items === null) return UNKNOWN;
  let truth: Truth = NOT_MET;
  for (const item of items) {
    const itemTruth = test(item);
    if (itemTruth === MET) return MET;
    if (itemTruth > truth) truth = itemTruth;
  }
  return truth;
}
