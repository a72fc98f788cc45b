import { z } from 'zod';
import {
  auditCheckSchema,
  auditEntryPeopleSchema,
  auditPageSchema,
  auditSearchSchema,
  auditStateSchema,
  disasterReportSchema,
} from '#contract/audit';
import { municipalityCodeSchema } from '#contract/common';
import { selectDisasterReport, selectEntryPeople } from '../../db/queries/audit/search-audit.ts';
import {
  checkAudit,
  disasterReport,
  readAllAudit,
  readAudit,
  readAuditState,
} from '../../services/audit/read-audit.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { auditFile, disasterReportFile } from '../presenters/audit-file.ts';
import { httpProblem } from '../problems.ts';

const BASE = '/api/municipalities/:code/audit';
const withSeq = z.object({ code: municipalityCodeSchema, seq: z.coerce.number().int().positive() });
const withMode = z.object({ code: municipalityCodeSchema, id: z.uuid() });

/** The auditor sees who did what and to how many; of people, their number on the roster and no more. */
export const auditEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: BASE,
    access: 'audit',
    tag: 'audit',
    summary: {
      ja: '監査の記録の状態(最後の記録、保存期間)',
      en: 'State of the audit log: its last line, how long it is kept',
    },
    response: auditStateSchema,
    async handle({ context, municipality: { code } }) {
      return ok(await readAuditState(context.database, code));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/verify`,
    access: 'audit',
    tag: 'audit',
    summary: {
      ja: '監査の記録のつながりの検査',
      en: 'Check whether the chain of the audit log holds',
    },
    response: auditCheckSchema,
    personal: true,
    audit: { action: 'audit.verify', of: 'unnamed' },
    async handle({ context, municipality: { code } }) {
      return ok(await checkAudit(context.database, code));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/search`,
    access: 'audit',
    tag: 'audit',
    summary: {
      ja: '監査の記録の検索(日時、アカウント、操作、名簿番号で「この人を見たのは誰か」)',
      en: 'Search the audit log by time, account, action, and by whom a roster number was seen',
    },
    body: auditSearchSchema,
    response: auditPageSchema,
    personal: true,
    audit: { action: 'audit.search', of: 'unnamed' },
    async handle({ context, municipality: { code }, body }) {
      return ok(await readAudit(context.database, code, body));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/search.csv`,
    access: 'audit',
    tag: 'audit',
    summary: {
      ja: '検索した監査の記録をCSVで',
      en: 'What a search of the audit log finds, as CSV',
    },
    body: auditSearchSchema,
    response: { mediaType: 'text/csv' },
    personal: true,
    audit: { action: 'audit.export', of: 'unnamed' },
    byLanguage: true,
    handle({ context, municipality: { code }, body }) {
      return ok(auditFile(readAllAudit(context.database, code, body), `audit-${code}.csv`));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${BASE}/entries/:seq/people`,
    access: 'audit',
    tag: 'audit',
    summary: {
      ja: '一つの記録が指す人の名簿番号',
      en: 'Roster numbers of those whom a line is about',
    },
    params: withSeq,
    response: auditEntryPeopleSchema,
    personal: true,
    audit: { action: 'audit.search', of: 'unnamed' },
    problems: ['audit-entry.unknown'],
    async handle({ context, params: { code, seq } }) {
      const people = await selectEntryPeople(context.database, code, seq);
      return people === null ? fail(httpProblem('audit-entry.unknown')) : ok({ people });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${BASE}/disaster-modes/:id`,
    access: 'audit',
    tag: 'audit',
    summary: {
      ja: '災害時の情報提供の間に誰が何人を見たか',
      en: 'Who saw how many people while a disaster mode was open',
    },
    params: withMode,
    response: disasterReportSchema,
    personal: true,
    audit: { action: 'audit.search', of: 'unnamed' },
    async handle({ context, params: { code, id } }) {
      return ok(disasterReport(await selectDisasterReport(context.database, code, id)));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${BASE}/disaster-modes/:id/report.csv`,
    access: 'audit',
    tag: 'audit',
    summary: {
      ja: '災害時の情報提供の間に誰が誰を見たかをCSVで(名簿番号)',
      en: 'Who saw whom while a disaster mode was open, as CSV by roster number',
    },
    params: withMode,
    response: { mediaType: 'text/csv' },
    personal: true,
    audit: { action: 'audit.export', of: 'unnamed' },
    byLanguage: true,
    async handle({ context, params: { code, id } }) {
      const seen = await selectDisasterReport(context.database, code, id);
      return ok(disasterReportFile(seen, `disaster-report-${code}.csv`));
    },
  }),
];
