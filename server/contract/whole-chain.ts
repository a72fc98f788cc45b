import { z } from 'zod';
import { SUPPORTERS_HIDDEN } from '#domain/access/supporters-hidden';
import { RELATIONS } from '#domain/hazard/relation';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import { ACCURACIES } from '#domain/resident/accuracy';
import { FINDING_CODES, GRAVITIES, WAY_KINDS } from '#domain/routing/whole-chain/finding';
import { SHELTER_KINDS } from '#domain/shelter/shelter';
import { bilingualSchema, dateSchema, positionSchema } from './common.ts';
import {
  closedSchema,
  closures,
  dataDatesSchema,
  routeAnswerSchema,
  routeSchema,
} from './route.ts';

const idSchema = z.string().min(1).max(200);

/** `POST …/residents/:id/whole-chain` */
export const wholeChainQuestionSchema = z.strictObject({
  /** null: the shelter that the router finds best for the home. */
  shelterId: idSchema.nullable().default(null),
  /** How the resident moves; null: by what the roster says of care level and disability. */
  profile: idSchema.nullable().default(null),
  /** How a supporter comes. */
  supporterProfile: idSchema.default('walking-elderly'),
  policy: idSchema.default('keep-out-of-red'),
  isNight: z.boolean().default(false),
  ...closures,
});
export type WholeChainQuestion = z.input<typeof wholeChainQuestionSchema>;

const chainPlaceSchema = z.object({
  /** `home`, `destination`, or `supporter-0` for the first supporter's home. */
  key: z.string(),
  label: bilingualSchema,
  position: positionSchema.nullable(),
  accuracy: z.enum(ACCURACIES),
  relation: z.enum(RELATIONS),
  redRelation: z.enum(RELATIONS),
  /** The judgement in a sentence. */
  sentence: bilingualSchema,
  /** Of each class and phenomenon the nearest zone within 500 m, outside ones too; gravest first. */
  nearest: z.array(
    z.object({
      zoneId: z.string(),
      zoneClass: z.enum(ZONE_CLASSES),
      phenomenon: z.enum(PHENOMENA),
      relation: z.enum(RELATIONS),
      /** To the boundary, negative inside. */
      signedDistanceMeters: z.number(),
    }),
  ),
});

const wayKeySchema = z.object({
  kind: z.enum(WAY_KINDS),
  /** Number of the supporter from 0; null for `direct`. */
  supporter: z.number().int().nullable(),
});

const chainWaySchema = wayKeySchema.extend({
  label: bilingualSchema,
  profile: z.string(),
  /** Gone by the better way to meet; findings are told of these alone. */
  isUsed: z.boolean(),
  /** null: there is none, and `problem` says why. */
  route: routeSchema.nullable(),
  problem: bilingualSchema.extend({ code: z.string() }).nullable(),
});

const meetingCostSchema = z.object({ redMeters: z.number(), seconds: z.number() }).nullable();

/** All of one resident's evacuation: never "safe", worst first, with the dates of what it rests on. */
export const wholeChainSchema = z.object({
  resident: z.object({ id: z.string(), name: z.string() }),
  profile: z.object({
    id: z.string(),
    /** By what fact of the roster it was taken; null where it was asked for. */
    because: bilingualSchema.nullable(),
  }),
  /** Home, supporters' homes in their order, destination. */
  places: z.array(chainPlaceSchema),
  destination: z
    .object({
      shelterId: z.string(),
      name: z.string(),
      kind: z.enum(SHELTER_KINDS),
      /** Found by the router, and not chosen. */
      isBest: z.boolean(),
      datasetAsOf: dateSchema.nullable(),
    })
    .nullable(),
  ways: z.array(chainWaySchema),
  /** null: not known from the roster, or not for the actor to see. */
  supporters: z
    .array(
      z.object({
        name: z.string(),
        relationship: z.string().nullable(),
        /** null: no way to meet was found. */
        better: z.enum(['at-home', 'at-supporter']).nullable(),
        atHome: meetingCostSchema,
        atSupporter: meetingCostSchema,
      }),
    )
    .nullable(),
  supportersHidden: z.enum(SUPPORTERS_HIDDEN).nullable(),
  findings: z.array(
    bilingualSchema.extend({
      gravity: z.enum(GRAVITIES),
      code: z.enum(FINDING_CODES),
      place: z.string().nullable(),
      way: wayKeySchema.nullable(),
    }),
  ),
  closed: closedSchema,
  onSite: routeAnswerSchema.shape.onSite,
  data: dataDatesSchema.extend({
    /** Of when the roster is that says where people live and who helps. */
    roster: dateSchema.nullable(),
  }),
});
export type WholeChain = z.output<typeof wholeChainSchema>;
