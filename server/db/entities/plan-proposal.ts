import { EntitySchema } from 'typeorm';
import type { Placement, ProposalConditions, ProposalSummary } from '#contract/plan-proposal';
import {
  boolean,
  double,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  text,
  texts,
  timestamp,
  uuid,
} from './columns.ts';

export interface PlanProposalRow {
  municipalityCode: string;
  id: string;
  name: string;
  conditions: Omit<ProposalConditions, 'fixed'>;
  summary: ProposalSummary;
  districts: string[] | null;
  createdAt: Date;
  createdBy: string;
}
export const PlanProposal = new EntitySchema<PlanProposalRow>({
  name: 'plan_proposal',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    name: text('name'),
    conditions: json('conditions'),
    summary: json('summary'),
    districts: texts('districts', NULLABLE),
    createdAt: timestamp('created_at'),
    createdBy: text('created_by'),
  },
});

export interface PlanProposalLineRow {
  municipalityCode: string;
  proposalId: string;
  residentId: string;
  shelterId: string | null;
  isPlaced: boolean;
  redMeters: number | null;
  seconds: number | null;
  placement: Placement;
  takenAt: Date | null;
  takenBy: string | null;
}
export const PlanProposalLine = new EntitySchema<PlanProposalLineRow>({
  name: 'plan_proposal_line',
  columns: {
    municipalityCode,
    proposalId: uuid('proposal_id', KEY),
    residentId: uuid('resident_id', KEY),
    shelterId: text('shelter_id', NULLABLE),
    isPlaced: boolean('is_placed'),
    redMeters: double('red_meters', NULLABLE),
    seconds: double('seconds', NULLABLE),
    placement: json('placement'),
    takenAt: timestamp('taken_at', NULLABLE),
    takenBy: text('taken_by', NULLABLE),
  },
});
