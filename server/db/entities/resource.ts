import { EntitySchema } from 'typeorm';
import type { ResourceFacts } from '#domain/resource/resource';
import {
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

export type ResourceChangeKind = 'create' | 'change' | 'import' | 'remove' | 'restore';

interface SocialResourceRow {
  municipalityCode: string;
  id: string;
  version: number;
  name: string;
  facts: ResourceFacts;
  position: PointJson | null;
  updatedAt: Date;
  updatedBy: string;
  removedAt: Date | null;
}
export const SocialResource = new EntitySchema<SocialResourceRow>({
  name: 'social_resource',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    version: integer('version'),
    name: text('name'),
    facts: json('facts'),
    position: point('position', NULLABLE),
    updatedAt: timestamp('updated_at'),
    updatedBy: text('updated_by'),
    removedAt: timestamp('removed_at', NULLABLE),
  },
});

interface SocialResourceChangeRow {
  municipalityCode: string;
  resourceId: string;
  version: number;
  kind: ResourceChangeKind;
  facts: ResourceFacts;
  changedAt: Date;
  changedBy: string;
}
export const SocialResourceChange = new EntitySchema<SocialResourceChangeRow>({
  name: 'social_resource_change',
  columns: {
    municipalityCode,
    resourceId: uuid('resource_id', KEY),
    version: integer('version', KEY),
    kind: text('kind'),
    facts: json('facts'),
    changedAt: timestamp('changed_at'),
    changedBy: text('changed_by'),
  },
});
