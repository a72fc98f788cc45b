import { z } from 'zod';
import { dateSchema } from './common.ts';
import { IMPORT_SOURCES } from './dataset.ts';

/** Labels of the WHATWG Encoding Standard; `shift_jis` there is CP932 with all of its extensions. */
export const TEXT_ENCODINGS = ['utf-8', 'shift_jis', 'euc-jp', 'utf-16le', 'utf-16be'] as const;

const LONGEST_NAME = 100;
const LONGEST_MAPPING = 50_000;

const flagSchema = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Which header holds which fact of a roster, as JSON text (docs/import-roster.md). */
const mappingSchema = z
  .string()
  .max(LONGEST_MAPPING)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  });

/** What an import may be told of its files; each source takes what concerns it. */
export const importOptionsSchema = z.strictObject({
  /** Datasets of one kind and scope replace each other; told by the content where it is left out. */
  scope: z.string().min(1).max(LONGEST_NAME).optional(),
  /** The areas of a districts file are the boundary of the municipality. */
  boundary: flagSchema.optional(),
  /** Day that the data stand for; it overrules what the file says. */
  asOf: dateSchema.optional(),
  encoding: z.enum(TEXT_ENCODINGS).optional(),
  /** 平面直角座標系の系番号 of the coordinates. */
  planeZone: z.coerce.number().int().min(1).max(19).optional(),
  /** Only zones that touch the municipality's boundary in force, roads that come near it. */
  clip: flagSchema.optional(),
  /** Districts: attribute that holds the name. */
  nameAttribute: z.string().min(1).max(LONGEST_NAME).optional(),
  /** Roster: sheet of a workbook by name, or by number from 1. */
  sheet: z.string().min(1).max(LONGEST_NAME).optional(),
  mapping: mappingSchema.optional(),
});
export type ImportOptions = z.output<typeof importOptionsSchema>;
/** As they are sent: texts in the address or in the fields of a form. */
export type ImportOptionTexts = Partial<Record<keyof ImportOptions, string>>;

export const importQuerySchema = z.object({
  source: z.enum(IMPORT_SOURCES),
  /** Reports what the import would change, and changes nothing. */
  dryRun: z.enum(['true', 'false']).default('false'),
  /** Name of the file, where the body is the file itself and no form. */
  fileName: z.string().max(200).optional(),
  ...importOptionsSchema.shape,
});
