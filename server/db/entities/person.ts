import { EntitySchema } from 'typeorm';
import type { Accuracy } from '#domain/resident/accuracy';
import type { CareLevel } from '#domain/resident/care-level';
import type { Device, Disability } from '#domain/resident/disability';
import type { CommunicationNeed, Household, PlanState } from '#domain/resident/facts';
import type { RosterEntry, Sex } from '#domain/resident/roster-entry';
import {
  boolean,
  date,
  double,
  integer,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  point,
  text,
  texts,
  timestamp,
  uuid,
} from './columns.ts';
import type { PointJson } from './point-json.ts';

/** Who placed a person: a hand goes before the roster file, that before the gazetteer. */
export type PositionOrigin = 'manual' | 'roster' | 'gazetteer' | 'none';

interface Placed {
  position: PointJson | null;
  accuracy: Accuracy;
  radiusMeters: number | null;
}
const placed = {
  position: point('position', NULLABLE),
  accuracy: text('accuracy'),
  radiusMeters: double('radius_meters', NULLABLE),
};

export interface RosterRecordRow extends Placed {
  municipalityCode: string;
  datasetId: string;
  rosterNumber: string;
  recordNumber: number;
  contentHash: string;
  entry: RosterEntry;
  positionOrigin: PositionOrigin;
  positionSource: string | null;
  supporters: unknown[] | null;
  /** The roster that this was carried over from, as the file itself gave the number to somebody else. */
  carriedFrom: string | null;
}
export const RosterRecord = new EntitySchema<RosterRecordRow>({
  name: 'roster_record',
  columns: {
    municipalityCode,
    datasetId: uuid('dataset_id', KEY),
    rosterNumber: text('roster_number', KEY),
    recordNumber: integer('record_number'),
    contentHash: text('content_hash'),
    entry: json('entry'),
    ...placed,
    positionOrigin: text('position_origin'),
    positionSource: text('position_source', NULLABLE),
    supporters: json('supporters', NULLABLE),
    carriedFrom: uuid('carried_from', NULLABLE),
  },
});

export interface ResidentRow extends Placed {
  municipalityCode: string;
  id: string;
  rosterNumber: string;
  name: string;
  nameKana: string | null;
  birthDate: string | null;
  sex: Sex | null;
  address: string | null;
  phone: string | null;
  districtName: string | null;
  districtSource: 'roster' | 'polygon' | null;
  reason: string | null;
  notes: string | null;
  positionOrigin: PositionOrigin;
  positionSource: string | null;
  contentHash: string;
  datasetId: string | null;
  version: number;
  archivedAt: Date | null;
  updatedAt: Date;
  /** null: entered before this was kept. */
  enteredAt: Date | null;
  /** The person that this one turned out to be. */
  mergedInto: string | null;
}
export const Resident = new EntitySchema<ResidentRow>({
  name: 'resident',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    rosterNumber: text('roster_number'),
    name: text('name'),
    nameKana: text('name_kana', NULLABLE),
    birthDate: date('birth_date', NULLABLE),
    sex: text('sex', NULLABLE),
    address: text('address', NULLABLE),
    phone: text('phone', NULLABLE),
    districtName: text('district_name', NULLABLE),
    districtSource: text('district_source', NULLABLE),
    reason: text('reason', NULLABLE),
    notes: text('notes', NULLABLE),
    ...placed,
    positionOrigin: text('position_origin'),
    positionSource: text('position_source', NULLABLE),
    contentHash: text('content_hash'),
    datasetId: uuid('dataset_id', NULLABLE),
    version: integer('version'),
    archivedAt: timestamp('archived_at', NULLABLE),
    updatedAt: timestamp('updated_at'),
    enteredAt: timestamp('entered_at', NULLABLE),
    mergedInto: uuid('merged_into', NULLABLE),
  },
});

export interface ResidentPositionChangeRow {
  municipalityCode: string;
  residentId: string;
  version: number;
  formerPosition: PointJson | null;
  formerAccuracy: Accuracy;
  formerRadiusMeters: number | null;
  formerOrigin: PositionOrigin;
  formerSource: string | null;
  reason: string;
  changedAt: Date;
  changedBy: string;
  /** The move that this one took back. */
  restoresVersion: number | null;
}
export const ResidentPositionChange = new EntitySchema<ResidentPositionChangeRow>({
  name: 'resident_position_change',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    version: integer('version', KEY),
    formerPosition: point('former_position', NULLABLE),
    formerAccuracy: text('former_accuracy'),
    formerRadiusMeters: double('former_radius_meters', NULLABLE),
    formerOrigin: text('former_origin'),
    formerSource: text('former_source', NULLABLE),
    reason: text('reason'),
    changedAt: timestamp('changed_at'),
    changedBy: text('changed_by'),
    restoresVersion: integer('restores_version', NULLABLE),
  },
});

export interface HouseholdFactsRow {
  municipalityCode: string;
  residentId: string;
  careLevel: CareLevel | null;
  disabilities: Disability[] | null;
  devices: Device[] | null;
  household: Household | null;
  communication: CommunicationNeed | null;
  plan: PlanState | null;
  supportersKnown: boolean;
  source: string;
  asOf: string | null;
}
export const HouseholdFacts = new EntitySchema<HouseholdFactsRow>({
  name: 'household_facts',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    careLevel: text('care_level', NULLABLE),
    disabilities: json('disabilities', NULLABLE),
    devices: texts('devices', NULLABLE),
    household: text('household', NULLABLE),
    communication: text('communication', NULLABLE),
    plan: text('plan', NULLABLE),
    supportersKnown: boolean('supporters_known'),
    source: text('source'),
    asOf: date('as_of', NULLABLE),
  },
});

export interface SupporterRow extends Placed {
  municipalityCode: string;
  residentId: string;
  ordinal: number;
  name: string;
  relationship: string | null;
  phone: string | null;
  address: string | null;
}
export const Supporter = new EntitySchema<SupporterRow>({
  name: 'supporter',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    ordinal: integer('ordinal', KEY),
    name: text('name'),
    relationship: text('relationship', NULLABLE),
    phone: text('phone', NULLABLE),
    address: text('address', NULLABLE),
    ...placed,
  },
});
