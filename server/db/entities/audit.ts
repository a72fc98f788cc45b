import { EntitySchema } from 'typeorm';
import type { AuditAction } from '#domain/access/audit';
import type { Role } from '#domain/access/roles';
import {
  bigint,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  text,
  timestamp,
  uuid,
  uuids,
} from './columns.ts';

interface AuditEntryRow {
  municipalityCode: string;
  seq: number;
  at: Date;
  role: Role | 'system';
  accountId: string | null;
  name: string;
  address: string | null;
  agent: string | null;
  action: AuditAction;
  route: string | null;
  purpose: string;
  people: string[];
  disasterModes: string[];
  requestId: string | null;
  details: object;
  hash: string;
}
export const AuditEntry = new EntitySchema<AuditEntryRow>({
  name: 'audit_entry',
  columns: {
    municipalityCode,
    seq: bigint('seq', KEY),
    at: timestamp('at'),
    role: text('role'),
    accountId: uuid('account_id', NULLABLE),
    name: text('name'),
    address: text('address', NULLABLE),
    agent: text('agent', NULLABLE),
    action: text('action'),
    route: text('route', NULLABLE),
    purpose: text('purpose'),
    people: uuids('people'),
    disasterModes: uuids('disaster_modes'),
    requestId: text('request_id', NULLABLE),
    details: json('details'),
    hash: text('hash'),
  },
});

interface AuditChainRow {
  municipalityCode: string;
  seq: number;
  hash: string;
}
export const AuditChain = new EntitySchema<AuditChainRow>({
  name: 'audit_chain',
  columns: { municipalityCode, seq: bigint('seq'), hash: text('hash') },
});

interface AuditAnchorRow {
  municipalityCode: string;
  throughSeq: number;
  hash: string;
  entries: number;
  prunedAt: Date;
}
export const AuditAnchor = new EntitySchema<AuditAnchorRow>({
  name: 'audit_anchor',
  columns: {
    municipalityCode,
    throughSeq: bigint('through_seq', KEY),
    hash: text('hash'),
    entries: bigint('entries'),
    prunedAt: timestamp('pruned_at'),
  },
});
