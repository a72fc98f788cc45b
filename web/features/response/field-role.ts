import type { Role } from '#domain/access/roles';

/** Whether somebody is with the people and reports, instead of directing from a board. */
export function isFieldRole(role: Role | undefined): boolean {
  return role === 'supporter' || role === 'welfare-shelter';
}
