import type { Role } from './roles.ts';

/** What somebody whom the city's sign-in names is let in as. */
export interface Grant {
  readonly role: Role;
  /** null: every municipality; for administrators of the installation alone. */
  readonly municipalityCode: string | null;
  /** null = all of the municipality. */
  readonly districts: readonly string[] | null;
  /** Facilities of a welfare shelter; null: what was assigned here stays as it is. */
  readonly shelterIds: readonly string[] | null;
}

/** Value of a claim → what it grants, the weightier first. */
export type GrantTable = ReadonlyMap<string, Grant>;

/**
 * The values of a claim. Its name is taken as it is written first (`https://city.example/roles`), and else
 * as a path (`realm_access.roles`). Anything but words in it grants nothing.
 */
export function claimValues(claims: Readonly<Record<string, unknown>>, name: string): string[] {
  const found = Object.hasOwn(claims, name) ? claims[name] : alongPath(claims, name.split('.'));
  const values: readonly unknown[] = Array.isArray(found) ? found : [found];
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}

function alongPath(claims: unknown, path: readonly string[]): unknown {
  let value = claims;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

/**
 * As what the values let somebody in; null where none of them is in the table. The first entry of the
 * table that fits decides; others of the same role and municipality add their districts and facilities.
 */
export function grantOf(values: readonly string[], table: GrantTable): Grant | null {
  const fitting = [...table].filter(([value]) => values.includes(value)).map(([, grant]) => grant);
  const [first] = fitting;
  if (first === undefined) return null;
  const alike = fitting.filter(
    ({ role, municipalityCode }) =>
      role === first.role && municipalityCode === first.municipalityCode,
  );
  return {
    ...first,
    districts: together(alike.map(({ districts }) => districts)),
    shelterIds: alike.every(({ shelterIds }) => shelterIds === null)
      ? null
      : [...new Set(alike.flatMap(({ shelterIds }) => shelterIds ?? []))],
  };
}

/** One that has no limit lifts the limits of the others. */
function together(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  const limited = lists.filter((list) => list !== null);
  return limited.length < lists.length ? null : [...new Set(limited.flat())];
}
