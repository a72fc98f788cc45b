import { z } from 'zod';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import { ACCURACIES } from '#domain/resident/accuracy';
import { bboxSchema, positionSchema } from './common.ts';
import { fireStationSchema } from './fire-station.ts';
import { districtSchema } from './municipality.ts';
import { residentRowSchema } from './resident.ts';
import { shelterRowSchema } from './shelter.ts';

/** What is looked for. It is a body and never an address: names must not stand in logs and histories. */
export const searchRequestSchema = z.object({ text: z.string().max(100) });

/** How many there are of a kind, and the best of them. */
const found = <Item extends z.ZodType>(item: Item) =>
  z.object({ count: z.number().int(), items: z.array(item) });

export const foundAddressSchema = z.object({
  /** As the gazetteer writes it. */
  label: z.string(),
  accuracy: z.enum(['block', 'town']),
  position: positionSchema,
  radiusMeters: z.number(),
});
export type FoundAddress = z.infer<typeof foundAddressSchema>;

export const foundZoneSchema = z.object({
  id: z.string(),
  zoneNumber: z.string().nullable(),
  zoneName: z.string().nullable(),
  place: z.string().nullable(),
  phenomenon: z.enum(PHENOMENA),
  zoneClass: z.enum(ZONE_CLASSES),
  bbox: bboxSchema,
});
export type FoundZone = z.infer<typeof foundZoneSchema>;

export const foundPersonSchema = residentRowSchema.pick({
  id: true,
  name: true,
  nameKana: true,
  rosterNumber: true,
  age: true,
  district: true,
  address: true,
  tier: true,
  rank: true,
  redRelation: true,
  relation: true,
  powerDependent: true,
});
export type FoundPerson = z.infer<typeof foundPersonSchema>;

export const searchResultsSchema = z.object({
  people: found(foundPersonSchema),
  addresses: found(foundAddressSchema),
  shelters: found(
    shelterRowSchema.pick({
      id: true,
      kind: true,
      name: true,
      address: true,
      designatedForLandslide: true,
      position: true,
    }),
  ),
  /** Fire stations; public, and drawn on the map for everybody. */
  stations: found(fireStationSchema.pick({ id: true, name: true, kind: true, position: true })),
  zones: found(foundZoneSchema),
  districts: found(districtSchema.pick({ id: true, name: true, residents: true })),
});
export type SearchResults = z.infer<typeof searchResultsSchema>;

/** A place to be judged as a person's would be. */
export const placeToJudgeSchema = z.object({
  position: positionSchema.refine(
    ([lng, lat]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90,
    'no place on earth',
  ),
  accuracy: z.enum(ACCURACIES.filter((accuracy) => accuracy !== 'none')),
  radiusMeters: z.number().min(0).max(20_000),
});
export type PlaceToJudge = z.infer<typeof placeToJudgeSchema>;
