import { z } from 'zod';
import { ZONE_CLASSES } from '#domain/hazard/zone';
import { MOST_PLAN_ROADS } from '#domain/plan/found-route';
import {
  CONTACT_KINDS,
  DESTINATION_KINDS,
  DRAWN_UP_WITH,
  MEANS,
  type PlanContent,
  STRUCTURES,
  SUPPORTER_KINDS,
} from '#domain/plan/plan';
import { ACCURACIES } from '#domain/resident/accuracy';
import { DEVICES } from '#domain/resident/disability';
import { dateSchema } from './common.ts';

/** One line of a form: `null` = not known yet, never the empty text. */
const line = (most: number) => z.string().trim().min(1).max(most);
const short = line(100).nullable();
const long = line(2000).nullable();
const phone = line(40).nullable();
/** Stays with the line through every version. */
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const byId = <Row extends z.ZodType<{ id: string }>>(row: Row, most: number) =>
  z
    .array(row)
    .max(most)
    .refine((rows) => new Set(rows.map((one) => one.id)).size === rows.length, {
      error: '同じ番号の行が2度あります / a line stands there twice',
    });

const lng = z.number().min(-180).max(180);
const lat = z.number().min(-90).max(90);
const lngLat = z.tuple([lng, lat]);

const planPlaceSchema = z
  .strictObject({
    position: z.strictObject({ lng, lat }).nullable(),
    accuracy: z.enum(ACCURACIES),
  })
  .refine(({ position, accuracy }) => (position === null) === (accuracy === 'none'), {
    error: '位置と精度が合いません / position and accuracy do not fit',
  });

const contactSchema = z.strictObject({
  id,
  kind: z.enum(CONTACT_KINDS),
  name: line(100),
  relationship: short,
  phone,
  address: line(200).nullable(),
});

const deviceSchema = z.strictObject({
  id,
  device: z.enum(DEVICES),
  batteryHours: z.number().min(0).max(1000).nullable(),
  watts: z.number().min(0).max(10_000).nullable(),
  spare: line(200).nullable(),
});

const supporterSchema = z.strictObject({
  id,
  kind: z.enum(SUPPORTER_KINDS),
  name: line(100),
  relationship: short,
  phone,
  address: line(200).nullable(),
  place: planPlaceSchema,
  part: line(500).nullable(),
  hasVehicle: z.boolean().nullable(),
  readyMinutes: z.number().min(0).max(1440).nullable(),
});

const destinationSchema = z.strictObject({
  kind: z.enum(DESTINATION_KINDS),
  shelterId: line(200).nullable(),
  name: line(200),
  address: line(200).nullable(),
  phone,
  place: planPlaceSchema,
  reason: line(500).nullable(),
});

const metres = z.number().min(0).max(1_000_000);
/** With all else it stays below what a request may hold (256 KiB). */
const MOST_ROUTE_POINTS = 3000;
const point = z.number().int().min(0).max(MOST_ROUTE_POINTS);
const routePart = { fromPoint: point, toPoint: point };
const routeSchema = z.strictObject({
  profile: line(200),
  origin: z.enum(['proposed', 'by-hand']),
  isNight: z.boolean(),
  line: z.array(lngLat).min(2).max(MOST_ROUTE_POINTS),
  via: z.array(lngLat).max(50),
  lengthMeters: metres,
  durationSeconds: z.number().min(0).max(172_800),
  redMeters: metres,
  anyMeters: metres,
  unknownMeters: metres,
  zones: z
    .array(z.strictObject({ zoneClass: z.enum(ZONE_CLASSES), ...routePart }))
    .max(MOST_ROUTE_POINTS)
    .optional(),
  walks: z.array(z.strictObject(routePart)).max(2).optional(),
  roads: z
    .array(
      z.strictObject({
        source: line(200),
        id: line(200),
        name: line(200).nullable(),
        middle: lngLat,
      }),
    )
    .max(MOST_PLAN_ROADS),
  roadsAsOf: dateSchema.nullable(),
  zonesAsOf: dateSchema.nullable(),
});

const departureSchema = z.strictObject({
  startAt: z.literal([3, 4]),
  preparationMinutes: z.number().min(0).max(1440).nullable(),
  steps: byId(
    z.strictObject({ id, level: z.literal([1, 2, 3, 4, 5]), who: line(100), what: line(500) }),
    40,
  ),
});

/** The whole of a plan (`domain/plan/plan`), with the lengths that its paper and its readers can bear. */
export const planContentSchema = z.strictObject({
  drawnUpWith: z.enum(DRAWN_UP_WITH).nullable(),
  contacts: byId(contactSchema, 10),
  home: z.strictObject({
    usualRoom: line(200).nullable(),
    bedroom: line(200).nullable(),
    structure: z.enum(STRUCTURES).nullable(),
    storeys: z.number().int().min(1).max(80).nullable(),
    storey: z.number().int().min(-3).max(80).nullable(),
  }),
  body: z.strictObject({
    mobility: line(500).nullable(),
    equipment: z.array(line(100)).max(20),
    medicine: long,
    devices: byId(deviceSchema, 10),
    communication: line(500).nullable(),
    dementia: long,
    caution: long,
  }),
  care: z.strictObject({
    managerName: short,
    managerOffice: short,
    managerPhone: phone,
    services: z.array(line(200)).max(20),
  }),
  pets: line(500).nullable(),
  supporters: byId(supporterSchema, 10),
  withoutSupporters: line(500).nullish(),
  means: z.enum(MEANS).nullable(),
  destination: destinationSchema.nullable(),
  secondDestination: destinationSchema.nullable(),
  route: routeSchema.nullable(),
  departure: departureSchema,
  items: z.array(line(100)).max(60),
  signatures: byId(
    z.strictObject({
      id,
      signer: z.enum(['person', 'family', 'proxy']),
      name: line(100),
      date: dateSchema,
    }),
    5,
  ),
  notes: line(4000).nullable(),
}) satisfies z.ZodType<PlanContent>;
