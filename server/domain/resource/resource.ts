import type { Bilingual } from '../resident/labels.ts';

/** Kinds of social resources (社会資源) of a neighbourhood. */
export const RESOURCE_CATEGORIES = [
  'consultation',
  'guardianship',
  'rehabilitation',
  'salon',
  'group',
  'company',
] as const;
export type ResourceCategory = (typeof RESOURCE_CATEGORIES)[number];

export const CATEGORY_LABELS: Readonly<Record<ResourceCategory, Bilingual>> = {
  consultation: { ja: '相談窓口', en: 'Consultation desk' },
  guardianship: { ja: '成年後見の相談', en: 'Guardianship centre' },
  rehabilitation: { ja: 'リハビリ・介護予防', en: 'Rehabilitation support' },
  salon: { ja: 'サロン・通いの場', en: 'Salon, gathering place' },
  group: { ja: '地域の団体', en: 'Group' },
  company: { ja: '協力する事業者', en: 'Helping company' },
};

/** What is known of getting in; what is not listed is not known, which is not "no". */
export const ACCESSIBILITY = [
  'step-free',
  'wheelchair-toilet',
  'parking',
  'sign-language',
  'writing',
  'home-visit',
] as const;
export type Accessibility = (typeof ACCESSIBILITY)[number];

export const ACCESSIBILITY_LABELS: Readonly<Record<Accessibility, Bilingual>> = {
  'step-free': { ja: '段差なし', en: 'Step-free' },
  'wheelchair-toilet': { ja: '車いす用トイレ', en: 'Wheelchair toilet' },
  parking: { ja: '駐車場', en: 'Parking' },
  'sign-language': { ja: '手話', en: 'Sign language' },
  writing: { ja: '筆談', en: 'Help by writing' },
  'home-visit': { ja: '訪問できる', en: 'Visits at home' },
};

/** Null and empty: not known. */
export interface ResourceFacts {
  readonly name: string;
  readonly category: ResourceCategory;
  readonly address: string | null;
  readonly district: string | null;
  readonly phone: string | null;
  readonly web: string | null;
  /** In the syntax of OpenStreetMap's opening_hours. */
  readonly hours: string | null;
  readonly accessibility: readonly Accessibility[];
  readonly note: string;
  /** [lng, lat] */
  readonly position: readonly [number, number] | null;
  /** YYYY-MM-DD: as of when this was so. */
  readonly asOf: string | null;
}
