import type { Role } from '../access/roles.ts';

/** Versions of a plan on paper: whole; a supporter's part; what a shelter has to have ready. */
export const PAPERS = ['person', 'supporter', 'shelter'] as const;
export type Paper = (typeof PAPERS)[number];

const OFFICERS: readonly Paper[] = PAPERS;

/** Each role prints only what it needs of a plan that it sees. */
const PAPERS_OF: Readonly<Partial<Record<Role | 'system', readonly Paper[]>>> = {
  system: OFFICERS,
  'disaster-officer': OFFICERS,
  'welfare-officer': OFFICERS,
  'fire-department': ['person', 'supporter'],
  'district-organisation': ['person', 'supporter'],
  'welfare-shelter': ['shelter'],
  supporter: ['supporter'],
};

export const mayPrint = (role: Role | 'system', paper: Paper): boolean =>
  PAPERS_OF[role]?.includes(paper) ?? false;
