import { EntitySchema } from 'typeorm';
import type { Role } from '#domain/access/roles';
import type { FallenApproval } from '#domain/plan/approvals';
import type { PlanOutline } from '#domain/plan/outline';
import type { PlanContent } from '#domain/plan/plan';
import type { Approvals } from '#domain/plan/record';
import type { PlanSetting } from '#domain/plan/setting';
import type { PlanStage, ReviewReason } from '#domain/plan/states';
import type { EndReason, PlanTask } from '#domain/plan/step-names';
import type { PlanState } from '#domain/resident/facts';
import {
  date,
  integer,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  text,
  texts,
  timestamp,
  uuid,
} from './columns.ts';

export interface PlanRow {
  municipalityCode: string;
  residentId: string;
  /** Made by the database; stands on paper. */
  id: string;
  version: number;
  stage: PlanStage;
  stageSince: Date;
  contentVersion: number;
  outline: PlanOutline;
  approvals: Approvals;
  reviewReasons: ReviewReason[];
  endReason: EndReason | null;
  /** Made by the database of the stage. */
  fact: PlanState | null;
  updatedAt: Date;
  updatedBy: string;
}
export const Plan = new EntitySchema<PlanRow>({
  name: 'plan',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    id: uuid('id'),
    version: integer('version'),
    stage: text('stage'),
    stageSince: timestamp('stage_since'),
    contentVersion: integer('content_version'),
    outline: json('outline'),
    approvals: json('approvals'),
    reviewReasons: texts('review_reasons'),
    endReason: text('end_reason', NULLABLE),
    fact: text('fact', NULLABLE),
    updatedAt: timestamp('updated_at'),
    updatedBy: text('updated_by'),
  },
});

export interface PlanVersionRow {
  municipalityCode: string;
  residentId: string;
  version: number;
  content: PlanContent;
  note: string | null;
  savedAt: Date;
  savedBy: string;
}
export const PlanVersion = new EntitySchema<PlanVersionRow>({
  name: 'plan_version',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    version: integer('version', KEY),
    content: json('content'),
    note: text('note', NULLABLE),
    savedAt: timestamp('saved_at'),
    savedBy: text('saved_by'),
  },
});

export interface PlanEventRow {
  municipalityCode: string;
  residentId: string;
  /** Of the record, after it. */
  version: number;
  task: PlanTask;
  fromStage: PlanStage;
  toStage: PlanStage;
  contentVersion: number;
  reason: string | null;
  reviewReasons: ReviewReason[];
  endReason: EndReason | null;
  fallen: FallenApproval[];
  happenedAt: Date;
  doneBy: string;
  role: Role | 'system';
  account: string | null;
  /** Whose word it was and of which day, where another wrote it down. */
  saidBy: string | null;
  saidOn: string | null;
}
export const PlanEvent = new EntitySchema<PlanEventRow>({
  name: 'plan_event',
  columns: {
    municipalityCode,
    residentId: uuid('resident_id', KEY),
    version: integer('version', KEY),
    task: text('task'),
    fromStage: text('from_stage'),
    toStage: text('to_stage'),
    contentVersion: integer('content_version'),
    reason: text('reason', NULLABLE),
    reviewReasons: texts('review_reasons'),
    endReason: text('end_reason', NULLABLE),
    fallen: json('fallen'),
    happenedAt: timestamp('happened_at'),
    doneBy: text('done_by'),
    role: text('role'),
    account: uuid('account', NULLABLE),
    saidBy: text('said_by', NULLABLE),
    saidOn: date('said_on', NULLABLE),
  },
});

export interface PlanSettingRow {
  municipalityCode: string;
  version: number;
  setting: PlanSetting;
  changedAt: Date;
  changedBy: string;
}
export const PlanSettingRecord = new EntitySchema<PlanSettingRow>({
  name: 'plan_setting',
  columns: {
    municipalityCode,
    version: integer('version'),
    setting: json('setting'),
    changedAt: timestamp('changed_at'),
    changedBy: text('changed_by'),
  },
});
