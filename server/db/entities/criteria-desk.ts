import { EntitySchema } from 'typeorm';
import type { CriteriaContent } from '#domain/priority/content';
import {
  date,
  integer,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  text,
  timestamp,
  uuid,
} from './columns.ts';

export interface CriteriaDraftRow {
  municipalityCode: string;
  id: string;
  version: number;
  criteriaId: string;
  basedOnId: string | null;
  basedOnVersion: number | null;
  document: CriteriaContent;
  updatedAt: Date;
  updatedBy: string;
  removedAt: Date | null;
}
export const CriteriaDraft = new EntitySchema<CriteriaDraftRow>({
  name: 'criteria_draft',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    version: integer('version'),
    criteriaId: text('criteria_id'),
    basedOnId: text('based_on_id', NULLABLE),
    basedOnVersion: integer('based_on_version', NULLABLE),
    document: json('document'),
    updatedAt: timestamp('updated_at'),
    updatedBy: text('updated_by'),
    removedAt: timestamp('removed_at', NULLABLE),
  },
});

export interface CriteriaAdoptionRow {
  municipalityCode: string;
  ordinal: number;
  criteriaId: string;
  criteriaVersion: number;
  adoptedBy: string;
  effectiveOn: string;
  note: string;
  adoptedAt: Date;
}
export const CriteriaAdoption = new EntitySchema<CriteriaAdoptionRow>({
  name: 'criteria_adoption',
  columns: {
    municipalityCode,
    ordinal: integer('ordinal', KEY),
    criteriaId: text('criteria_id'),
    criteriaVersion: integer('criteria_version'),
    adoptedBy: text('adopted_by'),
    effectiveOn: date('effective_on'),
    note: text('note'),
    adoptedAt: timestamp('adopted_at'),
  },
});
