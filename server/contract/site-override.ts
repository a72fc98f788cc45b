import { z } from 'zod';
import { bilingualSchema, positionSchema } from './common.ts';
import { dataDatesSchema } from './route.ts';

/** One photo; a department's tablet takes 3 to 6 MB. */
export const MOST_PHOTO_BYTES = 10 * 2 ** 20;
export const PHOTO_MEDIA_TYPES = ['image/png', 'image/jpeg'] as const;
/** Of one override, those taken away left out. */
export const MOST_PHOTOS = 20;

const idSchema = z.string().min(1).max(200);
const lngLatSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
/** ISO 8601 with an offset or Z. */
const momentSchema = z.iso.datetime({ offset: true });

const closureSchema = z
  .strictObject({
    /** null: since ever. */
    from: momentSchema.nullable(),
    /** Not part of it; null: until further notice. */
    until: momentSchema.nullable(),
  })
  .refine(
    ({ from, until }) => from === null || until === null || Date.parse(from) < Date.parse(until),
    { error: '終わりが始まりより後ではありません / it has to end after it begins' },
  );

const siteFactsSchema = z
  .strictObject({
    closed: closureSchema.nullable(),
    /** Clear width at the narrowest place. */
    widthMeters: z.number().min(0.3).max(60).nullable(),
    heightMeters: z.number().min(0.5).max(20).nullable(),
    /** Profiles by their ids (`routes/options`), each once. */
    passability: z
      .array(z.strictObject({ profileId: idSchema, isPassable: z.boolean() }))
      .max(50)
      .refine((list) => new Set(list.map(({ profileId }) => profileId)).size === list.length, {
        error: '同じ移動手段が2度あります / a profile stands there twice',
      }),
    turningPlace: lngLatSchema.nullable(),
    hydrant: lngLatSchema.nullable(),
    note: z.string().trim().max(2000),
  })
  .refine(
    ({ passability, note, ...facts }) =>
      passability.length > 0 || note !== '' || Object.values(facts).some((one) => one !== null),
    { error: '何も記録されていません / nothing is said' },
  );

const roadSchema = z.strictObject({
  /** Of the dataset that ids are of: the first of `data.roads`. */
  source: idSchema,
  id: idSchema,
  /** A place in the middle of its line: by it the road is found again when ids have shifted. */
  middle: lngLatSchema,
});

/** `POST …/site-overrides` */
export const newSiteOverrideSchema = z.strictObject({
  road: roadSchema,
  facts: siteFactsSchema,
  expiresAt: momentSchema.nullable(),
});
export type NewSiteOverride = z.input<typeof newSiteOverrideSchema>;

/** `PUT …/site-overrides/:id`; the road stays: one recorded of the wrong road is taken back. */
export const changeSiteOverrideSchema = z.strictObject({
  version: z.number().int(),
  facts: siteFactsSchema,
  expiresAt: momentSchema.nullable(),
});

/** `PUT …/site-overrides/:id/taken-back` */
export const takeBackSiteOverrideSchema = z.strictObject({
  version: z.number().int(),
  isTakenBack: z.boolean(),
});

/** `PUT …/photos/:photoId/removed` */
export const removePhotoSchema = z.strictObject({ isRemoved: z.boolean() });

const photoSchema = z.object({
  id: z.uuid(),
  mediaType: z.string(),
  bytes: z.number().int(),
  addedAt: z.iso.datetime(),
  addedBy: z.string(),
});

export const siteOverrideSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  /** At the moment of the answer. */
  state: z.enum(['in-force', 'expired', 'taken-back']),
  /** Whether its closure holds at this moment. */
  isClosedNow: z.boolean(),
  road: roadSchema,
  facts: siteFactsSchema,
  expiresAt: z.iso.datetime().nullable(),
  photos: z.array(photoSchema),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string(),
});
export type SiteOverrideOnWire = z.output<typeof siteOverrideSchema>;

/** In force first, the one said last first. */
export const siteOverrideListSchema = z.object({ overrides: z.array(siteOverrideSchema) });

export const siteOverrideDetailSchema = siteOverrideSchema.extend({
  /** Latest first. */
  history: z.array(
    z.object({
      version: z.number().int(),
      kind: z.enum(['create', 'change', 'take-back', 'restore']),
      facts: siteFactsSchema,
      expiresAt: z.iso.datetime().nullable(),
      changedAt: z.iso.datetime(),
      changedBy: z.string(),
    }),
  ),
});
export type SiteOverrideDetail = z.output<typeof siteOverrideDetailSchema>;

/** `GET …/site-overrides/roads`: where those in force lie on the roads in force. */
export const siteOverrideRoadsSchema = z.object({
  roads: z.array(
    z.object({
      overrideIds: z.array(z.uuid()),
      /**
       * `place`: its id has gone, and it was found by where it lies. `gone`, `unclear`: it changes nothing
       * until somebody picks the road anew.
       */
      found: z.enum(['id', 'place', 'gone', 'unclear']),
      /** In the roads in force; null where it was not found. */
      roadId: z.string().nullable(),
      name: z.string().nullable(),
      line: z.array(positionSchema),
      isClosedNow: z.boolean(),
      message: bilingualSchema.nullable(),
    }),
  ),
  data: dataDatesSchema,
});
export type SiteOverrideRoads = z.output<typeof siteOverrideRoadsSchema>;
