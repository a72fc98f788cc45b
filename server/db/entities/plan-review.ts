import { EntitySchema } from 'typeorm';
import type { KeptFinding } from '#domain/plan/review/kept-findings';
import type { PlanTruth, TruthDates } from '#domain/plan/review/truth';
import type { ReviewReason } from '#domain/plan/states';
import type { DataVersions } from '../queries/data-versions.ts';
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

/** What stood before a plan was confirmed. */
export interface FormerBasis {
  readonly basis: PlanTruth;
  readonly findings: readonly KeptFinding[];
  readonly reviewReasons: readonly ReviewReason[];
  readonly confirmedOn: string;
  readonly confirmedBy: string;
}

export interface PlanBasisRow {
  municipalityCode: string;
  residentId: string;
  basis: PlanTruth;
  current: PlanTruth;
  findings: KeptFinding[];
  confirmedOn: string;
  confirmedBy: string;
  planVersion: number;
  former: FormerBasis | null;
}
export const PlanBasis = new EntitySchema<PlanBasisRow>({
  name: 'plan_basis',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    basis: json('basis'),
    current: json('current'),
    findings: json('findings'),
    confirmedOn: date('confirmed_on'),
    confirmedBy: text('confirmed_by'),
    planVersion: integer('plan_version'),
    former: json('former', NULLABLE),
  },
});

export interface PlanReviewRunRow {
  municipalityCode: string;
  dataVersions: DataVersions;
  dates: TruthDates;
  siteMoment: number;
  day: string;
  reviewedAt: Date;
}
export const PlanReviewRun = new EntitySchema<PlanReviewRunRow>({
  name: 'plan_review_run',
  columns: {
    municipalityCode,
    dataVersions: json('data_versions'),
    dates: json('dates'),
    siteMoment: integer('site_moment'),
    day: date('day'),
    reviewedAt: timestamp('reviewed_at'),
  },
});
