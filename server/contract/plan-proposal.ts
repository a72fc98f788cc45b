import { z } from 'zod';
import { RELATIONS } from '#domain/hazard/relation';
import { UNPLACED_CODES } from '#domain/plan/assignment/proposal';
import { USUAL_MOST_HELPED } from '#domain/plan/assignment/supporters';
import { USUAL_WEIGHTS } from '#domain/plan/assignment/weights';
import { DESTINATION_REASON_CODES, REASON_BEARINGS } from '#domain/plan/destination-reasons';
import { SHELTER_KINDS } from '#domain/shelter/shelter';
import { bilingualSchema, dateSchema, positionSchema } from './common.ts';
import { dataDatesSchema } from './route.ts';

const idSchema = z.string().min(1).max(200);

const reasonSchema = bilingualSchema.extend({
  code: z.enum(DESTINATION_REASON_CODES),
  bearing: z.enum(REASON_BEARINGS),
});

const travelSchema = z.object({
  profile: z.string(),
  /** Nobody knows how the person moves: the slower way of walking stands in. */
  isAssumed: z.boolean(),
  because: bilingualSchema,
});

/** Of when the data are that a proposal rests on. */
const proposalDataSchema = dataDatesSchema.extend({
  roster: dateSchema.nullable(),
  shelters: z.array(dateSchema.nullable()),
});

/** `POST …/residents/:id/destination-proposal` */
export const destinationQuestionSchema = z.strictObject({
  /** null: by the means of the plan, else by what the roster says. */
  profile: idSchema.nullable().default(null),
  isNight: z.boolean().default(false),
  most: z.number().int().min(1).max(200).default(20),
});
export type DestinationQuestion = z.input<typeof destinationQuestionSchema>;

/** The best first, unsuitable ones last: they may be chosen all the same, with their reasons. */
export const destinationProposalSchema = z.object({
  resident: z.object({ id: z.string(), name: z.string() }),
  travel: travelSchema,
  destinations: z.array(
    z.object({
      shelterId: z.string(),
      name: z.string(),
      kind: z.enum(SHELTER_KINDS),
      address: z.string().nullable(),
      position: positionSchema.nullable(),
      capacity: z.number().int().nullable(),
      planned: z.number().int(),
      freeCapacity: z.number().int().nullable(),
      isUnsuitable: z.boolean(),
      reasons: z.array(reasonSchema),
      /** null: there is none, or the home is not placed. */
      way: z
        .object({
          redMeters: z.number(),
          yellowMeters: z.number(),
          unknownMeters: z.number(),
          lengthMeters: z.number(),
          seconds: z.number(),
        })
        .nullable(),
      datasetAsOf: dateSchema.nullable(),
    }),
  ),
  total: z.number().int(),
  data: proposalDataSchema,
});
export type DestinationProposal = z.output<typeof destinationProposalSchema>;

const weight = (usual: number) => z.number().min(0).max(10_000).default(usual);
const weightsSchema = z.strictObject({
  secondsPerRedMeter: weight(USUAL_WEIGHTS.secondsPerRedMeter),
  secondsAgainst: weight(USUAL_WEIGHTS.secondsAgainst),
  secondsUnknown: weight(USUAL_WEIGHTS.secondsUnknown),
  secondsNotByGroup: weight(USUAL_WEIGHTS.secondsNotByGroup),
});

/** `POST …/plan-proposals`: places everybody at once, as a job. */
export const proposeAllSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** null: the whole municipality. */
  districts: z.array(z.string().min(1).max(200)).min(1).max(200).nullable().default(null),
  /** By the relation of the home to red zones; null: everybody. */
  red: z.array(z.enum(RELATIONS)).min(1).nullable().default(null),
  isNight: z.boolean().default(false),
  unknownCapacity: z.enum(['not-limited', 'left-out']).default('not-limited'),
  weights: weightsSchema.default(USUAL_WEIGHTS),
  /** Chosen by hand: these stay. */
  fixed: z
    .array(z.strictObject({ residentId: z.uuid(), shelterId: idSchema }))
    .max(30_000)
    .default([]),
  /** Whether people without a supporter are given one of those who are known. */
  withSupporters: z.boolean().default(true),
  mostHelped: z.number().int().min(1).max(20).default(USUAL_MOST_HELPED),
  /** Farther than this nobody is asked to come. */
  supporterWithinSeconds: z.number().min(60).max(7200).default(1200),
});
export type ProposeAll = z.input<typeof proposeAllSchema>;
export type ProposalConditions = z.output<typeof proposeAllSchema>;

const otherSchema = z.object({
  shelterId: z.string(),
  redMeters: z.number(),
  seconds: z.number(),
  /** In seconds of the weights: below 0 where it would be better for this person alone. */
  moreCost: z.number(),
});

/** What is proposed to one person. */
export const placementSchema = z.object({
  /** null: not placed, or by hand to a place that is no shelter of the list. */
  shelterId: z.string().nullable(),
  isFixed: z.boolean(),
  redMeters: z.number().nullable(),
  seconds: z.number().nullable(),
  reasons: z.array(reasonSchema),
  /** Better for this person alone and full with others; the best three. */
  givenToOthers: z.array(otherSchema),
  nextBest: otherSchema.nullable(),
  unplaced: z.enum(UNPLACED_CODES).nullable(),
  travel: travelSchema,
  /** null: the person has a supporter, or it is not known whether; else who is proposed, or why nobody. */
  supporter: z
    .object({
      helper: z
        .object({
          name: z.string(),
          phone: z.string().nullable(),
          address: z.string().nullable(),
          position: positionSchema,
          /** How many people name them already. */
          helps: z.number().int(),
        })
        .nullable(),
      seconds: z.number().nullable(),
      nextBest: z.object({ name: z.string(), moreSeconds: z.number() }).nullable(),
      unplaced: z.enum(['none-near', 'all-busy']).nullable(),
    })
    .nullable(),
});
export type Placement = z.output<typeof placementSchema>;

export const proposalFiguresSchema = z.object({
  people: z.number().int(),
  placed: z.number().int(),
  fixed: z.number().int(),
  unplaced: z.record(z.enum(UNPLACED_CODES), z.number().int()),
  redMeters: z.number(),
  peopleInRed: z.number().int(),
  farthestSeconds: z.number().nullable(),
  meanSeconds: z.number().nullable(),
  waysUnknown: z.number().int(),
  capacityUsed: z.number().int(),
  capacityKnown: z.number().int(),
  placedAtUnknownCapacity: z.number().int(),
  supportersProposed: z.number().int(),
  withoutSupporter: z.number().int(),
  supportersUnknown: z.number().int(),
  /** In facilities, who have the facility's plan. */
  inFacilities: z.number().int(),
});

const useSchema = z.object({
  shelterId: z.string(),
  name: z.string(),
  capacity: z.number().int().nullable(),
  planned: z.number().int(),
  placed: z.number().int(),
  /** By hand beyond the capacity. */
  over: z.number().int(),
});

export const proposalSummarySchema = z.object({
  figures: proposalFiguresSchema,
  uses: z.array(useSchema),
  data: proposalDataSchema,
});
export type ProposalSummary = z.output<typeof proposalSummarySchema>;

export const proposalHeadSchema = proposalSummarySchema.omit({ uses: true }).extend({
  id: z.string(),
  name: z.string(),
  conditions: proposeAllSchema.omit({ fixed: true }),
  createdAt: z.string(),
  createdBy: z.string(),
  /** How many were taken over into plans. */
  taken: z.number().int(),
});
export const proposalListSchema = z.object({ proposals: z.array(proposalHeadSchema) });

const personSchema = z.object({
  residentId: z.string(),
  name: z.string(),
  district: z.string().nullable(),
});

/** `GET …/plan-proposals/:id`: people by their number on the roster. */
export const proposalQuerySchema = z.object({
  only: z.enum(['all', 'unplaced', 'in-red', 'given-to-others', 'not-taken']).default('all'),
  shelter: idSchema.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const proposalSchema = proposalHeadSchema.extend({
  uses: z.array(useSchema),
  total: z.number().int(),
  offset: z.number().int(),
  people: z.array(
    personSchema.extend({
      placement: placementSchema,
      takenAt: z.string().nullable(),
      takenBy: z.string().nullable(),
    }),
  ),
});
export type Proposal = z.output<typeof proposalSchema>;

/** `GET …/plan-proposals/:id/compare?with=` */
export const proposalComparisonQuerySchema = z.object({ with: z.uuid() });
const sideSchema = z
  .object({
    shelterId: z.string().nullable(),
    isPlaced: z.boolean(),
    redMeters: z.number().nullable(),
    seconds: z.number().nullable(),
  })
  .nullable();
export const proposalComparisonSchema = z.object({
  from: proposalHeadSchema,
  to: proposalHeadSchema,
  same: z.number().int(),
  newlyPlaced: z.number().int(),
  newlyUnplaced: z.number().int(),
  changed: z.number().int(),
  /** The first 500, the most added metres in red first. */
  changes: z.array(personSchema.extend({ from: sideSchema, to: sideSchema })),
});
export type ProposalComparison = z.output<typeof proposalComparisonSchema>;

/** `POST …/plan-proposals/:id/take-over` */
export const takeOverSchema = z.strictObject({
  /** null: everybody whose proposal was not taken over yet. */
  residentIds: z.array(z.uuid()).min(1).max(500).nullable(),
});
export const takenOverSchema = z.object({
  taken: z.array(z.string()),
  skipped: z.array(
    z.object({ residentId: z.string(), code: z.string(), message: bilingualSchema }),
  ),
  /** Not looked at, as it was too many for one request. */
  left: z.number().int(),
});
