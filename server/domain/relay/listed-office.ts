import type { Role } from '../access/roles.ts';
import type { Problem } from '../problem.ts';
import type { Bilingual } from '../resident/labels.ts';

/** What an office of the city's own list is: whom the city's policy names as users of relay sheets. */
export const OFFICE_KINDS = [
  'civic-centre',
  'social-welfare-council',
  'welfare-commissioners',
  'professionals',
  'other',
] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

export const OFFICE_KIND_LABELS: Readonly<Record<OfficeKind, Bilingual>> = {
  'civic-centre': { ja: '市民センター', en: 'Civic centre' },
  'social-welfare-council': { ja: '社会福祉協議会', en: 'Social welfare council' },
  'welfare-commissioners': { ja: '民生委員児童委員', en: 'Welfare commissioners' },
  professionals: { ja: '五師士会', en: 'Professional associations' },
  other: { ja: 'その他', en: 'Other' },
};

/** Whose accounts may be of an office: whoever is not of the city hall sees by consent alone, and by reach. */
export const OFFICE_MEMBER_ROLES = [
  'district-organisation',
  'welfare-shelter',
  'supporter',
] as const satisfies readonly Role[];

export const mayBeOfOffice = (role: Role | 'system'): boolean =>
  OFFICE_MEMBER_ROLES.some((one) => one === role);

/** What may stand in the way of a change to the list of offices. */
export const LISTED_OFFICE_FAILURES = {
  unknown: (): Problem => ({
    code: 'relay-office.unknown',
    ja: '関係機関が見つかりません',
    en: 'There is no such office',
  }),
  stale: (): Problem => ({
    code: 'relay-office.stale',
    ja: '他の人が先にこの関係機関を変更しました。今の内容を確かめてください',
    en: 'Somebody else changed this office first; look at how it stands now',
  }),
  nameTaken: (name: string): Problem => ({
    code: 'relay-office.name-taken',
    ja: `「${name}」という関係機関はすでにあります`,
    en: `There already is an office called "${name}"`,
  }),
} as const;
