import { EntitySchema } from 'typeorm';
import type { KeptClosures } from '#domain/routing/isolation/kept-closures';
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

export interface ClosureScenarioRow {
  municipalityCode: string;
  id: string;
  version: number;
  name: string;
  note: string;
  closures: KeptClosures;
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
  updatedBy: string;
  removedAt: Date | null;
}
export const ClosureScenario = new EntitySchema<ClosureScenarioRow>({
  name: 'closure_scenario',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    version: integer('version'),
    name: text('name'),
    note: text('note'),
    closures: json('closures'),
    createdAt: timestamp('created_at'),
    createdBy: text('created_by'),
    updatedAt: timestamp('updated_at'),
    updatedBy: text('updated_by'),
    removedAt: timestamp('removed_at', NULLABLE),
  },
});
