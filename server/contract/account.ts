import { z } from 'zod';
import { ROLES } from '#domain/access/roles';
import { municipalityCodeSchema } from './common.ts';

/** Length over composition (NIST SP 800-63B): nothing is asked of a password but length and that it is not known. */
export const LEAST_PASSWORD_LENGTH = 12;
export const MOST_PASSWORD_LENGTH = 256;

const typedPassword = z.string().min(1).max(MOST_PASSWORD_LENGTH);
const loginName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._@-]{1,64}$/u);
const timeSchema = z.string();

/** The account that is signed in. */
export const ownAccountSchema = z.object({
  id: z.uuid(),
  loginName: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  /** null: administrators of the installation. */
  municipalityCode: z.string().nullable(),
  /** null = every district. */
  districts: z.array(z.string()).nullable(),
  /** Facilities that the account is of. */
  shelterIds: z.array(z.string()),
  /** Nothing else is answered until the password is changed. */
  mustChangePassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** false for those who come by single sign-on: there is no password here. */
  isLocal: z.boolean(),
});
export type OwnAccount = z.infer<typeof ownAccountSchema>;

const demoAccountSchema = z.object({
  loginName: z.string(),
  password: z.string(),
  role: z.enum(ROLES),
  displayName: z.string(),
});
export type DemoAccount = z.infer<typeof demoAccountSchema>;

export const sessionViewSchema = z.object({
  /** null: nobody, or the second factor is still asked for. */
  account: ownAccountSchema.nullable(),
  needsSecondFactor: z.boolean(),
  /** Only while the program shows its demo city. */
  demoAccounts: z.array(demoAccountSchema),
  /** Single sign-on, where the operator set it: what stands on its button. */
  sso: z.object({ label: z.string() }).nullable(),
  /** How long a session lasts unused: a page that nobody sits at hides by then. */
  idleMinutes: z.number().int(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

export const signedOutSchema = sessionViewSchema.extend({
  /** Where to go on to, so that the session at the provider of the single sign-on ends too. */
  signOutAt: z.string().nullable(),
});

export const signInSchema = z.object({
  loginName: z.string().trim().min(1).max(200),
  password: typedPassword,
});

/** Of the authenticator (six digits), or a recovery code. */
export const secondFactorCodeSchema = z.object({ code: z.string().trim().min(6).max(40) });

/** One's own sessions, the newest first. */
export const sessionListSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      begunAt: timeSchema,
      lastSeenAt: timeSchema,
      /** Kind of program, e.g. `Firefox`; null where it did not say. */
      agent: z.string().nullable(),
      address: z.string().nullable(),
      isCurrent: z.boolean(),
    }),
  ),
});

export const changePasswordSchema = z.object({
  current: typedPassword,
  next: z.string().max(MOST_PASSWORD_LENGTH),
});

export const secondFactorStartSchema = z.object({
  /** Base 32, to type where no picture can be taken. */
  secret: z.string(),
  /** otpauth://… */
  uri: z.string(),
  /** The same as a QR code: an SVG document. */
  qrSvg: z.string(),
});
export type SecondFactorStart = z.infer<typeof secondFactorStartSchema>;
/** Shown once; each signs in once in place of the authenticator. */
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });
export const removeSecondFactorSchema = z.object({ password: typedPassword });

/** What an administrator says of an account. */
const accountContentSchema = z.object({
  displayName: z.string().trim().min(1).max(100),
  role: z.enum(ROLES),
  /** null for administrators alone. */
  municipalityCode: municipalityCodeSchema.nullable(),
  /** null = every district. */
  districts: z.array(z.string().min(1).max(100)).max(500).nullable(),
  /** A welfare shelter's own facilities. */
  shelterIds: z.array(z.string().min(1).max(200)).max(20),
  /** A supporter's own people, by their ids. */
  residentIds: z.array(z.uuid()).max(200),
  /** The office of the city's list that the account is of (relay sheets); null: of none. */
  relayOfficeId: z.uuid().nullable().default(null),
});
export type AccountContent = z.infer<typeof accountContentSchema>;
export const createAccountSchema = accountContentSchema.extend({ loginName });
export const changeAccountSchema = accountContentSchema.extend({
  version: z.number().int(),
  isDisabled: z.boolean(),
});

export const accountSchema = accountContentSchema.extend({
  id: z.uuid(),
  version: z.number().int(),
  loginName: z.string(),
  isDisabled: z.boolean(),
  mustChangePassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** false: comes by single sign-on, has no password here. */
  isLocal: z.boolean(),
  createdAt: timeSchema,
  lastSignInAt: timeSchema.nullable(),
});
export type Account = z.infer<typeof accountSchema>;
export const accountListSchema = z.object({ accounts: z.array(accountSchema) });
/** Told once: of a new account, or of one that was reset. */
export const oneTimePasswordSchema = z.object({
  account: accountSchema,
  oneTimePassword: z.string(),
});
export const resetAccountSchema = z.object({ version: z.number().int() });
