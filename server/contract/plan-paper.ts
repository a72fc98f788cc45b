import { z } from 'zod';
import { PAPERS } from '#domain/plan/papers';
import { PLAN_STAGES } from '#domain/plan/states';

/** `GET …/residents/:id/plan.pdf?for=` */
export const planPaperQuerySchema = z.object({
  for: z.enum(PAPERS).default('person'),
  /** Line of the plan whose part is printed, for `supporter`; the first one where it is not said. */
  supporter: z.string().max(64).optional(),
});

/** `GET …/plan-papers/:id`: whose plan a paper names. */
export const planOfPaperSchema = z.object({ residentId: z.string() });

const findingSchema = z.object({
  /** Where it stands, e.g. 氏名. */
  field: z.string(),
  /** E.g. U+E000. */
  code: z.string(),
  /** `missing`: a geta mark 〓 stands in its place; `base-form`: the usual form of the character does. */
  kind: z.enum(['missing', 'base-form']),
});

/** `GET …/residents/:id/plan-paper`: what a print would look like, before it is made. */
export const planPaperCheckSchema = z.object({
  pages: z.number().int(),
  findings: z.array(findingSchema),
});

/** `POST …/plans/prints` */
export const orderPrintsSchema = z.strictObject({
  /** `supporter`: one file for each helper, with all of whom they come to. */
  paper: z.enum(PAPERS).default('person'),
  /** All where they are not said. */
  districts: z.array(z.string().max(100)).max(200).nullable().default(null),
  stages: z.array(z.enum(PLAN_STAGES)).max(PLAN_STAGES.length).nullable().default(null),
});

/** `GET …/plans/prints/:id` */
export const printsSchema = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  done: z.number().int(),
  total: z.number().int(),
  /** Of those that are done: people with characters that are printed otherwise. */
  withFindings: z.number().int(),
  /** People of whom nothing could be printed, e.g. as their plan may not be seen any more. */
  notPrinted: z.number().int(),
});

export const planExportQuerySchema = z.object({
  district: z
    .string()
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .optional(),
});
export const mapBookQuerySchema = z.object({ district: z.string().min(1).max(100) });
