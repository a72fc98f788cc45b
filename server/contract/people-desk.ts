import { z } from 'zod';
import { CONSENT_STATES } from '#domain/access/consent';
import { RELATIONS } from '#domain/hazard/relation';
import { PLAN_STAGES } from '#domain/plan/states';
import { ACCURACIES } from '#domain/resident/accuracy';
import { DUPLICATE_REASONS } from '#domain/resident/duplicate-score';
import { PLAN_STATES } from '#domain/resident/facts';
import { SEXES } from '#domain/resident/roster-entry';
import { bilingualSchema, dateSchema, positionSchema } from './common.ts';

/** Columns that a file of the list may have, in the order of the choice. */
export const RESIDENT_COLUMNS = [
  'rank',
  'tier',
  'possibleTier',
  'score',
  'rosterNumber',
  'name',
  'nameKana',
  'age',
  'district',
  'address',
  'careLevel',
  'household',
  'power',
  'supporters',
  'plan',
  'red',
  'relation',
  'distance',
  'phenomena',
  'accuracy',
  'lng',
  'lat',
] as const;
export type ResidentColumn = (typeof RESIDENT_COLUMNS)[number];

/** `rank,name,district`: the columns in the order asked for; all of them where it is not given. */
export const columnsSchema = z
  .string()
  .regex(/^[A-Za-z,]+$/)
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(RESIDENT_COLUMNS)).min(1));

/** A filter that was saved under a name: its query text, and never what somebody typed to search. */
export const savedFilterSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  /** Filters and order as in the address bar, e.g. `tier=1&red=inside&sort=district,-age`. */
  query: z.string(),
  updatedAt: z.string(),
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;
export const savedFilterListSchema = z.object({ filters: z.array(savedFilterSchema) });
const nameSchema = z.string().trim().min(1).max(60);
export const newFilterSchema = z.object({ name: nameSchema, query: z.string().max(2000) });
export const saveFilterSchema = newFilterSchema.extend({ version: z.number().int() });
/** Removes a saved filter, or takes that back. */
export const removeFilterSchema = z.object({ version: z.number().int(), isRemoved: z.boolean() });

const placeSchema = z.object({
  position: positionSchema.nullable(),
  accuracy: z.enum(ACCURACIES),
  radiusMeters: z.number().nullable(),
  source: z.string().nullable(),
});

export const HISTORY_KINDS = [
  'entered',
  'changed',
  'archived',
  'returned',
  'moved',
  'restored',
  'placed',
  'judged',
  'left',
  'merged',
  'unmerged',
] as const;

/** What became of a person, the newest first. */
export const residentHistorySchema = z.object({
  entries: z.array(
    z.object({
      at: z.string(),
      kind: z.enum(HISTORY_KINDS),
      by: z.string().nullable(),
      /** Why, where somebody said so. */
      reason: z.string().nullable(),
      /** File of the import, where one did it. */
      file: z.string().nullable(),
      /** Fact by fact what it was and what it became, in words. */
      changes: z.array(
        z.object({
          label: bilingualSchema,
          from: bilingualSchema.nullable(),
          to: bilingualSchema.nullable(),
        }),
      ),
      /** Where the person stood before, for moves; version of the person that the move made. */
      former: placeSchema.nullable(),
      version: z.number().int().nullable(),
    }),
  ),
});
export type ResidentHistory = z.infer<typeof residentHistorySchema>;

/** Takes a move back. `version` is the person's as it was read, `moveVersion` the one that the move made. */
export const restorePositionSchema = z.object({
  version: z.number().int(),
  moveVersion: z.number().int(),
});

/** Where a person may live: what the address leads to and what lies beside it. */
export const positionCandidatesSchema = z.object({
  candidates: z.array(
    z.object({
      name: z.string(),
      level: z.enum(['block', 'town']),
      position: positionSchema,
      radiusMeters: z.number(),
      /** The address leads here; the others lie in the same town or are named alike. */
      isMatch: z.boolean(),
    }),
  ),
  /** Why the address leads nowhere; null where it does. */
  reason: bilingualSchema.nullable(),
});
export type PositionCandidates = z.infer<typeof positionCandidatesSchema>;
/** Another text to look for in place of the address of the roster. */
export const candidateRequestSchema = z.object({ text: z.string().max(200).nullable() });

/** People of whom the position is why they cannot be judged; the gravest first. */
export const openPositionsSchema = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      accuracy: z.enum(ACCURACIES),
      redRelation: z.enum(RELATIONS),
      relation: z.enum(RELATIONS),
      rank: z.number().int(),
      possibleTier: z.number().int(),
    }),
  ),
  /** Settled so far: placed by hand so that they can be judged, or left as they are with a reason. */
  settled: z.number().int(),
});
export type OpenPositions = z.infer<typeof openPositionsSchema>;
/** Leaves a position as it is; `reason` null takes that back. */
export const leavePositionSchema = z.object({
  version: z.number().int(),
  reason: z.string().trim().min(1).max(500).nullable(),
});

const duplicatePersonSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  rosterNumber: z.string(),
  name: z.string(),
  nameKana: z.string().nullable(),
  birthDate: dateSchema.nullable(),
  sex: z.enum(SEXES).nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  district: z.string().nullable(),
  careLevel: z.string().nullable(),
  supporterCount: z.number().int().nullable(),
  tier: z.number().int().nullable(),
  archivedAt: z.string().nullable(),
  /** Where the plan stands; null where none was written. */
  planStage: z.enum(PLAN_STAGES).nullable(),
  planVersion: z.number().int(),
  /** What is known of a plan, written here or by the roster's word; null: not known. */
  plan: z.enum(PLAN_STATES).nullable(),
  /** Whether the roster and the plan may be given in peacetime. */
  consents: z.object({ roster: z.enum(CONSENT_STATES), plan: z.enum(CONSENT_STATES) }),
});
export const duplicatesSchema = z.object({
  /** Pairs that nobody has judged yet, the likeliest first. */
  pairs: z.array(
    z.object({
      a: duplicatePersonSchema,
      b: duplicatePersonSchema,
      /** 0 to 100. */
      score: z.number(),
      reasons: z.array(z.enum(DUPLICATE_REASONS)),
    }),
  ),
  /** How many pairs were judged: the same person, different people. */
  judged: z.object({ same: z.number().int(), different: z.number().int() }),
});
export type Duplicates = z.infer<typeof duplicatesSchema>;

const pair = { a: z.uuid(), b: z.uuid() };
/** `same`: the other of the two is archived and points to `keepId`. Versions as they were read. */
export const judgeDuplicateSchema = z.discriminatedUnion('decision', [
  z.object({
    ...pair,
    decision: z.literal('same'),
    keepId: z.uuid(),
    versions: z.object({ a: z.number().int(), b: z.number().int() }),
  }),
  z.object({ ...pair, decision: z.literal('different') }),
  z.object({ ...pair, decision: z.literal('undo') }),
]);
export type JudgeDuplicate = z.infer<typeof judgeDuplicateSchema>;
