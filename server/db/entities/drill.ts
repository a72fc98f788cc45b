import { EntitySchema } from 'typeorm';
import type { DrillContent, TravellingPerson } from '#domain/drill/content';
import {
  bigint,
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
import { drillId, removedAt, type Saved, saved } from './drill-parts.ts';

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
