import { EntitySchema } from 'typeorm';
import type { Role } from '#domain/access/roles';
import type { Relation } from '#domain/hazard/relation';
import type { DepartureLevel } from '#domain/plan/plan';
import type { ResponseKind, ResponseStatus } from '#domain/plan/response';
import type { ResponseLevel } from '#domain/plan/response-levels';
import {
  bigint,
  boolean,
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

interface ResponseRow {
  municipalityCode: string;
  id: string;
  kind: ResponseKind;
  districts: string[] | null;
  levels: ResponseLevel[];
  moment: number;
  openedBy: string;
  openedAt: Date;
  closedBy: string | null;
  closedAt: Date | null;
}
export const ResponseEntity = new EntitySchema<ResponseRow>({
  name: 'response',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    kind: text('kind'),
    districts: texts('districts', NULLABLE),
    levels: json('levels'),
    moment: bigint('moment'),
    openedBy: text('opened_by'),
    openedAt: timestamp('opened_at'),
    closedBy: text('closed_by', NULLABLE),
    closedAt: timestamp('closed_at', NULLABLE),
  },
});

interface ResponsePersonRow {
  municipalityCode: string;
  responseId: string;
  residentId: string;
  district: string | null;
  tier: number;
  rank: number;
  redRelation: Relation;
  hasPlan: boolean;
  startAt: DepartureLevel | null;
  latestStartMinutes: number | null;
  isUpperBound: boolean;
  destination: string | null;
  expectedShelterId: string | null;
}
export const ResponsePersonEntity = new EntitySchema<ResponsePersonRow>({
  name: 'response_person',
  columns: {
    municipalityCode,
    responseId: uuid('response_id', KEY),
    residentId: uuid('resident_id', KEY),
    district: text('district', NULLABLE),
    tier: integer('tier'),
    rank: integer('rank'),
    redRelation: text('red_relation'),
    hasPlan: boolean('has_plan'),
    startAt: integer('start_at', NULLABLE),
    latestStartMinutes: integer('latest_start_minutes', NULLABLE),
    isUpperBound: boolean('is_upper_bound'),
    destination: text('destination', NULLABLE),
    expectedShelterId: text('expected_shelter_id', NULLABLE),
  },
});

interface ResponseReportRow {
  municipalityCode: string;
  responseId: string;
  id: string;
  residentId: string;
  status: ResponseStatus;
  at: Date;
  shelterId: string | null;
  moment: number;
  receivedAt: Date;
  reportedBy: string;
  role: Role | 'system';
  account: string | null;
}
export const ResponseReportEntity = new EntitySchema<ResponseReportRow>({
  name: 'response_report',
  columns: {
    municipalityCode,
    responseId: uuid('response_id', KEY),
    id: uuid('id', KEY),
    residentId: uuid('resident_id'),
    status: text('status'),
    at: timestamp('at'),
    shelterId: text('shelter_id', NULLABLE),
    moment: bigint('moment'),
    receivedAt: timestamp('received_at'),
    reportedBy: text('reported_by'),
    role: text('role'),
    account: uuid('account', NULLABLE),
  },
});

interface ResponseUnexpectedRow {
  municipalityCode: string;
  responseId: string;
  id: string;
  shelterId: string;
  people: number;
  moment: number;
  receivedAt: Date;
  reportedBy: string;
  account: string | null;
}
export const ResponseUnexpected = new EntitySchema<ResponseUnexpectedRow>({
  name: 'response_unexpected',
  columns: {
    municipalityCode,
    responseId: uuid('response_id', KEY),
    id: uuid('id', KEY),
    shelterId: text('shelter_id'),
    people: integer('people'),
    moment: bigint('moment'),
    receivedAt: timestamp('received_at'),
    reportedBy: text('reported_by'),
    account: uuid('account', NULLABLE),
  },
});
