import { z } from 'zod';
import { FACT_SOURCES } from '#domain/chart/facts';
import { CHANGE_KINDS } from '#domain/chart/snapshot';
import { bilingualSchema, dateSchema, municipalityCodeSchema } from './common.ts';

const MOST_ITEMS = 200;
const idSchema = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/);
const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-01$/);

export const chartItemSchema = z.strictObject({
  id: idSchema,
  label: z.strictObject({
    ja: z.string().trim().min(1).max(60),
    en: z.string().trim().min(1).max(120),
  }),
  unit: z.strictObject({ ja: z.string().max(20), en: z.string().max(40) }),
  note: z.string().max(500),
  /** Over facts and other items (domain/chart/formula). */
  formula: z.string().min(1).max(500),
  decimals: z.number().int().min(0).max(3),
  retiredOn: dateSchema.nullable(),
});
export type ChartItemOnWire = z.output<typeof chartItemSchema>;

/** A number, or why there is none. */
export const figureSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('known'), value: z.number() }),
  z.object({ state: z.literal('hidden') }),
  z.object({ state: z.literal('not-recorded'), missing: z.array(z.string()) }),
  z.object({ state: z.literal('not-computable'), reason: bilingualSchema }),
  z.object({ state: z.literal('wrong'), reason: bilingualSchema }),
]);
export type FigureOnWire = z.output<typeof figureSchema>;

/** `GET …/charts` */
export const chartsSchema = z.object({
  items: z.array(chartItemSchema.extend({ facts: z.array(z.string()) })),
  /** Of when the data are of each kind; null = the files do not say. */
  dates: z.array(z.object({ source: z.enum(FACT_SOURCES), asOf: dateSchema.nullable() })),
  /** Whether people who would be cut off were reckoned; `reckoning`: ask again in a moment. */
  cutOff: z.enum(['known', 'reckoning', 'not-told', 'no-roads']),
  readAt: z.string(),
  city: z.record(z.string(), figureSchema),
  /** Of whom the figures under `city` are: all the city, whom the actor sees of it, or the actor's own districts. */
  cityIsOf: z.enum(['everybody', 'seen', 'districts']),
  districts: z.array(
    z.object({
      /** null: people whose district is not known. */
      name: z.string().nullable(),
      /** Of the list in force; false: a name that the roster alone knows. */
      isDistrict: z.boolean(),
      figures: z.record(z.string(), figureSchema),
      /** People whom the actor does not see and who are in no figure; null = so few that it is hidden. */
      notSeen: z.number().int().nullable(),
      /** Date of each figure of the city that was imported, by id of the fact. */
      factDates: z.record(z.string(), dateSchema),
    }),
  ),
});
export type Charts = z.output<typeof chartsSchema>;

/** `GET …/charts/items` */
export const chartItemsSchema = z.object({
  version: z.number().int(),
  items: z.array(chartItemSchema),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
  /** Lists of before, newest first. */
  former: z.array(
    z.object({
      version: z.number().int(),
      items: z.array(chartItemSchema),
      changedAt: z.string().nullable(),
      changedBy: z.string().nullable(),
    }),
  ),
});
export type ChartItemsOnWire = z.output<typeof chartItemsSchema>;

/** `PUT …/charts/items`: the whole list in its order. */
export const saveChartItemsSchema = z.strictObject({
  version: z.number().int().min(0),
  items: z.array(chartItemSchema).min(1).max(MOST_ITEMS),
});

/** `GET …/charts/trend?item=…` */
export const chartTrendQuerySchema = z.object({ item: idSchema });
export const chartTrendSchema = z.object({
  item: chartItemSchema,
  months: z.array(
    z.object({
      month: monthSchema,
      takenAt: z.string(),
      /** Why figures may differ from the month before for another reason than that things changed. */
      changes: z.array(z.object({ kind: z.enum(CHANGE_KINDS), words: bilingualSchema })),
    }),
  ),
  /** A value for each month; null = there was no such district, or the item was not there. */
  series: z.array(
    z.object({ name: z.string().nullable(), values: z.array(figureSchema.nullable()) }),
  ),
  city: z.array(figureSchema.nullable()),
});
export type ChartTrend = z.output<typeof chartTrendSchema>;

const remarkSchema = z.object({
  line: z.number().int(),
  verdict: z.enum(['repaired', 'rejected']),
  words: bilingualSchema,
});
export const figureReportSchema = z.object({
  read: z.number().int(),
  accepted: z.number().int(),
  repaired: z.number().int(),
  rejected: z.number().int(),
  remarks: z.array(remarkSchema),
});

/** `POST …/charts/figures`: a CSV with 地区名, 時点, 項目, 値. */
export const importFiguresSchema = z.strictObject({
  fileName: z.string().trim().min(1).max(200),
  content: z.string().min(1).max(200_000),
  /** Judges the lines and stores nothing. */
  isTrial: z.boolean(),
});

const figureImportSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  report: figureReportSchema,
  importedAt: z.string(),
  importedBy: z.string(),
  isUndone: z.boolean(),
});
/** `GET …/charts/figures` */
export const cityFiguresSchema = z.object({
  imports: z.array(figureImportSchema),
  figures: z.array(
    z.object({
      /** '' = the city as a whole. */
      district: z.string(),
      fact: z.string(),
      asOf: dateSchema,
      value: z.number(),
    }),
  ),
});
export type CityFiguresOnWire = z.output<typeof cityFiguresSchema>;

export const importedFiguresSchema = z.object({
  /** null: a trial, or nothing could be accepted. */
  id: z.string().nullable(),
  report: figureReportSchema,
});
export const undoneSchema = z.strictObject({ isUndone: z.boolean() });

/** `GET …/charts/releases` */
export const chartReleasesSchema = z.object({
  /** Months that were kept and not published, newest first. */
  open: z.array(monthSchema),
  releases: z.array(
    z.object({
      month: monthSchema,
      publishedAt: z.string(),
      publishedBy: z.string(),
      isWithdrawn: z.boolean(),
    }),
  ),
});
export type ChartReleases = z.output<typeof chartReleasesSchema>;
export const publishChartSchema = z.strictObject({ month: monthSchema });
export const withdrawnSchema = z.strictObject({ isWithdrawn: z.boolean() });
export const releaseParamsSchema = z.object({
  code: municipalityCodeSchema,
  month: monthSchema,
});

const publishedSchema = z.union([
  z.number(),
  z.enum(['suppressed', 'not-recorded', 'not-computable']),
]);
/** `GET …/open-data/charts/:month` */
export const releaseSchema = z.object({
  month: monthSchema,
  items: z.array(chartItemSchema),
  districts: z.array(
    z.object({ name: z.string(), figures: z.record(z.string(), publishedSchema) }),
  ),
  city: z.record(z.string(), publishedSchema),
});

/** `GET …/open-data/charts`: DCAT-AP as JSON-LD. */
export const catalogueSchema = z.record(z.string(), z.unknown());

/** `GET …/charts/paper` */
export const chartPaperQuerySchema = z.object({ district: z.string().min(1).max(100).optional() });
