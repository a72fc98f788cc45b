import { z } from 'zod';
import { ROLES } from '#domain/access/roles';
import { OFFICE_ROLES } from '#domain/relay/office';
import { RELAY_LINK_KINDS, RELAY_STATES, URGENCIES } from '#domain/relay/sheet';
import { RELAY_STEPS } from '#domain/relay/steps';
import { bilingualSchema, positionSchema, problemSchema } from './common.ts';

export const ATTACHMENT_MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export const MOST_ATTACHMENT_BYTES = 10 * 1024 * 1024;
export const MOST_ATTACHMENTS = 5;
const MOST_TEXT = 2000;

const officeSchema = z.object({
  role: z.enum([...OFFICE_ROLES, 'listed']),
  district: z.string().min(1).max(200).nullable(),
  shelterId: z.string().min(1).max(200).nullable(),
  /** Of the city's own list, where `role` is `listed`. */
  officeId: z.uuid().nullish(),
});
const linkSchema = z.object({ kind: z.enum(RELAY_LINK_KINDS), id: z.string().min(1).max(200) });
const textSchema = z.string().max(MOST_TEXT);

/** `POST …/relay-sheets`: about a person whom the writer sees, or about a place. Sent twice, it is written once. */
export const writeRelaySchema = z.strictObject({
  /** Given by the device. */
  id: z.uuid(),
  /** Of the device's clock, when this is sent, and when it was written: a clock that is wrong is set right. */
  sentAt: z.iso.datetime(),
  writtenAt: z.iso.datetime(),
  personId: z.uuid().nullable(),
  place: z.object({
    text: z.string().max(300),
    position: positionSchema.nullable(),
  }),
  seen: textSchema.min(1),
  urgency: z.enum(URGENCIES),
  office: officeSchema,
  links: z.array(linkSchema).max(10).default([]),
});
export type WriteRelay = z.input<typeof writeRelaySchema>;

/** `POST …/relay-sheets/:id/steps`; `version`: of the sheet as it was looked at. */
export const relayStepSchema = z.strictObject({
  version: z.number().int().min(1),
  step: z.enum(RELAY_STEPS),
  text: textSchema.default(''),
  office: officeSchema.nullable().default(null),
});
export type RelayStepBody = z.input<typeof relayStepSchema>;

export const RELAY_BOXES = ['to-answer', 'written', 'all'] as const;
const list = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)))
    .optional();
/** `GET …/relay-sheets`: what is looked for; never a name. */
export const relayQuerySchema = z.object({
  box: z.enum(RELAY_BOXES).default('all'),
  state: list(RELAY_STATES),
  urgency: list(URGENCIES),
  district: z.string().max(200).optional(),
  overdue: z.enum(['true']).optional(),
  person: z.uuid().optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type RelayQuery = z.output<typeof relayQuerySchema>;
/** `POST …/relay-sheets/search`: words stay out of addresses and logs. */
export const searchRelaySchema = relayQuerySchema.extend({
  text: z.string().trim().min(1).max(100),
});

const doerSchema = z.object({
  by: z.string(),
  role: z.enum([...ROLES, 'system']),
  /** Name of the office of the city's list that it was in the name of; null for whoever is of none. */
  office: bilingualSchema.nullable(),
});
const relayRowSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  state: z.enum(RELAY_STATES),
  stateSince: z.string(),
  urgency: z.enum(URGENCIES),
  dueAt: z.string(),
  isOverdue: z.boolean(),
  office: officeSchema,
  /** In words, with the name of the shelter. */
  officeName: bilingualSchema,
  person: z
    .object({ id: z.string(), name: z.string(), district: z.string().nullable() })
    .nullable(),
  place: z.object({ text: z.string(), position: positionSchema.nullable() }),
  district: z.string().nullable(),
  seen: z.string(),
  writtenAt: z.string(),
  writer: doerSchema,
  isMine: z.boolean(),
  isForMe: z.boolean(),
});
export type RelayRow = z.output<typeof relayRowSchema>;

export const relayListSchema = z.object({
  rows: z.array(relayRowSchema),
  total: z.number().int(),
  /** Of all that the actor sees. */
  counts: z.object({
    toAnswer: z.number().int(),
    overdue: z.number().int(),
    written: z.number().int(),
    all: z.number().int(),
  }),
  /** By the clock of the server: overdue is as of then. */
  now: z.string(),
});

const relayEventSchema = doerSchema.extend({
  version: z.number().int(),
  step: z.enum([...RELAY_STEPS, 'write']),
  fromState: z.enum(RELAY_STATES),
  toState: z.enum(RELAY_STATES),
  /** In words, where it was handed to. */
  toOffice: bilingualSchema.nullable(),
  text: z.string(),
  at: z.string(),
  isTakenBack: z.boolean(),
});
export const relaySheetSchema = relayRowSchema.extend({
  /** When the server had it: later than it was written where there was no network. */
  receivedAt: z.string(),
  events: z.array(relayEventSchema),
  attachments: z.array(
    z.object({
      id: z.string(),
      mediaType: z.enum(ATTACHMENT_MEDIA_TYPES),
      bytes: z.number().int(),
      addedAt: z.string(),
      addedBy: z.string(),
    }),
  ),
  links: z.array(linkSchema.extend({ label: bilingualSchema })),
  /** What whoever looks may do now. */
  steps: z.array(z.enum(RELAY_STEPS)),
  mayAttach: z.boolean(),
});
export type RelaySheet = z.output<typeof relaySheetSchema>;

/** 409: how it stands now, and what was sent. */
export const relayConflictSchema = problemSchema.extend({
  current: relaySheetSchema,
  yours: relayStepSchema,
});

/** `GET …/relay-sheets/offices`: whom a sheet can be written to. */
export const relayOfficesSchema = z.object({
  offices: z.array(officeSchema.extend({ name: bilingualSchema })),
});
export type RelayOfficeChoice = z.output<typeof relayOfficesSchema>['offices'][number];

/** `PUT …/attachments/:attachmentId/removed`; false takes it back. */
export const removeAttachmentSchema = z.strictObject({ isRemoved: z.boolean() });
