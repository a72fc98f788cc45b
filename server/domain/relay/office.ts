import { ROLE_LABELS } from '../access/roles.ts';
import type { Bilingual } from '../resident/labels.ts';

/** Whom a relay sheet can be written to. A civic centre is there as the district organisation of its district. */
export const OFFICE_ROLES = [
  'welfare-officer',
  'disaster-officer',
  'fire-department',
  'district-organisation',
  'welfare-shelter',
] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

export interface RelayOffice {
  readonly role: OfficeRole;
  /** Name of the district of a district organisation; null for all others. */
  readonly district: string | null;
  /** Of a welfare shelter; null for all others. */
  readonly shelterId: string | null;
}

/** Whether an office is named as its role asks: one organisation for a district, one facility for a shelter. */
export function isWholeOffice({ role, district, shelterId }: RelayOffice): boolean {
  return (
    (role === 'district-organisation') === (district !== null) &&
    (role === 'welfare-shelter') === (shelterId !== null)
  );
}

/** As the database holds it (access.own_offices, migration 0028). */
export function officeKey({ role, district, shelterId }: RelayOffice): string {
  const of = district ?? shelterId;
  return of === null ? role : `${role}:${of}`;
}

interface Member {
  readonly role: string;
  readonly districts: readonly string[] | null;
  readonly shelterIds: readonly string[];
}

/** Whether somebody is of an office. */
export function isOfOffice(member: Member, office: RelayOffice): boolean {
  if (member.role !== office.role) return false;
  if (office.district !== null) return member.districts?.includes(office.district) ?? false;
  return office.shelterId === null || member.shelterIds.includes(office.shelterId);
}

/** `name`: of the shelter. */
export function officeWords({ role, district }: RelayOffice, name: string | null): Bilingual {
  const label = ROLE_LABELS[role];
  const of = district ?? name;
  return of === null ? label : { ja: `${of}(${label.ja})`, en: `${of} (${label.en})` };
}
