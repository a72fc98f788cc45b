import fc from 'fast-check';
import { PHENOMENA } from '#domain/hazard/zone';
import {
  type Condition,
  type PriorityCriteria,
  TESTABLE_RELATIONS,
} from '#domain/priority/criteria';
import { type Standing, standingOf } from '#domain/priority/standing';
import { ACCURACIES } from '#domain/resident/accuracy';
import { CARE_LEVELS } from '#domain/resident/care-level';
import {
  DEVICES,
  DISABILITY_KINDS,
  type Disability,
  type DisabilityKind,
} from '#domain/resident/disability';
import {
  COMMUNICATION_NEEDS,
  type Fact,
  type FactName,
  HOUSEHOLDS,
  PLAN_STATES,
  type ResidentFacts,
} from '#domain/resident/facts';

export type FactValues = {
  readonly [Name in FactName]: ResidentFacts[Name] extends Fact<infer Value> ? Value | null : never;
};

/** A person whom no preset puts forward, with every fact known. */
export const UNREMARKABLE: FactValues = {
  redZone: 'outside',
  anyZone: 'outside',
  phenomena: [],
  positionAccuracy: 'building',
  age: 60,
  careLevel: '01',
  disabilities: [],
  devices: [],
  household: 'with-family',
  communication: 'none',
  supporterCount: 2,
  plan: 'complete',
};

export const NOTHING_KNOWN: FactValues = {
  redZone: null,
  anyZone: null,
  phenomena: null,
  positionAccuracy: null,
  age: null,
  careLevel: null,
  disabilities: null,
  devices: null,
  household: null,
  communication: null,
  supporterCount: null,
  plan: null,
};

function fact<Value>(value: Value | null): Fact<Value> {
  return value === null
    ? { value, source: null, asOf: null }
    : { value, source: 'roster.csv', asOf: '2026-04-01' };
}

export function toFacts(
  values: FactValues,
  residentId = 'r1',
  district: string | null = '原',
): ResidentFacts {
  return {
    residentId,
    district,
    redZone: fact(values.redZone),
    anyZone: fact(values.anyZone),
    phenomena: fact(values.phenomena),
    positionAccuracy: fact(values.positionAccuracy),
    age: fact(values.age),
    careLevel: fact(values.careLevel),
    disabilities: fact(values.disabilities),
    devices: fact(values.devices),
    household: fact(values.household),
    communication: fact(values.communication),
    supporterCount: fact(values.supporterCount),
    plan: fact(values.plan),
  };
}

/** An unremarkable person but for what is given. */
export function person(given: Partial<FactValues>, residentId?: string): ResidentFacts {
  return toFacts({ ...UNREMARKABLE, ...given }, residentId);
}

export const standingBy =
  (criteria: PriorityCriteria) =>
  (facts: ResidentFacts): Standing =>
    standingOf(criteria, facts);

const LIMBS = ['upper-limb', 'lower-limb', 'trunk'] as const;
const gradesOf = (kind: DisabilityKind): readonly string[] =>
  kind === 'intractable-disease'
    ? []
    : kind === 'intellectual'
      ? ['Ⓐ', 'A', 'Ⓑ', 'B']
      : kind === 'mental'
        ? ['1', '2', '3']
        : ['1', '2', '3', '4', '5', '6'];

const arbitraryGrade = (kind: DisabilityKind): fc.Arbitrary<string | null> =>
  gradesOf(kind).length === 0 ? fc.constant(null) : fc.constantFrom(...gradesOf(kind));

const arbitraryDisability: fc.Arbitrary<Disability> = fc
  .constantFrom(...DISABILITY_KINDS)
  .chain((kind) => fc.record({ kind: fc.constant(kind), grade: fc.option(arbitraryGrade(kind)) }));

/** Facts of any completeness; the relation to any zone is never milder than that to red zones. */
export const arbitraryValues: fc.Arbitrary<FactValues> = fc.record({
  redZone: fc.option(fc.constantFrom('inside', 'undetermined', 'near', 'outside')),
  anyZone: fc.option(fc.constantFrom('inside', 'undetermined', 'near', 'outside')),
  phenomena: fc.option(fc.subarray([...PHENOMENA])),
  positionAccuracy: fc.option(fc.constantFrom(...ACCURACIES)),
  age: fc.option(fc.integer({ min: 0, max: 110 })),
  careLevel: fc.option(fc.constantFrom(...CARE_LEVELS)),
  disabilities: fc.option(fc.array(arbitraryDisability, { maxLength: 3 })),
  devices: fc.option(fc.subarray([...DEVICES])),
  household: fc.option(fc.constantFrom(...HOUSEHOLDS)),
  communication: fc.option(fc.constantFrom(...COMMUNICATION_NEEDS)),
  supporterCount: fc.option(fc.integer({ min: 0, max: 4 })),
  plan: fc.option(fc.constantFrom(...PLAN_STATES)),
});

function fill<Value>(value: Value | null, choices: readonly Value[]): fc.Arbitrary<Value> {
  return value === null ? fc.constantFrom(...choices) : fc.constant(value);
}

function settleDisability({ kind, grade }: Disability): fc.Arbitrary<Disability> {
  const kinds = kind === 'limb' ? fc.constantFrom(...LIMBS) : fc.constant(kind);
  return kinds.chain((settled) =>
    fc.record({
      kind: fc.constant(settled),
      grade: grade === null ? arbitraryGrade(settled) : fc.constant(grade),
    }),
  );
}

/** Every way in which what is not known of a person could turn out. */
export function completionsOf(values: FactValues): fc.Arbitrary<FactValues> {
  const relation = (value: FactValues['redZone']) =>
    fill(value === 'undetermined' ? null : value, TESTABLE_RELATIONS);
  const isOpen = values.anyZone === null || values.anyZone === 'undetermined';
  return fc.record({
    redZone: relation(values.redZone),
    anyZone: relation(values.anyZone),
    phenomena:
      values.phenomena === null || isOpen
        ? fc
            .subarray([...PHENOMENA])
            .map((found) => [...new Set([...(values.phenomena ?? []), ...found])])
        : fc.constant(values.phenomena),
    positionAccuracy: fill(values.positionAccuracy, ACCURACIES),
    age: values.age === null ? fc.integer({ min: 0, max: 110 }) : fc.constant(values.age),
    careLevel: fill(values.careLevel, CARE_LEVELS),
    disabilities:
      values.disabilities === null
        ? fc.array(arbitraryDisability.chain(settleDisability), { maxLength: 3 })
        : fc.tuple(...values.disabilities.map(settleDisability)),
    devices: values.devices === null ? fc.subarray([...DEVICES]) : fc.constant([...values.devices]),
    household: fill(values.household, HOUSEHOLDS),
    communication: fill(values.communication, COMMUNICATION_NEEDS),
    supporterCount: fill(values.supporterCount, [0, 1, 2, 3]),
    plan: fill(values.plan, PLAN_STATES),
  });
}

const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
const numbered = DISABILITY_KINDS.filter(
  (kind) => kind !== 'intellectual' && kind !== 'intractable-disease',
);

const arbitraryComparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom('redZone', 'anyZone'),
    oneOf: some(TESTABLE_RELATIONS),
  }),
  fc.record({ fact: fc.constant('phenomena'), includesAny: some(PHENOMENA) }),
  fc.record({ fact: fc.constant('positionAccuracy'), oneOf: some(ACCURACIES) }),
  fc.record({ fact: fc.constant('age'), atLeast: fc.integer({ min: 0, max: 110 }) }),
  fc.record({ fact: fc.constant('careLevel'), atLeast: fc.constantFrom(...CARE_LEVELS) }),
  fc.record({ fact: fc.constant('careLevel'), oneOf: some(CARE_LEVELS) }),
  fc.record({ fact: fc.constant('disabilities'), kinds: some(DISABILITY_KINDS) }),
  fc.record({
    fact: fc.constant('disabilities'),
    kinds: some(numbered),
    gradeAtMost: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({
    fact: fc.constant('disabilities'),
    kinds: fc.constant(['intellectual'] as const),
    gradeOneOf: some(['Ⓐ', 'A', 'Ⓑ', 'B']),
  }),
  fc.record({ fact: fc.constant('devices'), includesAny: some(DEVICES) }),
  fc.record({ fact: fc.constant('household'), oneOf: some(HOUSEHOLDS) }),
  fc.record({ fact: fc.constant('communication'), oneOf: some(COMMUNICATION_NEEDS) }),
  fc.record({ fact: fc.constant('supporterCount'), atMost: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ fact: fc.constant('plan'), oneOf: some(PLAN_STATES) }),
) as fc.Arbitrary<Condition>;

/** Conditions of every shape that the algebra allows. */
export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>(
  (tie) => {
    const several = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
    return {
      condition: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        arbitraryComparison,
        several.map((all) => ({ all })),
        several.map((any) => ({ any })),
        tie('condition').map((not) => ({ not })),
      ),
    };
  },
).condition;

const words = { ja: '仮', en: 'Provisional' };

export const arbitraryCriteria: fc.Arbitrary<PriorityCriteria> = fc.record({
  id: fc.constant('any'),
  version: fc.constant(1),
  effectiveOn: fc.constant('2026-04-01'),
  name: fc.constant(words),
  note: fc.constant(words),
  source: fc.constant(words),
  tiers: fc.array(fc.record({ label: fc.constant(words), condition: arbitraryCondition }), {
    minLength: 1,
    maxLength: 4,
  }),
  othersLabel: fc.constant(words),
  score: fc.array(
    fc.record({
      label: fc.constant(words),
      condition: arbitraryCondition,
      points: fc.integer({ min: -100, max: 100 }),
    }),
    { maxLength: 4 },
  ),
});

/** A small town's residents, ids unique. */
export const arbitraryResidents: fc.Arbitrary<ResidentFacts[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 6 }),
      district: fc.option(fc.constantFrom('原', '浅原', '虫所山')),
      values: arbitraryValues,
    }),
    { selector: ({ id }) => id, maxLength: 40 },
  )
  .map((people) => people.map(({ id, district, values }) => toFacts(values, id, district)));
