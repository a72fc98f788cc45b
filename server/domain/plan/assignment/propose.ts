import { type Result, success } from '#domain/problem';
import type { DestinationReason } from '../destination-reasons.ts';
import { reasonsOfPlace } from '../destinations.ts';
import { figuresOf, usesOf } from './figures.ts';
import type { AssignmentArcs } from './model.ts';
import type {
  AssignmentProposal,
  AssignmentQuestion,
  OtherChoice,
  PersonToPlace,
  PlacedPerson,
  ProposedWay,
  UnplacedCode,
} from './proposal.ts';
import { type SolveLinear, solveAssignment } from './solve.ts';
import { type AssignmentWeights, placementCost, UNPLACED_COST } from './weights.ts';

/** Of so many destinations that are not ruled out the nearest are looked at for each person. */
export const NEAREST_LOOKED_AT = 16;

interface Choice {
  readonly way: ProposedWay;
  readonly cost: number;
  readonly reasons: readonly DestinationReason[];
}

interface Choices {
  readonly person: PersonToPlace;
  /** The best for this person alone first. */
  readonly choices: readonly Choice[];
  readonly unplaced: UnplacedCode;
}

/**
 * Places everybody at once, at the least cost together: nobody is left out while there is room within their
 * nearest destinations, and what was chosen by hand stays and takes its room first. Only destinations that
 * nothing rules out are proposed.
 */
export function proposeAssignment(
  question: AssignmentQuestion,
  weights: AssignmentWeights,
  solve: SolveLinear,
): Result<AssignmentProposal> {
  const free = freePlaces(question);
  const all = question.people.map((person) => choicesOf(question, person, weights));
  const toPlace = all.filter(({ person }) => person.fixed === null);
  const solved = solveAssignment(arcsOf(toPlace, free), solve);
  if (!solved.ok) return solved;
  const chosen = new Map<string, Choice>();
  let cost = 0;
  let firstArc = 0;
  for (const [at, { person, choices }] of toPlace.entries()) {
    const arc = solved.value[at]!;
    const choice = arc < 0 ? undefined : choices[arc - firstArc];
    if (choice !== undefined) chosen.set(person.id, choice);
    cost += choice?.cost ?? 0;
    firstArc += choices.length;
  }
  const people = all.map((one) =>
    one.person.fixed === null ? placed(one, chosen.get(one.person.id)) : fixed(question, one),
  );
  const uses = usesOf(question, people);
  return success({ people, uses, figures: figuresOf(people, uses), cost });
}

/** What is left at each destination for those who are not fixed; Infinity = not limited. */
function freePlaces({ people, destinations, unknownCapacity }: AssignmentQuestion): Float64Array {
  const free = Float64Array.from(destinations, ({ capacity, planned }) =>
    capacity === null ? (unknownCapacity === 'left-out' ? 0 : Infinity) : capacity - planned,
  );
  for (const { fixed: byHand } of people) {
    const destination = byHand?.destination ?? null;
    if (destination !== null) free[destination]! -= 1;
  }
  return free.map((places) => Math.max(0, places));
}

function choicesOf(
  { destinations }: AssignmentQuestion,
  person: PersonToPlace,
  weights: AssignmentWeights,
): Choices {
  const { ways, facts } = person;
  if (typeof ways === 'string') return { person, choices: [], unplaced: ways };
  if (ways.length === 0) return { person, choices: [], unplaced: 'no-way' };
  const choices: Choice[] = [];
  for (const way of ways) {
    if (choices.length === NEAREST_LOOKED_AT) break;
    // That it is full is told by the places that are left, and by who got them.
    const reasons = reasonsOfPlace(facts, destinations[way.destination]!).filter(
      ({ code }) => code !== 'full' && code !== 'has-room',
    );
    if (reasons.some(({ bearing }) => bearing === 'rules-out')) continue;
    choices.push({ way, reasons, cost: placementCost(weights, reasons, way) });
  }
  choices.sort((a, b) => a.cost - b.cost || a.way.destination - b.way.destination);
  return { person, choices, unplaced: choices.length === 0 ? 'none-suitable' : 'all-full' };
}

function arcsOf(toPlace: readonly Choices[], capacities: Float64Array): AssignmentArcs {
  const firstArcs = new Int32Array(toPlace.length + 1);
  for (const [at, { choices }] of toPlace.entries())
    firstArcs[at + 1] = firstArcs[at]! + choices.length;
  const all = toPlace.flatMap(({ choices }) => choices);
  return {
    personCount: toPlace.length,
    firstArcs,
    options: Int32Array.from(all, ({ way }) => way.destination),
    costs: Float64Array.from(all, ({ cost }) => cost),
    capacities,
    unplacedCost: UNPLACED_COST,
  };
}

function placed({ person, choices, unplaced }: Choices, chosen: Choice | undefined): PlacedPerson {
  const { id } = person;
  const nothing = { id, destination: null, isFixed: false, way: null, reasons: [], nextBest: null };
  if (chosen === undefined)
    return { ...nothing, givenToOthers: choices.map((one) => other(one, null)), unplaced };
  const at = choices.indexOf(chosen);
  const next = choices[at + 1];
  return {
    id,
    destination: chosen.way.destination,
    isFixed: false,
    way: chosen.way,
    reasons: chosen.reasons,
    givenToOthers: choices.slice(0, at).map((one) => other(one, chosen)),
    nextBest: next === undefined ? null : other(next, chosen),
    unplaced: null,
  };
}

const other = ({ way, cost }: Choice, than: Choice | null): OtherChoice => ({
  destination: way.destination,
  redMeters: way.redMeters,
  seconds: way.seconds,
  moreCost: cost - (than?.cost ?? 0),
});

function fixed({ destinations }: AssignmentQuestion, { person }: Choices): PlacedPerson {
  const destination = person.fixed?.destination ?? null;
  const ways = typeof person.ways === 'string' ? [] : person.ways;
  return {
    id: person.id,
    destination,
    isFixed: true,
    way: ways.find((way) => way.destination === destination) ?? null,
    reasons: destination === null ? [] : reasonsOfPlace(person.facts, destinations[destination]!),
    ...{ givenToOthers: [], nextBest: null, unplaced: null },
  };
}
