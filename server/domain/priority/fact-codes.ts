import { RELATIONS } from '#domain/hazard/relation';
import { disabilityCoder } from '#domain/resident/disability-code';
import type { FactName, ResidentFacts } from '#domain/resident/facts';
import { ListNumbers } from '#domain/resident/list-numbers';
import { vocabularies } from '#domain/resident/vocabularies';

/** For each fact a column of small numbers, in the order of the residents. */
export type FactCodes = Readonly<Record<FactName, Uint32Array>>;

/**
 * Numbers what is known of residents, fact by fact: two get the same number exactly when no comparison
 * of that fact can tell them apart. All facts of a resident are read at once and in straight code,
 * because fetching them from memory is most of the work of ranking.
 */
export function encodeFacts(residents: readonly ResidentFacts[]): FactCodes {
  const column = () => new Uint32Array(residents.length);
  const codes = {
    redZone: column(),
    anyZone: column(),
    phenomena: column(),
    positionAccuracy: column(),
    age: column(),
    careLevel: column(),
    disabilities: column(),
    devices: column(),
    household: column(),
    communication: column(),
    supporterCount: column(),
    plan: column(),
  };
  const { relation, phenomenon, accuracy, careLevel, device } = vocabularies;
  const { household, communication, plan } = vocabularies;
  const [ages, counts] = [new Map<number, number>(), new Map<number, number>()];
  const [phenomena, devices, disabilities] = [
    new ListNumbers(),
    new ListNumbers(),
    new ListNumbers(),
  ];
  const phenomenonCode = (word: string) => phenomenon.codeOf(word);
  const deviceCode = (word: string) => device.codeOf(word);
  const disabilityCode = disabilityCoder();
  let row = 0;
  for (const facts of residents) {
    const anyZone = relation.codeOf(facts.anyZone.value);
    codes.redZone[row] = relation.codeOf(facts.redZone.value);
    codes.anyZone[row] = anyZone;
    // A comparison of phenomena looks at the relation to any zone too: see comparison.ts.
    codes.phenomena[row] =
      phenomena.numberOf(facts.phenomena.value, phenomenonCode) * (RELATIONS.length + 1) + anyZone;
    codes.positionAccuracy[row] = accuracy.codeOf(facts.positionAccuracy.value);
    codes.age[row] = numberCode(ages, facts.age.value);
    codes.careLevel[row] = careLevel.codeOf(facts.careLevel.value);
    codes.disabilities[row] = disabilities.numberOf(facts.disabilities.value, disabilityCode);
    codes.devices[row] = devices.numberOf(facts.devices.value, deviceCode);
    codes.household[row] = household.codeOf(facts.household.value);
    codes.communication[row] = communication.codeOf(facts.communication.value);
    codes.supporterCount[row] = numberCode(counts, facts.supporterCount.value);
    codes.plan[row] = plan.codeOf(facts.plan.value);
    row++;
  }
  return codes;
}

const SMALL_NUMBERS = 256;

/** Small whole numbers are their own code; others are counted up, so that none makes a long table. */
function numberCode(others: Map<number, number>, value: number | null): number {
  if (value === null) return 0;
  if (value >= 0 && value < SMALL_NUMBERS && Number.isInteger(value)) return value + 1;
  const code = others.get(value) ?? SMALL_NUMBERS + 1 + others.size;
  others.set(value, code);
  return code;
}
