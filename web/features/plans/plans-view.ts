import {
  PLAN_STAGES,
  type PlanStage,
  REVIEW_REASONS,
  type ReviewReason,
} from '#domain/plan/states';
import { isSectionName, type SectionName } from './form/section-names.ts';

export const BOARD_TABS = [
  'list',
  'stages',
  'reviews',
  'proposals',
  'departures',
  'prints',
] as const;
export const BOARD_SORTS = ['rank', 'age', 'name'] as const;

/** What of one plan is open: where it stands, all its sections, one of them, or its versions. */
export type PlanPart = 'status' | 'content' | 'versions' | SectionName;

/** What of the plans is looked at. */
export interface PlansView {
  readonly tab: (typeof BOARD_TABS)[number];
  /** Only plans that wait for the role of whoever looks. */
  readonly isMine: boolean;
  readonly stages: readonly PlanStage[];
  /** Why plans wait to be reviewed; none = whatever the reason. */
  readonly reasons: readonly ReviewReason[];
  readonly districts: readonly string[];
  readonly tiers: readonly string[];
  /** At least so many days in their stage. */
  readonly leastDays: number | null;
  readonly sort: (typeof BOARD_SORTS)[number];
  readonly part: PlanPart | null;
  /** An order of prints that is looked at. */
  readonly prints: string | null;
  /** Versions side by side, the former first. */
  readonly compare: readonly [number, number] | null;
  /** The proposal that is open, and the one that it is compared with. */
  readonly proposal: string | null;
  readonly beside: string | null;
  /** The job that makes one. */
  readonly job: string | null;
  /** Whose line of the proposal is looked at. */
  readonly picked: string | null;
  /** Minutes after level 3 and after level 4 to arrive in; null: as usual. */
  readonly within3: number | null;
  readonly within4: number | null;
}

/** What the place opens with: what is for me to do, who comes first on top. */
export const FIRST_PLANS_VIEW: PlansView = {
  tab: 'list',
  isMine: true,
  stages: [],
  reasons: [],
  districts: [],
  tiers: [],
  leastDays: null,
  sort: 'rank',
  part: null,
  prints: null,
  compare: null,
  proposal: null,
  beside: null,
  job: null,
  picked: null,
  within3: null,
  within4: null,
};

const ID_FIELDS = { q: 'proposal', w: 'beside', j: 'job', k: 'picked', z: 'prints' } as const;

/** As the address holds it: fields of `key.value` with `!` between, lists with commas; null for the first. */
export function formatPlansView(view: PlansView): string | null {
  const fields: string[] = [];
  const add = (key: string, value: string) => fields.push(`${key}.${value}`);
  if (view.tab !== 'list') add('b', view.tab);
  if (!view.isMine) add('m', '0');
  if (view.stages.length > 0) add('s', view.stages.join(','));
  if (view.reasons.length > 0) add('r', view.reasons.join(','));
  if (view.districts.length > 0) add('d', view.districts.map(writeText).join(','));
  if (view.tiers.length > 0) add('t', view.tiers.join(','));
  if (view.leastDays !== null) add('a', String(view.leastDays));
  if (view.sort !== 'rank') add('o', view.sort);
  if (view.part !== null) add('p', view.part);
  if (view.compare !== null) add('v', view.compare.join(','));
  for (const [key, field] of Object.entries(ID_FIELDS)) {
    const id = view[field];
    if (id !== null) add(key, id);
  }
  if (view.within3 !== null) add('x', String(view.within3));
  if (view.within4 !== null) add('y', String(view.within4));
  return fields.length === 0 ? null : fields.join('!');
}

/** Reads what `formatPlansView` wrote. What is not understood is left out, never an error. */
export function parsePlansView(text: string | null): PlansView {
  let view = FIRST_PLANS_VIEW;
  for (const field of text?.split('!') ?? [])
    if (field[1] === '.') view = { ...view, ...readField(field[0], field.slice(2)) };
  return view;
}

function readField(key: string | undefined, value: string): Partial<PlansView> {
  switch (key) {
    case 'b':
      return { tab: BOARD_TABS.find((one) => one === value) ?? 'list' };
    case 'm':
      return { isMine: value !== '0' };
    case 's':
      return { stages: PLAN_STAGES.filter((one) => value.split(',').includes(one)) };
    case 'r':
      return { reasons: REVIEW_REASONS.filter((one) => value.split(',').includes(one)) };
    case 'd':
      return { districts: value.split(',').flatMap(readText) };
    case 't':
      return { tiers: value.split(',').filter((one) => /^\d{1,2}$/.test(one)) };
    case 'a':
      return { leastDays: /^\d{1,4}$/.test(value) ? Number(value) : null };
    case 'o':
      return { sort: BOARD_SORTS.find((one) => one === value) ?? 'rank' };
    case 'p':
      return { part: partOf(value) };
    case 'v': {
      const [from, to] = /^(\d{1,6}),(\d{1,6})$/.exec(value)?.slice(1).map(Number) ?? [];
      return from === undefined || to === undefined ? {} : { compare: [from, to] };
    }
    case 'q':
    case 'w':
    case 'j':
    case 'k':
    case 'z':
      return { [ID_FIELDS[key]]: /^[\w-]{1,64}$/.test(value) ? value : null };
    case 'x':
      return { within3: minutesOf(value) };
    case 'y':
      return { within4: minutesOf(value) };
    default:
      return {};
  }
}

function partOf(value: string): PlanPart | null {
  if (value === 'status' || value === 'content' || value === 'versions') return value;
  return isSectionName(value) ? value : null;
}

const minutesOf = (value: string) =>
  /^\d{1,4}$/.test(value) && Number(value) <= 2880 ? Number(value) : null;

const writeText = (text: string) => encodeURIComponent(text).replaceAll('!', '%21');

function readText(text: string): string[] {
  try {
    const read = decodeURIComponent(text);
    return read === '' ? [] : [read];
  } catch {
    return [];
  }
}
