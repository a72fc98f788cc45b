import { EntitySchema } from 'typeorm';
import { bigint, double, integer, KEY, municipalityCode, text, timestamp } from './columns.ts';

export interface MunicipalityRow {
  code: string;
  name: string;
  marginMeters: number;
  criteriaId: string;
  zoneDataLimitYears: number;
  version: number;
  createdAt: Date;
}
export const Municipality = new EntitySchema<MunicipalityRow>({
  name: 'municipality',
  columns: {
    code: text('code', KEY),
    name: text('name'),
    marginMeters: double('margin_meters'),
    criteriaId: text('criteria_id'),
    zoneDataLimitYears: integer('zone_data_limit_years'),
    version: integer('version'),
    createdAt: timestamp('created_at'),
  },
});

export const TOPICS = [
  'settings',
  'zones',
  'shelters',
  'districts',
  'gazetteer',
  'roads',
  'site-overrides',
  'closure-scenarios',
  'roster',
  'residents',
  'assessment',
  'ranking',
  'shelter-edits',
  'scenarios',
  'consent',
  // Of any plan; and where what lists and ranking know of a plan moved with it.
  'plans',
  'plan-facts',
  'plan-settings',
] as const;
/** What a version is kept of. */
export type Topic = (typeof TOPICS)[number];

export interface DataVersionRow {
  municipalityCode: string;
  topic: Topic;
  version: number;
}
export const DataVersion = new EntitySchema<DataVersionRow>({
  name: 'data_version',
  columns: { municipalityCode, topic: text('topic', KEY), version: bigint('version') },
});
