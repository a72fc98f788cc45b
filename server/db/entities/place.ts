import { EntitySchema } from 'typeorm';
import type { MultiPolygon } from '#domain/geo/position';
import type { HazardZone as DomainZone } from '#domain/hazard/zone';
import type { ShelterEntry } from '#domain/shelter/shelter';
import type { GazetteerEntry as DomainGazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import {
  boolean,
  date,
  integer,
  KEY,
  multiPolygon,
  municipalityCode,
  NULLABLE,
  point,
  text,
  texts,
  uuid,
} from './columns.ts';
import type { PointJson } from './point-json.ts';

interface OfDataset {
  municipalityCode: string;
  datasetId: string;
}
const ofDataset = { municipalityCode, datasetId: uuid('dataset_id', KEY) };

export interface DistrictRow extends OfDataset {
  id: string;
  name: string;
  geometry: MultiPolygon;
  label: PointJson;
}
export const District = new EntitySchema<DistrictRow>({
  name: 'district',
  columns: {
    ...ofDataset,
    id: text('id', KEY),
    name: text('name'),
    geometry: multiPolygon('geometry'),
    label: point('label'),
  },
});

export interface HazardZoneRow extends OfDataset, Omit<DomainZone, 'geometry'> {
  geometry: MultiPolygon;
  sourceGeometry: MultiPolygon | null;
  repair: string | null;
}
export const HazardZone = new EntitySchema<HazardZoneRow>({
  name: 'hazard_zone',
  columns: {
    ...ofDataset,
    id: text('id', KEY),
    phenomenon: text('phenomenon'),
    zoneClass: text('zone_class'),
    redNotSurveyed: boolean('red_not_surveyed'),
    prefectureCode: text('prefecture_code', NULLABLE),
    zoneNumber: text('zone_number', NULLABLE),
    zoneName: text('zone_name', NULLABLE),
    place: text('place', NULLABLE),
    noticeDate: date('notice_date', NULLABLE),
    geometry: multiPolygon('geometry'),
    sourceGeometry: multiPolygon('source_geometry', NULLABLE),
    repair: text('repair', NULLABLE),
  },
});

export interface ShelterRow extends OfDataset, Omit<ShelterEntry, 'position' | 'municipalityCode'> {
  position: PointJson | null;
  /** Where the list has it, if another position was chosen. */
  listPosition: PointJson | null;
  listMunicipalityCode: string | null;
}
export const Shelter = new EntitySchema<ShelterRow>({
  name: 'shelter',
  columns: {
    ...ofDataset,
    id: text('id', KEY),
    kind: text('kind'),
    name: text('name'),
    nameKana: text('name_kana', NULLABLE),
    address: text('address', NULLABLE),
    position: point('position', NULLABLE),
    designatedHazards: texts('designated_hazards', NULLABLE),
    capacity: integer('capacity', NULLABLE),
    capacityNote: text('capacity_note', NULLABLE),
    acceptedGroups: texts('accepted_groups', NULLABLE),
    basis: text('basis', NULLABLE),
    equipment: texts('equipment', NULLABLE),
    phone: text('phone', NULLABLE),
    listMunicipalityCode: text('list_municipality_code', NULLABLE),
    notes: text('notes', NULLABLE),
    listPosition: point('list_position', NULLABLE),
  },
});

export interface GazetteerEntryRow extends OfDataset, Omit<DomainGazetteerEntry, 'position'> {
  ordinal: number;
  position: PointJson;
}
export const GazetteerEntry = new EntitySchema<GazetteerEntryRow>({
  name: 'gazetteer_entry',
  columns: {
    ...ofDataset,
    ordinal: integer('ordinal', KEY),
    prefecture: text('prefecture', NULLABLE),
    city: text('city', NULLABLE),
    town: text('town'),
    koaza: text('koaza', NULLABLE),
    block: text('block', NULLABLE),
    level: text('level'),
    position: point('position'),
  },
});
