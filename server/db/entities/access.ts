import { EntitySchema } from 'typeorm';
import type { ConsentPurpose, ConsentState } from '#domain/access/consent';
import type { DisasterArticle } from '#domain/access/disaster-mode';
import {
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

export interface ConsentRow {
  municipalityCode: string;
  residentId: string;
  purpose: ConsentPurpose;
  state: ConsentState;
  version: number;
  decidedOn: string | null;
  explainedBy: string | null;
  onPaper: boolean;
  shelterIds: string[];
}
export const Consent = new EntitySchema<ConsentRow>({
  name: 'consent',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    purpose: text('purpose', KEY),
    state: text('state'),
    version: integer('version'),
    decidedOn: date('decided_on', NULLABLE),
    explainedBy: text('explained_by', NULLABLE),
    onPaper: boolean('on_paper'),
    shelterIds: texts('shelter_ids'),
  },
});

export interface ConsentChangeRow {
  municipalityCode: string;
  residentId: string;
  purpose: ConsentPurpose;
  version: number;
  former: object | null;
  record: object;
  changedAt: Date;
  changedBy: string;
  datasetId: string | null;
}
export const ConsentChange = new EntitySchema<ConsentChangeRow>({
  name: 'consent_change',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    purpose: text('purpose', KEY),
    version: integer('version', KEY),
    former: json('former', NULLABLE),
    record: json('record'),
    changedAt: timestamp('changed_at'),
    changedBy: text('changed_by'),
    datasetId: uuid('dataset_id', NULLABLE),
  },
});

export interface StagedConsentRow {
  municipalityCode: string;
  datasetId: string;
  rosterNumber: string;
  purpose: ConsentPurpose;
  recordNumber: number;
  state: ConsentState;
  decidedOn: string | null;
  explainedBy: string | null;
  onPaper: boolean;
}
export const StagedConsent = new EntitySchema<StagedConsentRow>({
  name: 'staged_consent',
  columns: {
    municipalityCode,
    datasetId: uuid('dataset_id', KEY),
    rosterNumber: text('roster_number', KEY),
    purpose: text('purpose', KEY),
    recordNumber: integer('record_number'),
    state: text('state'),
    decidedOn: date('decided_on', NULLABLE),
    explainedBy: text('explained_by', NULLABLE),
    onPaper: boolean('on_paper'),
  },
});

export interface ConsentScanRow {
  municipalityCode: string;
  residentId: string;
  purpose: ConsentPurpose;
  id: string;
  mediaType: string;
  content: Buffer;
  addedAt: Date;
  addedBy: string;
  removedAt: Date | null;
}
export const ConsentScan = new EntitySchema<ConsentScanRow>({
  name: 'consent_scan',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    purpose: text('purpose', KEY),
    id: uuid('id', KEY),
    mediaType: text('media_type'),
    content: bytes('content'),
    addedAt: timestamp('added_at'),
    addedBy: text('added_by'),
    removedAt: timestamp('removed_at', NULLABLE),
  },
});

export interface ConsentRuleRow {
  municipalityCode: string;
  version: number;
  byOrdinance: boolean;
  ordinance: string | null;
  changedAt: Date;
  changedBy: string;
}
export const ConsentRule = new EntitySchema<ConsentRuleRow>({
  name: 'consent_rule',
  columns: {
    municipalityCode,
    version: integer('version'),
    byOrdinance: boolean('by_ordinance'),
    ordinance: text('ordinance', NULLABLE),
    changedAt: timestamp('changed_at'),
    changedBy: text('changed_by'),
  },
});

export interface DisasterModeRow {
  municipalityCode: string;
  id: string;
  districts: string[] | null;
  articles: DisasterArticle[];
  reason: string;
  openedBy: string;
  openedByAccount: string | null;
  beginsAt: Date;
  endsAt: Date;
  closedAt: Date | null;
  closedBy: string | null;
}
export const DisasterMode = new EntitySchema<DisasterModeRow>({
  name: 'disaster_mode',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    districts: texts('districts', NULLABLE),
    articles: texts('articles'),
    reason: text('reason'),
    openedBy: text('opened_by'),
    openedByAccount: uuid('opened_by_account', NULLABLE),
    beginsAt: timestamp('begins_at'),
    endsAt: timestamp('ends_at'),
    closedAt: timestamp('closed_at', NULLABLE),
    closedBy: text('closed_by', NULLABLE),
  },
});
