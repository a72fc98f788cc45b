import { RELATIONS } from '#domain/hazard/relation';
import { PHENOMENA } from '#domain/hazard/zone';
import { ACCURACIES } from './accuracy.ts';
import { CARE_LEVELS } from './care-level.ts';
import { DEVICES, DISABILITY_KINDS } from './disability.ts';
import { COMMUNICATION_NEEDS, HOUSEHOLDS, PLAN_STATES } from './facts.ts';
import { Vocabulary } from './vocabulary.ts';

/** The closed vocabularies of the facts, to read them from a database and to number them. */
export const vocabularies = {
  relation: new Vocabulary(RELATIONS),
  phenomenon: new Vocabulary(PHENOMENA),
  accuracy: new Vocabulary(ACCURACIES),
  careLevel: new Vocabulary(CARE_LEVELS),
  disabilityKind: new Vocabulary(DISABILITY_KINDS),
  device: new Vocabulary(DEVICES),
  household: new Vocabulary(HOUSEHOLDS),
  communication: new Vocabulary(COMMUNICATION_NEEDS),
  plan: new Vocabulary(PLAN_STATES),
};
