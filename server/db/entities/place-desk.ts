import { EntitySchema } from 'typeorm';
import type { ScenarioDrawing } from '#contract/scenario';
import type { MultiPolygon } from '#domain/geo/position';
import type { ConflictField } from '#domain/shelter/facility-conflicts';
import type { ShelterOverrides } from '#domain/shelter/shelter-edit';
import {
  double,
  integer,
  json,
  KEY,
  multiPolygon,
  municipalityCode,
  NULLABLE,
  point,
  text,
  timestamp,
  uuid,
} from './columns.ts';
import type { PointJson } from './point-json.ts';

export interface ShelterEditRow {
  municipalityCode: string;
  shelterId: string;
  version: number;
  overrides: ShelterOverrides;
  listed: ShelterOverrides;
  position: PointJson | null;
}
export const ShelterEdit = new EntitySchema<ShelterEditRow>({
  name: 'shelter_edit',
  columns: {
    municipalityCode,
    shelterId: text('shelter_id', KEY),
    version: integer('version'),
    overrides: json('overrides'),
    listed: json('listed'),
    position: point('position', NULLABLE),
  },
});

export interface ShelterEditChangeRow {
  municipalityCode: string;
  shelterId: string;
  version: number;
  former: ShelterOverrides;
  overrides: ShelterOverrides;
  reason: string;
  changedAt: Date;
  changedBy: string;
}
export const ShelterEditChange = new EntitySchema<ShelterEditChangeRow>({
  name: 'shelter_edit_change',
  columns: {
    municipalityCode,
    shelterId: text('shelter_id', KEY),
    version: integer('version', KEY),
    former: json('former'),
    overrides: json('overrides'),
    reason: text('reason'),
    changedAt: timestamp('changed_at'),
    changedBy: text('changed_by'),
  },
});

export interface ShelterAgreementRow {
  municipalityCode: string;
  shelterId: string;
  otherId: string;
  field: ConflictField;
  agreedAt: Date;
  agreedBy: string;
}
export const ShelterAgreement = new EntitySchema<ShelterAgreementRow>({
  name: 'shelter_agreement',
  columns: {
    municipalityCode,
    shelterId: text('shelter_id', KEY),
    otherId: text('other_id', KEY),
    field: text('field', KEY),
    agreedAt: timestamp('agreed_at'),
    agreedBy: text('agreed_by'),
  },
});

export interface ScenarioRow {
  municipalityCode: string;
  id: string;
  version: number;
  name: string;
  purpose: string;
  author: string;
  marginMeters: number;
  geometry: MultiPolygon;
  drawing: ScenarioDrawing;
  createdAt: Date;
  updatedAt: Date;
  updatedBy: string;
  removedAt: Date | null;
}
export const Scenario = new EntitySchema<ScenarioRow>({
  name: 'scenario',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    version: integer('version'),
    name: text('name'),
    purpose: text('purpose'),
    author: text('author'),
    marginMeters: double('margin_meters'),
    geometry: multiPolygon('geometry'),
    drawing: json('drawing'),
    createdAt: timestamp('created_at'),
    updatedAt: timestamp('updated_at'),
    updatedBy: text('updated_by'),
    removedAt: timestamp('removed_at', NULLABLE),
  },
});
