import { z } from 'zod';
import { positionSchema } from './common.ts';

const lngLatSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

const said = {
  name: z.string().trim().min(1).max(200),
  /** 本部, 分署, 出張所, 分団 …; '' where nothing is said. */
  kind: z.string().trim().max(50),
  position: lngLatSchema,
  /** Ids of vehicles (`routes/options`), each once. */
  vehicles: z
    .array(z.string().min(1).max(200))
    .max(50)
    .refine((list) => new Set(list).size === list.length, {
      error: '同じ車両が2度あります / a vehicle stands there twice',
    }),
};

/** `POST …/fire-stations` */
export const newFireStationSchema = z.strictObject(said);
/** `PUT …/fire-stations/:id` */
export const changeFireStationSchema = z.strictObject({ version: z.number().int(), ...said });
/** `PUT …/fire-stations/:id/closed`: one that is closed is kept, so that this can be taken back. */
export const closeFireStationSchema = z.strictObject({
  version: z.number().int(),
  isClosed: z.boolean(),
});

export const fireStationSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  kind: z.string(),
  position: positionSchema,
  vehicles: z.array(z.string()),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string(),
});
export type FireStationOnWire = z.output<typeof fireStationSchema>;

/** Those that are not closed, in the order in which they came. */
export const fireStationListSchema = z.object({ stations: z.array(fireStationSchema) });
