import { z } from 'zod';
import type { DrillContent } from '#domain/drill/content';
import type { DrillManual } from '#domain/drill/drill';
import type { DrillScenario } from '#domain/drill/scenario';
import { DEVICES } from '#domain/resident/disability';
import { WARNING_LEVELS } from '#domain/warning/warning-level';
import { dateSchema } from './common.ts';

/** A line of a form, never the empty text. */
const line = (most: number) => z.string().trim().min(1).max(most);
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const lngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const label = z.strictObject({ ja: line(200), en: line(200) });
/** From the start of the drill; two days are more than any drill takes. */
const minute = z.number().min(0).max(2880);
const count = (most: number) => z.number().int().min(0).max(most);
const byId = <Row extends z.ZodType<{ id: string }>>(row: Row, most: number) =>
  z
    .array(row)
    .max(most)
    .refine((rows) => new Set(rows.map((one) => one.id)).size === rows.length, {
      error: '同じ番号の行が2度あります / a line stands there twice',
    });

export const scenarioRoadSchema = z.strictObject({
  source: line(200),
  id: line(200),
  name: line(200).nullable(),
  middle: lngLat,
});

const injectChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('road-closed'),
    roads: z.array(scenarioRoadSchema).min(1).max(200),
  }),
  z.strictObject({ kind: z.literal('power-cut') }),
  z.strictObject({ kind: z.literal('power-back') }),
  z.strictObject({
    kind: z.literal('staff-missing'),
    roleId: id,
    missing: z.number().int().min(1).max(100),
  }),
  z.strictObject({ kind: z.literal('message') }),
]);

export const drillScenarioSchema = z.strictObject({
  levels: z
    .array(z.strictObject({ minute, level: z.literal(WARNING_LEVELS) }))
    .max(20)
    .refine(
      (levels) => levels.every((one, at) => at === 0 || levels[at - 1]!.minute <= one.minute),
      {
        error: '警戒レベルは時間の順に並べてください / levels have to be in order of time',
      },
    ),
  isNight: z.boolean(),
  isRain: z.boolean(),
  isPowerCut: z.boolean(),
  closedRoads: z.array(scenarioRoadSchema).max(500),
  shortfalls: z
    .array(z.strictObject({ roleId: id, missing: z.number().int().min(1).max(100) }))
    .max(50),
  injects: byId(z.strictObject({ id, minute, text: line(500), change: injectChangeSchema }), 100),
}) satisfies z.ZodType<DrillScenario>;

const formFieldSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['text', 'number', 'date', 'time', 'yes-no']), id, label }),
  z.strictObject({ kind: z.literal('lines'), id, label, lines: z.number().int().min(1).max(30) }),
  z.strictObject({
    kind: z.literal('table'),
    id,
    label,
    columns: byId(z.strictObject({ id, label }), 12),
    rows: z.number().int().min(1).max(60),
  }),
]);

export const drillManualSchema = z.strictObject({
  /** What it was made from; it is no link, a manual is whole by itself. */
  templateId: line(64),
  templateVersion: z.number().int().min(1),
  roles: byId(z.strictObject({ id, label, staff: count(200) }), 40),
  phases: byId(
    z.strictObject({
      id,
      label,
      steps: byId(
        z.strictObject({
          id,
          label,
          roleId: id,
          plannedMinutes: minute.nullable(),
          after: z.array(id).max(60),
          fromLevel: z.literal([2, 3, 4, 5]).nullable(),
          formId: id.nullable(),
          /** The pick-ups by the vehicles: as long as the joint tours, once they are planned. */
          isPickUp: z.boolean().optional(),
        }),
        60,
      ),
    }),
    20,
  ),
  forms: byId(z.strictObject({ id, title: label, fields: byId(formFieldSchema, 60) }), 20),
}) satisfies z.ZodType<DrillManual>;

const participantSchema = z.strictObject({
  id,
  name: line(100),
  organisation: line(200).nullable(),
  roleId: id,
});

const personSchema = z.strictObject({
  id,
  kind: z.enum(['real', 'stand-in']),
  /** Of the roster; null for a stand-in. */
  residentId: z.uuid().nullable(),
  /**
   * Of a real person as `PUT …/people/:personId/agreement` recorded it: a save leaves it as it is.
   * Nobody takes part in person without.
   */
  consentDate: dateSchema.nullable(),
  /** Of a real person as far as the reader may see it; a save leaves it as it is. */
  name: line(100),
  /** The name stands for another that the reader may not see (initials); a save does not look at it. */
  isMasked: z.boolean().default(false),
  shelterId: line(200),
  needsWheelchairPlace: z.boolean(),
  needsCareBed: z.boolean(),
  companions: count(10),
  /** Of a real person whom the reader sees masked none are shown, and a save leaves them as they are. */
  devices: z
    .array(
      z.strictObject({ device: z.enum(DEVICES), watts: z.number().min(0).max(10_000).nullable() }),
    )
    .max(10),
  travel: z.enum(['tour', 'own']),
  /** null = at home. Of a real person whom the reader sees masked it is null too. */
  pickUp: z.strictObject({ label: line(100).nullable(), position: lngLat }).nullable(),
  profile: line(200).nullable(),
  readyMinute: minute,
  latestArrivalMinute: minute.nullable(),
  loadingMinutes: z.number().min(0).max(120),
  unloadingMinutes: z.number().min(0).max(120),
});

const vehicleSchema = z.strictObject({
  id,
  label: line(100),
  profile: line(200),
  seats: count(60),
  wheelchairPlaces: count(20),
  start: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('shelter'), shelterId: line(200) }),
    z.strictObject({ kind: z.literal('place'), label: line(100).nullable(), position: lngLat }),
  ]),
  returns: z.boolean(),
  fromMinute: minute,
  untilMinute: minute.nullable(),
  limitMinutes: minute.nullable(),
  driverId: id.nullable(),
});

export const MOST_DRILL_PEOPLE = 120;

/** The whole of a drill's plan, as it is saved and read. */
export const drillContentSchema = z.strictObject({
  title: line(200),
  shelterIds: z.array(line(200)).max(20),
  date: dateSchema,
  startTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  scenario: drillScenarioSchema,
  manual: drillManualSchema,
  participants: byId(participantSchema, 200),
  people: byId(personSchema, MOST_DRILL_PEOPLE),
  vehicles: byId(vehicleSchema, 20),
  /** Of each shelter once; what is missing or null is not known. */
  supplies: z
    .array(
      z.strictObject({
        shelterId: line(200),
        careBeds: count(1000).nullable(),
        gridWatts: z.number().min(0).max(1_000_000).nullable(),
        generatorWatts: z.number().min(0).max(1_000_000).nullable(),
      }),
    )
    .max(20),
}) satisfies z.ZodType<DrillContent>;
export type DrillContentOnWire = z.output<typeof drillContentSchema>;
