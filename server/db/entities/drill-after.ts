import { EntitySchema } from 'typeorm';
import type { Finding } from '#domain/drill/evaluate/finding';
import type { PublicationState } from '#domain/drill/publication';
import type { PublicDrillResult } from '#domain/drill/publish/public-result';
import type { Bilingual } from '#domain/resident/labels';
import {
  boolean,
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
import { drillId, removedAt, type Saved, saved } from './drill-parts.ts';

/** What carrying a finding out did, and what has to be known to take that back. */
export interface CarriedOut {
  readonly at: string;
  readonly by: string;
  readonly effects: readonly Bilingual[];
  readonly undo:
    | { readonly kind: 'none' }
    | {
        readonly kind: 'template';
        readonly templateId: string;
        readonly stepId: string;
        readonly formerMinutes: number | null;
        /** The model city's became the city's own for it. */
        readonly wasMade: boolean;
      }
    | { readonly kind: 'route-closure'; readonly overrideIds: readonly string[] }
    | { readonly kind: 'shelter'; readonly shelterId: string; readonly added: string }
    | { readonly kind: 'plans'; readonly residentIds: readonly string[] };
}

interface DrillFindingRow extends Saved {
  municipalityCode: string;
  drillId: string;
  id: string;
  version: number;
  ordinal: number;
  finding: Omit<Finding, 'id' | 'doneDate'>;
  doneOn: string | null;
  carriedOut: CarriedOut | null;
  removedAt: Date | null;
}
export const DrillFinding = new EntitySchema<DrillFindingRow>({
  name: 'drill_finding',
  columns: {
    municipalityCode,
    drillId,
    id: uuid('id', KEY),
    version: integer('version'),
    ordinal: integer('ordinal'),
    finding: json('finding'),
    doneOn: date('done_on', NULLABLE),
    carriedOut: json('carried_out', NULLABLE),
    removedAt,
    ...saved,
  },
});

interface DrillFindingPlanRow {
  municipalityCode: string;
  drillId: string;
  findingId: string;
  residentId: string;
  isOut: boolean;
}
export const DrillFindingPlan = new EntitySchema<DrillFindingPlanRow>({
  name: 'drill_finding_plan',
  columns: {
    municipalityCode,
    drillId,
    findingId: uuid('finding_id', KEY),
    residentId: uuid('resident_id', KEY),
    isOut: boolean('is_out'),
  },
});

interface DrillPublicationRow {
  municipalityCode: string;
  drillId: string;
  version: number;
  state: PublicationState;
  askedResult: PublicDrillResult | null;
  result: PublicDrillResult | null;
  askedAt: Date | null;
  askedBy: string | null;
  askedByAccount: string | null;
  approvedAt: Date | null;
  approvedBy: string | null;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
}
export const DrillPublication = new EntitySchema<DrillPublicationRow>({
  name: 'drill_publication',
  columns: {
    municipalityCode,
    drillId,
    version: integer('version'),
    state: text('state'),
    askedResult: json('asked_result', NULLABLE),
    result: json('result', NULLABLE),
    askedAt: timestamp('asked_at', NULLABLE),
    askedBy: text('asked_by', NULLABLE),
    askedByAccount: uuid('asked_by_account', NULLABLE),
    approvedAt: timestamp('approved_at', NULLABLE),
    approvedBy: text('approved_by', NULLABLE),
    withdrawnAt: timestamp('withdrawn_at', NULLABLE),
    withdrawnBy: text('withdrawn_by', NULLABLE),
    withdrawnReason: text('withdrawn_reason', NULLABLE),
  },
});
