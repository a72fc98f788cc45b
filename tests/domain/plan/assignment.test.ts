/* Over 200 lines: the oracle, the rules of one question each, and both kinds of assignment share their builders. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareProposals } from '#domain/plan/assignment/compare';
import type {
  AssignmentProposal,
  AssignmentQuestion,
  PersonToPlace,
  ProposedWay,
} from '#domain/plan/assignment/proposal';
import { proposeAssignment } from '#domain/plan/assignment/propose';
import { type SolveLinear, solveAssignment } from '#domain/plan/assignment/solve';
import { proposeHelpers } from '#domain/plan/assignment/supporters';
import { placementCost, USUAL_WEIGHTS } from '#domain/plan/assignment/weights';
import { reasonsOfPlace } from '#domain/plan/destinations';
import { highsSolver } from '../../../server/services/plans/solve-with-highs.ts';
import { person, shelter } from './support/facts.ts';

let solve: SolveLinear;
beforeAll(async () => {
  solve = await highsSolver();
});

const wayTo = (destination: number, seconds: number, redMeters = 0): ProposedWay => ({
  ...{ destination, seconds, redMeters, weighedSeconds: seconds },
});
const whoGoes = (
  id: string,
  ways: PersonToPlace['ways'],
  fixed: PersonToPlace['fixed'] = null,
): PersonToPlace => ({ id, facts: person(), fixed, ways });

function propose(
  people: readonly PersonToPlace[],
  destinations: AssignmentQuestion['destinations'],
  unknownCapacity: AssignmentQuestion['unknownCapacity'] = 'not-limited',
): AssignmentProposal {
  const question = { people, destinations, unknownCapacity };
  const answer = proposeAssignment(question, USUAL_WEIGHTS, solve);
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.value;
}
const goesTo = ({ people }: AssignmentProposal) => people.map(({ destination }) => destination);

describe('everybody placed at once', () => {
  it('costs as little as the best of all possible placements', () => {
    const cases = fc.record({
      capacities: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 3 }),
      people: fc.array(
        fc.array(fc.record({ seconds: fc.integer({ min: 1, max: 900 }), red: fc.nat(20) }), {
          minLength: 3,
          maxLength: 3,
        }),
        { minLength: 1, maxLength: 5 },
      ),
    });
    fc.assert(
      fc.property(cases, ({ capacities, people }) => {
        const destinations = capacities.map((capacity, at) => shelter(`s${at}`, { capacity }));
        const all = people.map((ways, at) =>
          whoGoes(
            `p${at}`,
            destinations.map((_, to) => wayTo(to, ways[to]?.seconds ?? 0, ways[to]?.red ?? 0)),
          ),
        );
        const proposal = propose(all, destinations);
        const best = bruteForce(all, destinations);
        expect(proposal.figures.placed).toBe(best.placed);
        expect(proposal.cost).toBe(best.cost);
        for (const { placed, capacity } of proposal.uses)
          expect(placed).toBeLessThanOrEqual(capacity ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the near place to whom a detour would cost more, and says so to both', () => {
    const destinations = [shelter('near', { capacity: 1 }), shelter('far')];
    const proposal = propose(
      [
        whoGoes('a', [wayTo(0, 100), wayTo(1, 200)]),
        whoGoes('b', [wayTo(0, 110), wayTo(1, 900, 30)]),
      ],
      destinations,
    );
    expect(goesTo(proposal)).toEqual([1, 0]);
    const [a, b] = proposal.people;
    expect(a?.givenToOthers).toEqual([
      { destination: 0, redMeters: 0, seconds: 100, moreCost: -100 },
    ]);
    expect(a?.nextBest).toBeNull();
    expect(b?.nextBest).toMatchObject({ destination: 1, moreCost: 790 + 30 * 60 });
    expect(proposal.figures).toMatchObject({ placed: 2, redMeters: 0, farthestSeconds: 200 });
  });

  it('leaves what was chosen by hand, also beyond the capacity, and its room first', () => {
    const destinations = [shelter('s', { capacity: 1 }), shelter('bad', { redRelation: 'inside' })];
    const proposal = propose(
      [
        whoGoes('a', [wayTo(0, 1)], { destination: 0 }),
        whoGoes('b', 'no-position', { destination: 0 }),
        whoGoes('c', [wayTo(0, 1)], { destination: null }),
        whoGoes('d', [wayTo(0, 1)]),
        whoGoes('e', [wayTo(1, 1)], { destination: 1 }),
      ],
      destinations,
    );
    expect(goesTo(proposal)).toEqual([0, 0, null, null, 1]);
    expect(proposal.uses[0]).toMatchObject({ placed: 2, over: 1 });
    expect(proposal.people[3]).toMatchObject({ unplaced: 'all-full', isFixed: false });
    expect(proposal.people[4]?.reasons[0]?.code).toBe('in-red');
    expect(proposal.figures).toMatchObject({ fixed: 4, placed: 4, waysUnknown: 2 });
  });

  it('says of everybody who is not placed why', () => {
    const refused = shelter('r', { kind: 'welfare-shelter', acceptedGroups: ['知的障害者'] });
    const proposal = propose(
      [
        whoGoes('a', 'no-position'),
        whoGoes('b', 'off-roads'),
        whoGoes('c', []),
        whoGoes('d', [wayTo(0, 10)]),
        whoGoes('e', [wayTo(1, 10)]),
      ],
      [refused, shelter('full', { capacity: 2, planned: 2 })],
    );
    expect(proposal.people.map(({ unplaced }) => unplaced)).toEqual([
      'no-position',
      'off-roads',
      'no-way',
      'none-suitable',
      'all-full',
    ]);
    expect(proposal.figures.unplaced).toMatchObject({ 'all-full': 1, 'no-way': 1 });
    // What would be there if there were room.
    expect(proposal.people[4]?.givenToOthers).toHaveLength(1);
  });

  it('takes an unknown capacity for no limit or for none, as it is asked, and counts who is there', () => {
    const destinations = [shelter('u', { capacity: null })];
    const people = ['a', 'b'].map((id) => whoGoes(id, [wayTo(0, 5)]));
    expect(propose(people, destinations).figures.placedAtUnknownCapacity).toBe(2);
    expect(propose(people, destinations, 'left-out').figures.unplaced['all-full']).toBe(2);
  });

  it('is the same each time', () => {
    const destinations = ['x', 'y', 'z'].map((id) => shelter(id, { capacity: 4 }));
    const people = Array.from({ length: 10 }, (_, at) =>
      whoGoes(`p${at}`, [wayTo(0, 10), wayTo(1, 10), wayTo(2, 10)]),
    );
    expect(propose(people, destinations)).toEqual(propose(people, destinations));
  });
});

describe('the answer of the solver', () => {
  const arcs = {
    personCount: 1,
    firstArcs: Int32Array.of(0, 2),
    options: Int32Array.of(0, 1),
    costs: Float64Array.of(1, 2),
    capacities: Float64Array.of(1, 1),
    unplacedCost: 10,
  };
  const values = (...given: number[]) => ({
    isOptimal: true as const,
    values: Float64Array.from(given),
  });

  it('is asked for once more where it is not whole, and refused where it is none', () => {
    const asked: boolean[] = [];
    const half: SolveLinear = (_, isWhole) => {
      asked.push(isWhole);
      return isWhole ? values(0, 1, 0) : values(0.5, 0.5, 0);
    };
    expect(solveAssignment(arcs, half)).toEqual({ ok: true, value: Int32Array.of(1) });
    expect(asked).toEqual([false, true]);
    const never = solveAssignment(arcs, () => values(0.5, 0.5, 0));
    expect(never.ok).toBe(false);
    const infeasible = solveAssignment(arcs, () => ({ isOptimal: false, status: 'infeasible' }));
    expect(infeasible.ok || infeasible.problem.code).toBe('plan-proposal.not-solved');
    expect(solve({ ...linear(), rowLower: Float64Array.of(2) }, false)).toMatchObject({
      isOptimal: false,
      status: 'infeasible',
    });
  });

  it('is not believed where it breaks a capacity, nor asked for costs that leave people out', () => {
    const full = { ...arcs, capacities: Float64Array.of(0, 0) };
    expect(() => solveAssignment(full, () => values(1, 0, 0))).toThrow('option 0');
    expect(() => solveAssignment({ ...arcs, unplacedCost: 2 }, solve)).toThrow(RangeError);
  });

  const linear = () => ({
    columnCosts: Float64Array.of(1),
    rowLower: Float64Array.of(1),
    rowUpper: Float64Array.of(2),
    starts: Int32Array.of(0, 1),
    rows: Int32Array.of(0),
  });
});

describe('supporters given to those who have none', () => {
  it('help no more than they are asked to, the nearest together', () => {
    const answer = proposeHelpers(
      [
        {
          id: 'a',
          reached: [
            { helper: 0, seconds: 60 },
            { helper: 1, seconds: 90 },
          ],
        },
        {
          id: 'b',
          reached: [
            { helper: 0, seconds: 70 },
            { helper: 1, seconds: 600 },
          ],
        },
        { id: 'c', reached: [{ helper: 2, seconds: 5 }] },
        { id: 'd', reached: [] },
      ],
      [
        { id: 'x', helps: 1 },
        { id: 'y', helps: 0 },
        { id: 'z', helps: 3 },
      ],
      2,
      solve,
    );
    if (!answer.ok) throw new Error(answer.problem.en);
    expect(answer.value.map(({ helper }) => helper)).toEqual([1, 0, null, null]);
    expect(answer.value.map(({ unplaced }) => unplaced)).toEqual([
      null,
      null,
      'all-busy',
      'none-near',
    ]);
    expect(answer.value[0]?.nextBest).toEqual({ helper: 0, moreSeconds: -30 });
  });
});

describe('two proposals', () => {
  it('are compared by who is put elsewhere, the most added metres in red first', () => {
    const at = (id: string, destinationId: string | null, redMeters = 0) => ({
      ...{ id, destinationId, isPlaced: destinationId !== null, redMeters, seconds: 60 },
    });
    const comparison = compareProposals(
      [at('a', 's'), at('b', 's'), at('c', null), at('d', 's')],
      [at('a', 's'), at('b', 't', 9), at('c', 't'), at('e', 't')],
    );
    expect(comparison).toMatchObject({ same: 1, newlyPlaced: 1, newlyUnplaced: 0 });
    expect(comparison.changes.map(({ id }) => id)).toEqual(['b', 'e', 'c', 'd']);
  });
});

function bruteForce(
  people: readonly PersonToPlace[],
  destinations: AssignmentQuestion['destinations'],
): { readonly placed: number; readonly cost: number } {
  let best = { placed: -1, cost: Infinity };
  const used = destinations.map(() => 0);
  const go = (at: number, placed: number, cost: number): void => {
    const one = people[at];
    if (one === undefined) {
      if (placed > best.placed || (placed === best.placed && cost < best.cost))
        best = { placed, cost };
      return;
    }
    go(at + 1, placed, cost);
    for (const way of typeof one.ways === 'string' ? [] : one.ways) {
      const to = way.destination;
      const its = destinations[to];
      if (its === undefined || (used[to] ?? 0) >= (its.capacity ?? 0)) continue;
      used[to] = (used[to] ?? 0) + 1;
      const reasons = reasonsOfPlace(one.facts, { ...its, capacity: 99 });
      go(at + 1, placed + 1, cost + placementCost(USUAL_WEIGHTS, reasons, way));
      used[to] = (used[to] ?? 0) - 1;
    }
  };
  go(0, 0, 0);
  return best;
}
