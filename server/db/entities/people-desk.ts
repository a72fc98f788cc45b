import { EntitySchema } from 'typeorm';
import {
  integer,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  text,
  timestamp,
  uuid,
} from './columns.ts';

export interface SavedFilterRow {
  municipalityCode: string;
  id: string;
  version: number;
  name: string;
  query: string;
  updatedAt: Date;
  updatedBy: string;
  removedAt: Date | null;
}
export const SavedFilter = new EntitySchema<SavedFilterRow>({
  name: 'saved_filter',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    version: integer('version'),
    name: text('name'),
    query: text('query'),
    updatedAt: timestamp('updated_at'),
    updatedBy: text('updated_by'),
    removedAt: timestamp('removed_at', NULLABLE),
  },
});

export interface ResidentEventRow {
  municipalityCode: string;
  residentId: string;
  id: string;
  at: Date;
  kind: string;
  by: string | null;
  reason: string | null;
  datasetId: string | null;
  changes: Record<string, [unknown, unknown]>;
}
export const ResidentEvent = new EntitySchema<ResidentEventRow>({
  name: 'resident_event',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    id: uuid('id', KEY),
    at: timestamp('at'),
    kind: text('kind'),
    by: text('by', NULLABLE),
    reason: text('reason', NULLABLE),
    datasetId: uuid('dataset_id', NULLABLE),
    changes: json('changes'),
  },
});

export interface PositionLeftRow {
  municipalityCode: string;
  residentId: string;
  reason: string;
  address: string | null;
  accuracy: string;
  leftAt: Date;
  leftBy: string;
}
export const PositionLeft = new EntitySchema<PositionLeftRow>({
  name: 'position_left',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    reason: text('reason'),
    address: text('address', NULLABLE),
    accuracy: text('accuracy'),
    leftAt: timestamp('left_at'),
    leftBy: text('left_by'),
  },
});

export interface DuplicateDecisionRow {
  municipalityCode: string;
  residentA: string;
  residentB: string;
  decision: 'same' | 'different';
  keptId: string | null;
  decidedAt: Date;
  decidedBy: string;
}
export const DuplicateDecision = new EntitySchema<DuplicateDecisionRow>({
  name: 'duplicate_decision',
  columns: {
    municipalityCode,
    residentA: uuid('resident_a', KEY),
    residentB: uuid('resident_b', KEY),
    decision: text('decision'),
    keptId: uuid('kept_id', NULLABLE),
    decidedAt: timestamp('decided_at'),
    decidedBy: text('decided_by'),
  },
});
