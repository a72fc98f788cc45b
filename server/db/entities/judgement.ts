import { EntitySchema } from 'typeorm';
import type { AssessmentRun as WireRun } from '#contract/dataset';
import type { ZoneJudgement } from '#domain/hazard/exposure';
import type { Relation } from '#domain/hazard/relation';
import type { Phenomenon } from '#domain/hazard/zone';
import type { PriorityCriteria as Criteria } from '#domain/priority/criteria';
import {
  boolean,
  date,
  double,
  integer,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  text,
  texts,
  timestamp,
  uuid,
  uuids,
} from './columns.ts';
import type { Topic } from './municipality.ts';

export interface AssessmentRunRow {
  municipalityCode: string;
  id: string;
  assessedAt: Date;
  marginMeters: number;
  zoneDatasetIds: string[];
  /** Versions of what was read: older than now means that the run is stale. */
  dataVersions: Partial<Record<Topic, number>>;
  assessed: number;
  difference: WireRun['difference'];
}
export const AssessmentRun = new EntitySchema<AssessmentRunRow>({
  name: 'assessment_run',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    assessedAt: timestamp('assessed_at'),
    marginMeters: double('margin_meters'),
    zoneDatasetIds: uuids('zone_dataset_ids'),
    dataVersions: json('data_versions'),
    assessed: integer('assessed'),
    difference: json('difference'),
  },
});

export interface AssessmentRow {
  municipalityCode: string;
  subjectKind: 'resident' | 'shelter';
  subjectId: string;
  runId: string;
  relation: Relation;
  redRelation: Relation;
  redDistanceMeters: number | null;
  phenomena: Phenomenon[];
  redNotSurveyed: boolean;
  zones: ZoneJudgement[];
}
export const Assessment = new EntitySchema<AssessmentRow>({
  name: 'assessment',
  columns: {
    municipalityCode,
    subjectKind: text('subject_kind', KEY),
    subjectId: text('subject_id', KEY),
    runId: uuid('run_id'),
    relation: text('relation'),
    redRelation: text('red_relation'),
    redDistanceMeters: double('red_distance_meters', NULLABLE),
    phenomena: texts('phenomena'),
    redNotSurveyed: boolean('red_not_surveyed'),
    zones: json('zones'),
  },
});

export interface PriorityCriteriaRow {
  municipalityCode: string;
  id: string;
  version: number;
  effectiveOn: string;
  document: Criteria;
  createdAt: Date;
}
export const PriorityCriteria = new EntitySchema<PriorityCriteriaRow>({
  name: 'priority_criteria',
  columns: {
    municipalityCode,
    id: text('id', KEY),
    version: integer('version', KEY),
    effectiveOn: date('effective_on'),
    document: json('document'),
    createdAt: timestamp('created_at'),
  },
});

export interface PriorityResultRow {
  municipalityCode: string;
  residentId: string;
  criteriaId: string;
  criteriaVersion: number;
  tier: number;
  rank: number;
  score: number;
  possibleTier: number;
}
export const PriorityResult = new EntitySchema<PriorityResultRow>({
  name: 'priority_result',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    criteriaId: text('criteria_id'),
    criteriaVersion: integer('criteria_version'),
    tier: integer('tier'),
    rank: integer('rank'),
    score: double('score'),
    possibleTier: integer('possible_tier'),
  },
});

export interface DerivationRow {
  municipalityCode: string;
  /** Positions by address, or the ranking. */
  kind: 'positions' | 'ranking';
  /** Versions of what it was made from. */
  dataVersions: Partial<Record<Topic, number>>;
}
export type DerivationKind = DerivationRow['kind'];
export const Derivation = new EntitySchema<DerivationRow>({
  name: 'derivation',
  columns: {
    municipalityCode,
    kind: text('kind', KEY),
    dataVersions: json('data_versions'),
  },
});
