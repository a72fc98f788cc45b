import { z } from 'zod';
import { PUBLICATION_STATES } from '#domain/drill/publication';
import type { PublicDrillResult } from '#domain/drill/publish/public-result';
import { WARNING_LEVELS } from '#domain/warning/warning-level';
import { bilingualSchema, positionSchema, problemSchema } from './common.ts';

const minutes = z.number().nullable();
/** `few`: 1 to 4, or what would give such a number away; null = not known. */
const publicCountSchema = z.union([z.number().int(), z.literal('few'), z.null()]);

/** All that is public of a drill; `GET /public/drills/:id.json` answers it with its head (below). */
export const publicDrillResultSchema = z.object({
  title: z.string(),
  date: z.string(),
  shelters: z.array(
    z.object({
      name: z.string(),
      position: positionSchema.nullable(),
      careBeds: z.number().nullable(),
      careBedsTaken: publicCountSchema,
      power: z.enum(['within', 'over', 'unknown', 'few']),
    }),
  ),
  scenario: z.object({
    levels: z.array(z.object({ minute: z.number(), level: z.literal(WARNING_LEVELS) })),
    isNight: z.boolean(),
    isRain: z.boolean(),
    isPowerCut: z.boolean(),
    closedRoads: z.number().int(),
    injects: z.array(z.object({ minute: z.number(), text: z.string() })),
  }),
  plannedMinutes: z.number(),
  actualMinutes: minutes,
  phases: z.array(
    z.object({
      label: bilingualSchema,
      plannedStart: minutes,
      plannedEnd: minutes,
      actualStart: minutes,
      actualEnd: minutes,
      steps: z.array(
        z.object({
          label: bilingualSchema,
          role: bilingualSchema,
          isDone: z.boolean(),
          plannedMinutes: minutes,
          actualMinutes: minutes,
          heldUp: z.array(z.enum(['took-longer', 'waited', 'not-done', 'problem'])),
        }),
      ),
    }),
  ),
  participants: publicCountSchema,
  people: z.object({
    expected: publicCountSchema,
    arrived: publicCountSchema,
    notComing: publicCountSchema,
    missing: publicCountSchema,
    wheelchair: publicCountSchema,
  }),
  findings: z.array(
    z.object({
      text: z.string(),
      owner: z.string(),
      dueDate: z.string(),
      changes: z.enum(['none', 'template', 'route-closure', 'shelter', 'plans']),
      isDone: z.boolean(),
    }),
  ),
  dataDates: z.array(z.object({ label: bilingualSchema, date: z.string().nullable() })),
}) satisfies z.ZodType<PublicDrillResult>;

/** A name of the roster in a text, and where. */
const nameProblemSchema = bilingualSchema.extend({
  code: z.string(),
  /** E.g. `findings.0.text`, of `preview`. */
  path: z.string(),
  found: z.string(),
  /** From which character on (UTF-16). */
  at: z.number().int(),
});

/** `GET …/drills/:id/publication`; also the answer of what follows. */
export const drillPublicationSchema = z.object({
  state: z.enum(PUBLICATION_STATES),
  /** Moves with each step; sent back with it. 0 = nothing was done yet. */
  version: z.number().int(),
  /** As it would be published now; null: `unready` says why. */
  preview: publicDrillResultSchema.nullable(),
  unready: bilingualSchema.nullable(),
  /** Names in its texts: while there is any it cannot be asked for. */
  names: z.array(nameProblemSchema),
  /** What stands published, or waits to be; frozen when it was asked for. */
  frozen: publicDrillResultSchema.nullable(),
  /** The preview says something else than what is frozen. */
  isOutdated: z.boolean(),
  asked: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  approved: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  withdrawn: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
  /** `/public/drills/…`: stays the same however often it is published; null while nothing ever was. */
  address: z.string().nullable(),
  /** Or, where somebody asked, take that back. */
  mayAsk: z.boolean(),
  /** Not by whoever asked. */
  mayApprove: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type DrillPublication = z.output<typeof drillPublicationSchema>;

/**
 * `POST …/publication/ask`: freezes the preview and waits for an officer; 422 `publish.name-in-text` with `names`.
 * `POST …/publication/approve`: publishes what is frozen; by another officer than the one who asked, 409
 * `publication.own-request`. `POST …/publication/take-back`: takes the asking back. All with the version.
 */
export const publicationStepSchema = z.strictObject({ version: z.number().int().min(0) });
export const publicationNamesProblemSchema = problemSchema.extend({
  names: z.array(nameProblemSchema),
});
/** `POST …/publication/withdraw`: from then on the public addresses answer 410 with the reason. */
export const withdrawPublicationSchema = publicationStepSchema.extend({
  reason: z.string().trim().min(1).max(500),
});

/**
 * Without a session, with an ETag: `GET /public/drills/:id` (HTML, `?lang=ja|en`), `/public/drills/:id.pdf`,
 * `.csv` and `.json`. Never published: 404; withdrawn: 410.
 */
export const publicDrillSchema = z.object({
  municipality: z.string(),
  publishedAt: z.iso.datetime(),
  result: publicDrillResultSchema,
});
/** `GET /public/drills` (HTML, `?lang=ja|en`) and `.json`, without a session: what is published, the newest first. */
export const publicDrillListSchema = z.object({
  drills: z.array(
    z.object({
      id: z.string(),
      municipality: z.string(),
      title: z.string(),
      date: z.string(),
      shelters: z.array(z.string()),
      publishedAt: z.iso.datetime(),
      /** `/public/drills/…` */
      address: z.string(),
    }),
  ),
});
export type PublicDrillList = z.output<typeof publicDrillListSchema>;
export type PublicDrill = z.output<typeof publicDrillSchema>;
