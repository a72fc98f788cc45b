import { RELATIONS } from '#domain/hazard/relation';
import { PHENOMENA } from '#domain/hazard/zone';
import { ACCURACIES } from '#domain/resident/accuracy';
import { CARE_LEVELS } from '#domain/resident/care-level';
import { DEVICES, DISABILITY_KINDS, type Disability } from '#domain/resident/disability';
import {
  COMMUNICATION_NEEDS,
  type Fact,
  HOUSEHOLDS,
  PLAN_STATES,
  type ResidentFacts,
} from '#domain/resident/facts';
import { seededRandom } from './random.ts';

/** A roster's worth of facts from a seed: most facts missing for one in eight, ids in no order. */
export function generateFacts(count: number, seed: number): ResidentFacts[] {
  const random = seededRandom(seed);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('Nothing to pick from');
    return value;
  };
  const maybe = <Value>(make: () => Value): Fact<Value> =>
    random() < 1 / 8
      ? { value: null, source: null, asOf: null }
      : { value: make(), source: 'roster.csv', asOf: '2026-04-01' };
  const few = <Value>(values: readonly Value[], share: number): Value[] =>
    random() < share ? [pick(values)] : [];
  const disability = (): Disability => {
    const kind = pick(DISABILITY_KINDS);
    if (kind === 'intractable-disease') return { kind, grade: null };
    return {
      kind,
      grade: kind === 'intellectual' ? pick(['Ⓐ', 'A', 'Ⓑ', 'B']) : pick(['1', '2', '3', '4']),
    };
  };
  return Array.from({ length: count }, () => {
    const isAssessed = random() >= 1 / 8;
    const assessed = <Value>(make: () => Value): Fact<Value> =>
      isAssessed
        ? { value: make(), source: 'zones.geojson', asOf: '2024-08-01' }
        : { value: null, source: null, asOf: null };
    return {
      residentId: uuid(random),
      district: `地区${Math.floor(random() * 28) + 1}`,
      redZone: assessed(() => pick(RELATIONS)),
      anyZone: assessed(() => pick(RELATIONS)),
      phenomena: assessed(() => few(PHENOMENA, 0.4)),
      positionAccuracy: { value: pick(ACCURACIES), source: '住所', asOf: null },
      age: maybe(() => 20 + Math.floor(random() * 85)),
      careLevel: maybe(() => pick(CARE_LEVELS)),
      disabilities: maybe(() => (random() < 0.5 ? [disability()] : [])),
      devices: maybe(() => few(DEVICES, 0.05)),
      household: maybe(() => pick(HOUSEHOLDS)),
      communication: maybe(() => pick(COMMUNICATION_NEEDS)),
      supporterCount: maybe(() => Math.floor(random() * 4)),
      plan: maybe(() => pick(PLAN_STATES)),
    };
  });
}

function uuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
