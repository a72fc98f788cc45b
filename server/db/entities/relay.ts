import { EntitySchema } from 'typeorm';
import type { Role } from '#domain/access/roles';
import type { OfficeKind } from '#domain/relay/listed-office';
import type { RelayOffice } from '#domain/relay/office';
import type { RelayLink, RelayState, Urgency } from '#domain/relay/sheet';
import type { RelayEventStep } from '#domain/relay/steps';
import {
  bytes,
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

interface RelaySheetRow {
  municipalityCode: string;
  id: string;
  version: number;
  state: RelayState;
  stateSince: Date;
  urgency: Urgency;
  dueAt: Date;
  office: RelayOffice;
  officeKey: string;
  officeKeys: string[];
  residentId: string | null;
  district: string | null;
  placeText: string;
  position: PointJson | null;
  seen: string;
  links: RelayLink[];
  writtenAt: Date;
  receivedAt: Date;
  writtenBy: string;
  writtenRole: Role | 'system';
  writtenAccount: string | null;
  writtenOfficeId: string | null;
}
export const RelaySheetEntity = new EntitySchema<RelaySheetRow>({
  name: 'relay_sheet',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    version: integer('version'),
    state: text('state'),
    stateSince: timestamp('state_since'),
    urgency: text('urgency'),
    dueAt: timestamp('due_at'),
    office: json('office'),
    officeKey: text('office_key'),
    officeKeys: texts('office_keys'),
    residentId: uuid('resident_id', NULLABLE),
    district: text('district', NULLABLE),
    placeText: text('place_text'),
    position: point('position', NULLABLE),
    seen: text('seen'),
    links: json('links'),
    writtenAt: timestamp('written_at'),
    receivedAt: timestamp('received_at'),
    writtenBy: text('written_by'),
    writtenRole: text('written_role'),
    writtenAccount: uuid('written_account', NULLABLE),
    writtenOfficeId: uuid('written_office_id', NULLABLE),
  },
});

interface RelayEventRow {
  municipalityCode: string;
  sheetId: string;
  version: number;
  step: RelayEventStep;
  fromState: RelayState;
  toState: RelayState;
  fromOffice: RelayOffice;
  toOffice: RelayOffice;
  text: string;
  at: Date;
  doneBy: string;
  role: Role | 'system';
  account: string | null;
  officeId: string | null;
}
export const RelayEvent = new EntitySchema<RelayEventRow>({
  name: 'relay_event',
  columns: {
    municipalityCode,
    sheetId: uuid('sheet_id', KEY),
    version: integer('version', KEY),
    step: text('step'),
    fromState: text('from_state'),
    toState: text('to_state'),
    fromOffice: json('from_office'),
    toOffice: json('to_office'),
    text: text('text'),
    at: timestamp('at'),
    doneBy: text('done_by'),
    role: text('role'),
    account: uuid('account', NULLABLE),
    officeId: uuid('office_id', NULLABLE),
  },
});

interface RelayAttachmentRow {
  municipalityCode: string;
  sheetId: string;
  id: string;
  mediaType: string;
  content: Buffer;
  addedAt: Date;
  addedBy: string;
  addedByAccount: string | null;
  removedAt: Date | null;
}
export const RelayAttachment = new EntitySchema<RelayAttachmentRow>({
  name: 'relay_attachment',
  columns: {
    municipalityCode,
    sheetId: uuid('sheet_id', KEY),
    id: uuid('id', KEY),
    mediaType: text('media_type'),
    content: bytes('content'),
    addedAt: timestamp('added_at'),
    addedBy: text('added_by'),
    addedByAccount: uuid('added_by_account', NULLABLE),
    removedAt: timestamp('removed_at', NULLABLE),
  },
});

interface RelayOfficeRow {
  municipalityCode: string;
  id: string;
  version: number;
  name: string;
  kind: OfficeKind;
  districts: string[];
  updatedAt: Date;
  updatedBy: string;
  closedAt: Date | null;
}
export const RelayOfficeEntity = new EntitySchema<RelayOfficeRow>({
  name: 'relay_office',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    version: integer('version'),
    name: text('name'),
    kind: text('kind'),
    districts: texts('districts'),
    updatedAt: timestamp('updated_at'),
    updatedBy: text('updated_by'),
    closedAt: timestamp('closed_at', NULLABLE),
  },
});

interface GuideReadingRow {
  accountId: string;
  role: Role;
  version: number;
  readAt: Date;
}
export const GuideReading = new EntitySchema<GuideReadingRow>({
  name: 'guide_reading',
  columns: {
    accountId: uuid('account_id', KEY),
    role: text('role', KEY),
    version: integer('version', KEY),
    readAt: timestamp('read_at'),
  },
});
