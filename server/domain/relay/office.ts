import { ROLE_LABELS } from '../access/roles.ts';
import type { Bilingual } from '../resident/labels.ts';
import { OFFICE_KIND_LABELS, type OfficeKind } from './listed-office.ts';

/** Whom a relay sheet can be written to by role; beside them are the offices that the city lists. */
export const OFFICE_ROLES = [
  'welfare-officer',
  'disaster-officer',
  'fire-department',
  'district-organisation',
  'welfare-shelter',
] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

export interface RelayOffice {
  /** `listed`: of the city's own list. */
  readonly role: OfficeRole | 'listed';
  /** Name of the district of a district organisation; null for all others. */
  readonly district: string | null;
  /** Of a welfare shelter; null for all others. */
  readonly shelterId: string | null;
  /** Of the city's own list; not there for all others. */
  readonly officeId?: string | null | undefined;
}

/** Whether an office is named as its role asks: one organisation for a district, one facility for a shelter. */
export function isWholeOffice({
  role,
  district,
  shelterId,
  officeId = null,
}: RelayOffice): boolean {
  return (
    (role === 'district-organisation') === (district !== null) &&
    (role === 'welfare-shelter') === (shelterId !== null) &&
    (role === 'listed') === (officeId !== null)
  );
}

/** As the database holds it (access.own_offices, migration 0032). */
export function officeKey({ role, district, shelterId, officeId }: RelayOffice): string {
  const of = district ?? shelterId ?? officeId ?? null;
  return of === null ? role : `${role}:${of}`;
}

interface Member {
  readonly role: string;
  readonly districts: readonly string[] | null;
  readonly shelterIds: readonly string[];
  /** Of the city's own list; whoever is of one is of no other. */
  readonly relayOfficeId: string | null;
}

/** Whether somebody is of an office. */
export function isOfOffice(member: Member, office: RelayOffice): boolean {
  if (member.relayOfficeId !== null || office.role === 'listed')
    return office.role === 'listed' && office.officeId === member.relayOfficeId;
  if (member.role !== office.role) return false;
  if (office.district !== null) return member.districts?.includes(office.district) ?? false;
  return office.shelterId === null || member.shelterIds.includes(office.shelterId);
}

/** `name`: of the shelter, or of the office of the city's list, whose `kind` is named with it. */
export function officeWords(
  { role, district }: RelayOffice,
  name: string | null,
  kind: OfficeKind = 'other',
): Bilingual {
  const label = role === 'listed' ? OFFICE_KIND_LABELS[kind] : ROLE_LABELS[role];
  const of = district ?? name;
  return of === null ? label : { ja: `${of}(${label.ja})`, en: `${of} (${label.en})` };
}
