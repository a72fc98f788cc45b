import { EntitySchema } from 'typeorm';
import type { SiteFacts } from '#domain/road/override';
import {
  bytes,
  integer,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  point,
  text,
  timestamp,
  uuid,
} from './columns.ts';
import type { PointJson } from './point-json.ts';

export interface SiteOverrideRow {
  municipalityCode: string;
  id: string;
  version: number;
  roadSource: string;
  roadId: string;
  roadMiddle: PointJson;
  facts: SiteFacts;
  expiresAt: Date | null;
  createdAt: Date;
  createdBy: string;
  createdByAccount: string | null;
  updatedAt: Date;
  updatedBy: string;
  updatedByAccount: string | null;
  takenBackAt: Date | null;
}
export const SiteOverride = new EntitySchema<SiteOverrideRow>({
  name: 'site_override',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    version: integer('version'),
    roadSource: text('road_source'),
    roadId: text('road_id'),
    roadMiddle: point('road_middle'),
    facts: json('facts'),
    expiresAt: timestamp('expires_at', NULLABLE),
    createdAt: timestamp('created_at'),
    createdBy: text('created_by'),
    createdByAccount: uuid('created_by_account', NULLABLE),
    updatedAt: timestamp('updated_at'),
    updatedBy: text('updated_by'),
    updatedByAccount: uuid('updated_by_account', NULLABLE),
    takenBackAt: timestamp('taken_back_at', NULLABLE),
  },
});

export type SiteChangeKind = 'create' | 'change' | 'take-back' | 'restore';

export interface SiteOverrideChangeRow {
  municipalityCode: string;
  overrideId: string;
  version: number;
  kind: SiteChangeKind;
  facts: SiteFacts;
  expiresAt: Date | null;
  changedAt: Date;
  changedBy: string;
  changedByAccount: string | null;
}
export const SiteOverrideChange = new EntitySchema<SiteOverrideChangeRow>({
  name: 'site_override_change',
  columns: {
    municipalityCode,
    overrideId: uuid('override_id', KEY),
    version: integer('version', KEY),
    kind: text('kind'),
    facts: json('facts'),
    expiresAt: timestamp('expires_at', NULLABLE),
    changedAt: timestamp('changed_at'),
    changedBy: text('changed_by'),
    changedByAccount: uuid('changed_by_account', NULLABLE),
  },
});

export interface SiteOverridePhotoRow {
  municipalityCode: string;
  overrideId: string;
  id: string;
  mediaType: string;
  content: Buffer;
  addedAt: Date;
  addedBy: string;
  addedByAccount: string | null;
  removedAt: Date | null;
}
export const SiteOverridePhoto = new EntitySchema<SiteOverridePhotoRow>({
  name: 'site_override_photo',
  columns: {
    municipalityCode,
    overrideId: uuid('override_id', KEY),
    id: uuid('id', KEY),
    mediaType: text('media_type'),
    content: bytes('content'),
    addedAt: timestamp('added_at'),
    addedBy: text('added_by'),
    addedByAccount: uuid('added_by_account', NULLABLE),
    removedAt: timestamp('removed_at', NULLABLE),
  },
});
