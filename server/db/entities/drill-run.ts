import { EntitySchema } from 'typeorm';
import type { RunEventBody } from '#domain/drill/run/event';
import type { KeptTours } from '#domain/drill/tours/kept-tours';
import {
  bigint,
  bytes,
  integer,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  text,
  timestamp,
  uuid,
} from './columns.ts';
import { drillId } from './drill-parts.ts';

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
