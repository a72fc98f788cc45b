export const SELECTION_KINDS = ['resident', 'shelter', 'zone', 'district', 'point'] as const;

/** What is selected on list, map and panel alike. */
export interface Selection {
  readonly kind: (typeof SELECTION_KINDS)[number];
  readonly id: string;
}
