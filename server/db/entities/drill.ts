import { EntitySchema } from 'typeorm';
import type { DrillContent, TravellingPerson } from '#domain/drill/content';
import type { DrillManual } from '#domain/drill/drill';
import type { Finding } from '#domain/drill/evaluate/finding';
import type { PublicationState } from '#domain/drill/publication';
import type { PublicDrillResult } from '#domain/drill/publish/public-result';
import type { RunEventBody } from '#domain/drill/run/event';
import type { KeptTours } from '#domain/drill/tours/kept-tours';
import type { Bilingual } from '#domain/resident/labels';
import {
  bigint,
  boolean,
  bytes,
  date,
  integer,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  text,
  texts,
  timestamp,
  uuid,
} from './columns.ts';

const drillId = uuid('drill_id', KEY);
const saved = { savedAt: timestamp('saved_at'), savedBy: text('saved_by') };
const removedAt = timestamp('removed_at', NULLABLE);
interface Saved {
  savedAt: Date;
  savedBy: string;
}

interface DrillRow extends Saved {
  municipalityCode: string;
  id: string;
  version: number;
  title: string;
  heldOn: string;
  startTime: string | null;
  shelterIds: string[];
  people: number;
  participants: number;
  cursor: number;
  removedAt: Date | null;
}
export const Drill = new EntitySchema<DrillRow>({
  name: 'drill',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    version: integer('version'),
    title: text('title'),
    heldOn: date('held_on'),
    startTime: text('start_time', NULLABLE),
    shelterIds: texts('shelter_ids'),
    people: integer('people'),
    participants: integer('participants'),
    cursor: bigint('cursor'),
    ...saved,
    removedAt,
  },
});

interface DrillVersionRow extends Saved {
  municipalityCode: string;
  drillId: string;
  version: number;
  content: Omit<DrillContent, 'people'>;
  note: string | null;
}
export const DrillVersion = new EntitySchema<DrillVersionRow>({
  name: 'drill_version',
  columns: {
    municipalityCode,
    drillId,
    version: integer('version', KEY),
    content: json('content'),
    note: text('note', NULLABLE),
    ...saved,
  },
});

interface DrillPersonRow {
  municipalityCode: string;
  drillId: string;
  version: number;
  personId: string;
  ordinal: number;
  residentId: string | null;
  facts: Partial<TravellingPerson>;
}
export const DrillPersonEntity = new EntitySchema<DrillPersonRow>({
  name: 'drill_person',
  columns: {
    municipalityCode,
    drillId,
    version: integer('version', KEY),
    personId: text('person_id', KEY),
    ordinal: integer('ordinal'),
    residentId: uuid('resident_id', NULLABLE),
    facts: json('facts'),
  },
});

interface DrillAgreementRow {
  municipalityCode: string;
  drillId: string;
  residentId: string;
  agreedOn: string | null;
  explainedBy: string | null;
  recordedAt: Date;
  recordedBy: string;
}
export const DrillAgreement = new EntitySchema<DrillAgreementRow>({
  name: 'drill_agreement',
  columns: {
    municipalityCode,
    drillId,
    residentId: uuid('resident_id', KEY),
    agreedOn: date('agreed_on', NULLABLE),
    explainedBy: text('explained_by', NULLABLE),
    recordedAt: timestamp('recorded_at'),
    recordedBy: text('recorded_by'),
  },
});

interface DrillTemplateRow {
  municipalityCode: string;
  id: string;
  version: number;
  nameJa: string;
  nameEn: string;
  removedAt: Date | null;
}
export const DrillTemplate = new EntitySchema<DrillTemplateRow>({
  name: 'drill_template',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    version: integer('version'),
    nameJa: text('name_ja'),
    nameEn: text('name_en'),
    removedAt,
  },
});

interface DrillTemplateVersionRow extends Saved {
  municipalityCode: string;
  templateId: string;
  version: number;
  manual: DrillManual;
}
export const DrillTemplateVersion = new EntitySchema<DrillTemplateVersionRow>({
  name: 'drill_template_version',
  columns: {
    municipalityCode,
    templateId: uuid('template_id', KEY),
    version: integer('version', KEY),
    manual: json('manual'),
    ...saved,
  },
});

interface DrillEventRow {
  municipalityCode: string;
  drillId: string;
  cursor: number;
  deviceId: string;
  sequence: number;
  deviceMillis: number;
  offsetMillis: number | null;
  participantId: string | null;
  body: RunEventBody;
  digest: string;
  receivedAt: Date;
  sentBy: string;
  account: string | null;
}
export const DrillEvent = new EntitySchema<DrillEventRow>({
  name: 'drill_event',
  columns: {
    municipalityCode,
    drillId,
    cursor: bigint('cursor', KEY),
    deviceId: uuid('device_id'),
    sequence: integer('sequence'),
    deviceMillis: bigint('device_millis'),
    offsetMillis: bigint('offset_millis', NULLABLE),
    participantId: text('participant_id', NULLABLE),
    body: json('body'),
    digest: text('digest'),
    receivedAt: timestamp('received_at'),
    sentBy: text('sent_by'),
    account: uuid('account', NULLABLE),
  },
});

interface DrillPhotoRow {
  municipalityCode: string;
  drillId: string;
  id: string;
  mediaType: string;
  content: Buffer;
  addedAt: Date;
  addedBy: string;
  addedByAccount: string | null;
}
export const DrillPhoto = new EntitySchema<DrillPhotoRow>({
  name: 'drill_photo',
  columns: {
    municipalityCode,
    drillId,
    id: uuid('id', KEY),
    mediaType: text('media_type'),
    content: bytes('content'),
    addedAt: timestamp('added_at'),
    addedBy: text('added_by'),
    addedByAccount: uuid('added_by_account', NULLABLE),
  },
});

interface DrillTourRow {
  municipalityCode: string;
  drillId: string;
  id: string;
  drillVersion: number;
  conditions: { policy: string; minute: number; secondsPerRedMeter: number };
  plan: KeptTours;
  madeAt: Date;
  madeBy: string;
}
export const DrillTour = new EntitySchema<DrillTourRow>({
  name: 'drill_tour',
  columns: {
    municipalityCode,
    drillId,
    id: uuid('id', KEY),
    drillVersion: integer('drill_version'),
    conditions: json('conditions'),
    plan: json('plan'),
    madeAt: timestamp('made_at'),
    madeBy: text('made_by'),
  },
});

/** What carrying a finding out did, and what has to be known to take that back. */
export interface CarriedOut {
  readonly at: string;
  readonly by: string;
  readonly effects: readonly Bilingual[];
  readonly undo:
    | { readonly kind: 'none' }
    | {
        readonly kind: 'template';
        readonly templateId: string;
        readonly stepId: string;
        readonly formerMinutes: number | null;
        /** The model city's became the city's own for it. */
        readonly wasMade: boolean;
      }
    | { readonly kind: 'route-closure'; readonly overrideIds: readonly string[] }
    | { readonly kind: 'shelter'; readonly shelterId: string; readonly added: string }
    | { readonly kind: 'plans'; readonly residentIds: readonly string[] };
}

interface DrillFindingRow extends Saved {
  municipalityCode: string;
  drillId: string;
  id: string;
  version: number;
  ordinal: number;
  finding: Omit<Finding, 'id' | 'doneDate'>;
  doneOn: string | null;
  carriedOut: CarriedOut | null;
  removedAt: Date | null;
}
export const DrillFinding = new EntitySchema<DrillFindingRow>({
  name: 'drill_finding',
  columns: {
    municipalityCode,
    drillId,
    id: uuid('id', KEY),
    version: integer('version'),
    ordinal: integer('ordinal'),
    finding: json('finding'),
    doneOn: date('done_on', NULLABLE),
    carriedOut: json('carried_out', NULLABLE),
    removedAt,
    ...saved,
  },
});

interface DrillFindingPlanRow {
  municipalityCode: string;
  drillId: string;
  findingId: string;
  residentId: string;
  isOut: boolean;
}
export const DrillFindingPlan = new EntitySchema<DrillFindingPlanRow>({
  name: 'drill_finding_plan',
  columns: {
    municipalityCode,
    drillId,
    findingId: uuid('finding_id', KEY),
    residentId: uuid('resident_id', KEY),
    isOut: boolean('is_out'),
  },
});

interface DrillPublicationRow {
  municipalityCode: string;
  drillId: string;
  version: number;
  state: PublicationState;
  askedResult: PublicDrillResult | null;
  result: PublicDrillResult | null;
  askedAt: Date | null;
  askedBy: string | null;
  askedByAccount: string | null;
  approvedAt: Date | null;
  approvedBy: string | null;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
}
export const DrillPublication = new EntitySchema<DrillPublicationRow>({
  name: 'drill_publication',
  columns: {
    municipalityCode,
    drillId,
    version: integer('version'),
    state: text('state'),
    askedResult: json('asked_result', NULLABLE),
    result: json('result', NULLABLE),
    askedAt: timestamp('asked_at', NULLABLE),
    askedBy: text('asked_by', NULLABLE),
    askedByAccount: uuid('asked_by_account', NULLABLE),
    approvedAt: timestamp('approved_at', NULLABLE),
    approvedBy: text('approved_by', NULLABLE),
    withdrawnAt: timestamp('withdrawn_at', NULLABLE),
    withdrawnBy: text('withdrawn_by', NULLABLE),
    withdrawnReason: text('withdrawn_reason', NULLABLE),
  },
});
