export const SELECTION_KINDS = [
  'resident',
  'plan',
  'paper',
  'shelter',
  'zone',
  'district',
  'point',
] as const;

/** What is selected on list, map and panel alike; a plan has the id of its person, a paper the id of its plan. */
export interface Selection {
  readonly kind: (typeof SELECTION_KINDS)[number];
  readonly id: string;
}
