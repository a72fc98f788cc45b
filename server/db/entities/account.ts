import { EntitySchema } from 'typeorm';
import type { Role } from '#domain/access/roles';
import {
  bigint,
  boolean,
  integer,
  KEY,
  NULLABLE,
  text,
  texts,
  timestamp,
  uuid,
  uuids,
} from './columns.ts';

interface AccountRow {
  id: string;
  version: number;
  loginName: string;
  loginKey: string;
  displayName: string;
  role: Role;
  municipalityCode: string | null;
  districts: string[] | null;
  shelterIds: string[];
  residentIds: string[];
  relayOfficeId: string | null;
  passwordHash: string | null;
  mustChangePassword: boolean;
  passwordExpiresAt: Date | null;
  totpSecret: string | null;
  totpSince: Date | null;
  totpLastStep: number;
  isDisabled: boolean;
  issuer: string | null;
  subject: string | null;
  createdAt: Date;
  lastSignInAt: Date | null;
}
export const Account = new EntitySchema<AccountRow>({
  name: 'account',
  columns: {
    id: uuid('id', KEY),
    version: integer('version'),
    loginName: text('login_name'),
    loginKey: text('login_key'),
    displayName: text('display_name'),
    role: text('role'),
    municipalityCode: text('municipality_code', NULLABLE),
    districts: texts('districts', NULLABLE),
    shelterIds: texts('shelter_ids'),
    residentIds: uuids('resident_ids'),
    relayOfficeId: uuid('relay_office_id', NULLABLE),
    passwordHash: text('password_hash', NULLABLE),
    mustChangePassword: boolean('must_change_password'),
    passwordExpiresAt: timestamp('password_expires_at', NULLABLE),
    totpSecret: text('totp_secret', NULLABLE),
    totpSince: timestamp('totp_since', NULLABLE),
    totpLastStep: bigint('totp_last_step'),
    isDisabled: boolean('is_disabled'),
    issuer: text('issuer', NULLABLE),
    subject: text('subject', NULLABLE),
    createdAt: timestamp('created_at'),
    lastSignInAt: timestamp('last_sign_in_at', NULLABLE),
  },
});

interface RecoveryCodeRow {
  accountId: string;
  codeHash: string;
  usedAt: Date | null;
}
export const RecoveryCode = new EntitySchema<RecoveryCodeRow>({
  name: 'recovery_code',
  columns: {
    accountId: uuid('account_id', KEY),
    codeHash: text('code_hash', KEY),
    usedAt: timestamp('used_at', NULLABLE),
  },
});

interface SessionRow {
  id: string;
  accountId: string;
  agentHash: string;
  agent: string | null;
  address: string | null;
  secondFactor: boolean;
  begunAt: Date;
  lastSeenAt: Date;
}
export const Session = new EntitySchema<SessionRow>({
  name: 'session',
  columns: {
    id: text('id', KEY),
    accountId: uuid('account_id'),
    agentHash: text('agent_hash'),
    agent: text('agent', NULLABLE),
    address: text('address', NULLABLE),
    secondFactor: boolean('second_factor'),
    begunAt: timestamp('begun_at'),
    lastSeenAt: timestamp('last_seen_at'),
  },
});

interface SignInFailureRow {
  key: string;
  failures: number;
  lastAt: Date;
  delayedUntil: Date;
}
export const SignInFailure = new EntitySchema<SignInFailureRow>({
  name: 'sign_in_failure',
  columns: {
    key: text('key', KEY),
    failures: integer('failures'),
    lastAt: timestamp('last_at'),
    delayedUntil: timestamp('delayed_until'),
  },
});
