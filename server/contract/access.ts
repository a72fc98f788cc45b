import { z } from 'zod';
import { CONSENT_PURPOSES, CONSENT_STATES } from '#domain/access/consent';
import { DISASTER_ARTICLES, MOST_DISASTER_HOURS } from '#domain/access/disaster-mode';
import { ROLES } from '#domain/access/roles';
import { ACCESS_NAMES, type Access } from '#domain/access/rules';
import { dateSchema } from './common.ts';

/** Who is asking, and what the role may do. */
export const ownAccessSchema = z.object({
  role: z.enum([...ROLES, 'system']),
  name: z.string(),
  /** null = every district. */
  districts: z.array(z.string()).nullable(),
  may: z.array(z.enum(ACCESS_NAMES as [Access, ...Access[]])),
});

const consentContentSchema = z.object({
  state: z.enum(CONSENT_STATES),
  /** When the person said so. */
  decidedOn: dateSchema.nullable(),
  /** Who explained it. */
  explainedBy: z.string().trim().min(1).max(100).nullable(),
  onPaper: z.boolean(),
  /** Facilities that the plan names, to which it is given; none for the roster. */
  shelterIds: z.array(z.string().min(1).max(200)).max(20),
});
export type ConsentContent = z.infer<typeof consentContentSchema>;

export const consentSchema = consentContentSchema.extend({
  purpose: z.enum(CONSENT_PURPOSES),
  /** 0 where nothing was ever recorded. */
  version: z.number().int(),
  /** Whether it is given to support organisations in peacetime as things stand. */
  isGiven: z.boolean(),
  /** The paper as it was scanned; null where there is none. */
  scan: z
    .object({
      id: z.string(),
      mediaType: z.string(),
      bytes: z.number().int(),
      addedAt: z.string(),
      addedBy: z.string(),
    })
    .nullable(),
});
export const SCAN_MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export const MOST_SCAN_BYTES = 10 * 2 ** 20;
/** Takes a scan away, or that back. */
export const removeScanSchema = z.object({ isRemoved: z.boolean() });

export type Consent = z.infer<typeof consentSchema>;

export const consentsSchema = z.object({
  consents: z.array(consentSchema),
  /** The newest first. */
  history: z.array(
    z.object({
      purpose: z.enum(CONSENT_PURPOSES),
      version: z.number().int(),
      at: z.string(),
      by: z.string(),
      former: consentContentSchema.nullable(),
      record: consentContentSchema,
    }),
  ),
});
export type Consents = z.infer<typeof consentsSchema>;

/** `version` is the one that was read: a newer one on the server is a 409. */
export const saveConsentSchema = consentContentSchema.extend({ version: z.number().int().min(0) });

/** The ordinance by which data is given unless the person refuses. */
export const consentRuleSchema = z.object({
  version: z.number().int().min(0),
  byOrdinance: z.boolean(),
  /** Its name and article; it has to be said where there is one. */
  ordinance: z.string().trim().min(1).max(200).nullable(),
});
export type ConsentRule = z.infer<typeof consentRuleSchema>;

export const disasterModeSchema = z.object({
  id: z.string(),
  districts: z.array(z.string()).nullable(),
  articles: z.array(z.enum(DISASTER_ARTICLES)),
  reason: z.string(),
  openedBy: z.string(),
  beginsAt: z.string(),
  endsAt: z.string(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  isOpen: z.boolean(),
});
export type DisasterMode = z.infer<typeof disasterModeSchema>;
/** Open ones first, then the newest first. */
export const disasterModesSchema = z.object({ modes: z.array(disasterModeSchema) });

export const openDisasterModeSchema = z.object({
  /** Names of districts; null = all of the municipality. */
  districts: z.array(z.string().min(1).max(100)).min(1).max(200).nullable(),
  articles: z.array(z.enum(DISASTER_ARTICLES)).min(1),
  reason: z.string().trim().min(1).max(500),
  /** It ends by itself after so many hours. */
  hours: z.number().int().min(1).max(MOST_DISASTER_HOURS),
});
export type OpenDisasterMode = z.infer<typeof openDisasterModeSchema>;
