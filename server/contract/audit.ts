import { z } from 'zod';
import { AUDIT_ACTION_NAMES } from '#domain/access/audit';
import { ROLES } from '#domain/access/roles';
import { PLAN_STEPS } from '#domain/plan/step-names';
import { dateSchema } from './common.ts';

const roleSchema = z.enum([...ROLES, 'system']);
const text = z.string().trim().max(100);

/** What is looked for; null or '' = anything. In the body, as a roster number is of a person. */
export const auditSearchSchema = z.object({
  from: dateSchema.nullable().default(null),
  until: dateSchema.nullable().default(null),
  /** Part of the name of an account. */
  name: text.default(''),
  action: z.enum(AUDIT_ACTION_NAMES).nullable().default(null),
  rosterNumber: text.default(''),
  /** Lines before this number. */
  before: z.number().int().positive().nullable().default(null),
  limit: z.number().int().min(1).max(200).default(100),
});
export type AuditSearch = z.output<typeof auditSearchSchema>;

export const auditEntrySchema = z.object({
  seq: z.number().int(),
  at: z.string(),
  role: roleSchema,
  name: z.string(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  action: z.enum(AUDIT_ACTION_NAMES),
  /** On what ground: inside the city hall, what people consented to, or none. */
  purpose: z.string(),
  peopleCount: z.number().int(),
  /** Disaster mode was open then. */
  isDisaster: z.boolean(),
  requestId: z.string().nullable(),
  /** Which step of a plan was taken; null for all else. */
  step: z.enum(PLAN_STEPS).nullable(),
  /** The change was refused, with this code. */
  refused: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** There may be more: lines before this number. */
  next: z.number().int().nullable(),
  /** False where a roster number was asked for that nobody has. */
  isPersonKnown: z.boolean(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

export const auditEntryPeopleSchema = z.object({
  /** By number on the roster; null where the person is no longer there. */
  people: z.array(z.object({ id: z.string(), rosterNumber: z.string().nullable() })),
});

const chainHeadSchema = z.object({ seq: z.number().int(), hash: z.string() });

/** The chain, from what was pruned to its head; `brokenAt` is the first line that does not hold. */
export const auditCheckSchema = z.object({
  entries: z.number().int(),
  head: chainHeadSchema,
  brokenAt: z.number().int().nullable(),
});
export type AuditCheck = z.infer<typeof auditCheckSchema>;

export const auditStateSchema = z.object({
  head: chainHeadSchema,
  retentionDays: z.number().int(),
  pruned: z.object({ throughSeq: z.number().int(), at: z.string() }).nullable(),
});
export type AuditState = z.infer<typeof auditStateSchema>;

/** Who saw whom while a disaster mode was open. */
export const disasterReportSchema = z.object({
  seen: z.array(
    z.object({
      name: z.string(),
      role: roleSchema,
      people: z.number().int(),
      times: z.number().int(),
      firstAt: z.string(),
      lastAt: z.string(),
    }),
  ),
  /** Different people who were seen by anybody. */
  people: z.number().int(),
});
export type DisasterReport = z.infer<typeof disasterReportSchema>;
