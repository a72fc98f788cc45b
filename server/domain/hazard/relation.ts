/**
 * How a place lies to a zone. `undetermined` is a state of its own: the position is not known well
 * enough to say, and it is never shown as outside.
 */
export const RELATIONS = ['inside', 'undetermined', 'near', 'outside'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The graver of two relations, in the order of RELATIONS. */
export function graver(a: Relation, b: Relation): Relation {
  return RELATIONS.indexOf(a) <= RELATIONS.indexOf(b) ? a : b;
}
