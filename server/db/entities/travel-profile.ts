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

export interface TravelProfileRow {
  municipalityCode: string;
  id: string;
  version: number;
  figures: object | null;
  updatedAt: Date;
  updatedBy: string;
  updatedByAccount: string | null;
}
export const TravelProfile = new EntitySchema<TravelProfileRow>({
  name: 'travel_profile',
  columns: {
    municipalityCode,
    id: text('id', KEY),
    version: integer('version'),
    figures: json('figures', NULLABLE),
    updatedAt: timestamp('updated_at'),
    updatedBy: text('updated_by'),
    updatedByAccount: uuid('updated_by_account', NULLABLE),
  },
});
