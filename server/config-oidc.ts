import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import type { GrantTable } from '#domain/access/claim-grant';
import { ROLES } from '#domain/access/roles';

/** The city's single sign-on (OpenID Connect), as the operator set it. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Holds the secret, which is read when it is needed and kept nowhere else. */
  readonly clientSecretFile: string;
  /** How the secret is shown at the token endpoint. */
  readonly clientAuthentication: 'basic' | 'post';
  readonly scope: string;
  readonly prompt: string | null;
  /** Claim with what somebody is in the city's directory. */
  readonly roleClaim: string;
  readonly roles: GrantTable;
  /** Where somebody who signs out is signed out: here alone, or at the provider too. */
  readonly signOut: 'here' | 'provider';
  /** How far the clocks of both servers may be apart. */
  readonly clockToleranceSeconds: number;
  /** Stands on the button of the sign-in page. */
  readonly label: string;
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/;

/** Secrets travel to it: in the clear on this machine alone. */
const issuer = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || LOOPBACK.test(hostname);
});

const grant = z
  .strictObject({
    role: z.enum(ROLES),
    municipality: municipalityCodeSchema.optional(),
    districts: z.array(z.string().min(1)).min(1).optional(),
    shelters: z.array(z.string().min(1)).optional(),
  })
  // Without these two somebody would see every municipality, or every district.
  .refine(({ role, municipality }) => role === 'administrator' || municipality !== undefined)
  .refine(({ role, districts }) => role !== 'district-organisation' || districts !== undefined)
  .transform(({ role, municipality, districts, shelters }) => ({
    role,
    municipalityCode: municipality ?? null,
    districts: districts ?? null,
    shelterIds: shelters ?? null,
  }));

const roles = z
  .record(z.string().min(1), grant)
  .transform((table): GrantTable => new Map(Object.entries(table)))
  .refine(({ size }) => size > 0);

const schema = z.object({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: z.string(),
  OIDC_CLIENT_SECRET_FILE: z
    .string()
    .transform((path) => resolve(path))
    .refine((path) => contentOf(path) !== ''),
  OIDC_CLIENT_AUTHENTICATION: z.enum(['basic', 'post']).default('basic'),
  OIDC_SCOPE: z
    .string()
    .default('openid profile')
    .refine((scope) => scope.split(' ').includes('openid')),
  OIDC_PROMPT: z.enum(['login', 'select_account', 'consent']).optional(),
  OIDC_SIGN_OUT: z.enum(['here', 'provider']).default('here'),
  OIDC_ROLE_CLAIM: z.string().default('roles'),
  OIDC_ROLES: z.string().transform(jsonIn).pipe(roles),
  OIDC_CLOCK_TOLERANCE_SECONDS: z.coerce.number().int().min(0).max(600).default(60),
  OIDC_LABEL: z.string().max(60).default('シングルサインオン'),
});

/**
 * The settings of the single sign-on; null where OIDC_ISSUER is not set. OIDC_ROLES_FILE may hold what
 * OIDC_ROLES would.
 *
 * @returns in place of settings the names of the variables whose values are wrong
 */
export function readOidc(
  given: Readonly<Record<string, string | undefined>>,
): { readonly settings: OidcSettings | null } | { readonly wrong: readonly string[] } {
  const { OIDC_ROLES, OIDC_ROLES_FILE, ...others } = given;
  if (others.OIDC_ISSUER === undefined) return { settings: null };
  const table =
    OIDC_ROLES ?? (OIDC_ROLES_FILE === undefined ? undefined : contentOf(OIDC_ROLES_FILE));
  const parsed = schema.safeParse({ ...others, OIDC_ROLES: table });
  if (!parsed.success)
    return { wrong: [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))] };
  const set = parsed.data;
  return {
    settings: {
      issuer: set.OIDC_ISSUER,
      clientId: set.OIDC_CLIENT_ID,
      clientSecretFile: set.OIDC_CLIENT_SECRET_FILE,
      clientAuthentication: set.OIDC_CLIENT_AUTHENTICATION,
      scope: set.OIDC_SCOPE,
      prompt: set.OIDC_PROMPT ?? null,
      roleClaim: set.OIDC_ROLE_CLAIM,
      roles: set.OIDC_ROLES,
      signOut: set.OIDC_SIGN_OUT,
      clockToleranceSeconds: set.OIDC_CLOCK_TOLERANCE_SECONDS,
      label: set.OIDC_LABEL,
    },
  };
}

/** '' for a file that cannot be read, which nothing here accepts. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
