import { EntitySchema } from 'typeorm';
import {
  integer,
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

export interface FireStationRow {
  municipalityCode: string;
  id: string;
  version: number;
  name: string;
  kind: string;
  position: PointJson;
  vehicles: string[];
  createdAt: Date;
  updatedAt: Date;
  updatedBy: string;
  updatedByAccount: string | null;
  closedAt: Date | null;
}
export const FireStation = new EntitySchema<FireStationRow>({
  name: 'fire_station',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    version: integer('version'),
    name: text('name'),
    kind: text('kind'),
    position: point('position'),
    vehicles: texts('vehicles'),
    createdAt: timestamp('created_at'),
    updatedAt: timestamp('updated_at'),
    updatedBy: text('updated_by'),
    updatedByAccount: uuid('updated_by_account', NULLABLE),
    closedAt: timestamp('closed_at', NULLABLE),
  },
});
