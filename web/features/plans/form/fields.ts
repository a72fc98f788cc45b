import type { PlanContent } from '#domain/plan/plan';
import type { SectionName } from './section-names.ts';

/** One field of the form; `path` as in domain/plan, without the key of a row. */
export interface FieldSpec {
  readonly path: string;
  readonly kind: 'line' | 'long' | 'phone' | 'number' | 'choice' | 'yes-no' | 'lines' | 'date';
  readonly unit?: 'hours' | 'watts' | 'minutes' | 'storeys' | 'storey';
}

export interface RowsSpec {
  readonly list: string;
  readonly fields: readonly FieldSpec[];
  readonly most: number;
  /** A new row, without its key. */
  readonly first: Readonly<Record<string, unknown>>;
  /** Whether the order of the rows says something. */
  readonly isOrdered: boolean;
}

export interface SectionSpec {
  /** The paths that it is about. */
  readonly paths: readonly string[];
  readonly fields: readonly FieldSpec[];
  readonly rows?: RowsSpec;
}

const field = (path: string, kind: FieldSpec['kind'], unit?: FieldSpec['unit']): FieldSpec => ({
  ...{ path, kind },
  ...(unit !== undefined && { unit }),
});

const rows = (
  list: string,
  kinds: Readonly<Record<string, FieldSpec['kind']>>,
  most: number,
  first: Readonly<Record<string, unknown>>,
  isOrdered = true,
): RowsSpec => ({
  ...{ list, most, first, isOrdered },
  fields: Object.entries(kinds).map(([name, kind]) => field(`${list}/${name}`, kind, UNITS[name])),
});

const UNITS: Readonly<Record<string, FieldSpec['unit']>> = {
  batteryHours: 'hours',
  watts: 'watts',
  readyMinutes: 'minutes',
};

const NO_PLACE = { position: null, accuracy: 'none' };

const CONTACTS = rows(
  'contacts',
  { kind: 'choice', name: 'line', relationship: 'line', phone: 'phone', address: 'line' },
  10,
  { kind: 'family', name: '', relationship: null, phone: null, address: null },
);
const DEVICES = rows(
  'body/devices',
  { device: 'choice', batteryHours: 'number', watts: 'number', spare: 'line' },
  10,
  { device: 'ventilator', batteryHours: null, watts: null, spare: null },
  false,
);
const SUPPORTERS = rows(
  'supporters',
  {
    ...{ kind: 'choice', name: 'line', relationship: 'line', phone: 'phone', address: 'line' },
    ...{ part: 'line', hasVehicle: 'yes-no', readyMinutes: 'number' },
  },
  10,
  {
    ...{ kind: 'person', name: '', relationship: null, phone: null, address: null },
    ...{ place: NO_PLACE, part: null, hasVehicle: null, readyMinutes: null },
  },
);
const STEPS = rows(
  'departure/steps',
  { level: 'choice', who: 'line', what: 'line' },
  40,
  { level: 3, who: '', what: '' },
  false,
);
const SIGNATURES = rows(
  'signatures',
  { signer: 'choice', name: 'line', date: 'date' },
  5,
  { signer: 'person', name: '', date: '' },
  false,
);

/** The form as data. Destinations, means and route have forms of their own. */
export const SECTIONS: Readonly<Record<SectionName, SectionSpec>> = {
  contacts: { paths: ['contacts'], fields: [], rows: CONTACTS },
  home: {
    paths: ['home'],
    fields: [
      field('home/usualRoom', 'line'),
      field('home/bedroom', 'line'),
      field('home/structure', 'choice'),
      field('home/storeys', 'number', 'storeys'),
      field('home/storey', 'number', 'storey'),
    ],
  },
  body: {
    paths: [
      ...['body/mobility', 'body/equipment', 'body/medicine', 'body/communication'],
      ...['body/dementia', 'body/caution'],
    ],
    fields: [
      field('body/mobility', 'line'),
      field('body/equipment', 'lines'),
      field('body/medicine', 'long'),
      field('body/communication', 'line'),
      field('body/dementia', 'long'),
      field('body/caution', 'long'),
    ],
  },
  devices: { paths: ['body/devices'], fields: [], rows: DEVICES },
  care: {
    paths: ['care', 'pets'],
    fields: [
      field('care/managerName', 'line'),
      field('care/managerOffice', 'line'),
      field('care/managerPhone', 'phone'),
      field('care/services', 'lines'),
      field('pets', 'line'),
    ],
  },
  supporters: {
    paths: ['supporters', 'withoutSupporters'],
    fields: [field('withoutSupporters', 'line')],
    rows: SUPPORTERS,
  },
  means: { paths: ['means'], fields: [field('means', 'choice')] },
  destination: { paths: ['destination'], fields: [] },
  second: { paths: ['secondDestination'], fields: [] },
  route: { paths: ['route'], fields: [] },
  departure: {
    paths: ['departure'],
    fields: [
      field('departure/startAt', 'choice'),
      field('departure/preparationMinutes', 'number', 'minutes'),
    ],
    rows: STEPS,
  },
  items: { paths: ['items'], fields: [field('items', 'lines')] },
  signatures: {
    paths: ['drawnUpWith', 'signatures'],
    fields: [field('drawnUpWith', 'choice')],
    rows: SIGNATURES,
  },
  notes: { paths: ['notes'], fields: [field('notes', 'long')] },
};

/** The section that a path of a plan belongs to. */
export function sectionOf(path: string): SectionName {
  const names = Object.keys(SECTIONS) as SectionName[];
  const isIn = (one: string) => path === one || path.startsWith(`${one}/`);
  return names.find((name) => SECTIONS[name].paths.some(isIn)) ?? 'notes';
}

/** Whether anything of a section is filled in. */
export function isFilled(section: SectionName, content: PlanContent): boolean {
  return SECTIONS[section].paths.some((path) => hasWord(valueAtPath(content, path), path));
}

/** At which level to leave has a value from the start; it says nothing. */
function hasWord(value: unknown, path: string): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object') return true;
  return Object.entries(value).some(
    ([key, one]) => !(path === 'departure' && key === 'startAt') && hasWord(one, ''),
  );
}

function valueAtPath(content: PlanContent, path: string): unknown {
  let value: unknown = content;
  for (const part of path.split('/')) value = (value as Record<string, unknown> | null)?.[part];
  return value;
}
