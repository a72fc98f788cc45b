import { pipeline } from 'node:stream/promises';
import type { Role } from '#domain/access/roles';
import { type ExportedPlan, planLines } from '../../output/plan-columns.ts';
import { workbook } from '../../output/workbook.ts';
import type { BodyWriter } from '../endpoint.ts';
import { languageOf } from '../language.ts';
import { csvBody } from './csv-body.ts';

/** What the role may have of plans, as CSV for Excel. */
export const plansCsv = (plans: readonly ExportedPlan[], role: Role | 'system', name: string) =>
  csvBody(`${name}.csv`, (language) => planLines(plans, role, language));

/** The same as an Excel workbook. */
export function plansWorkbook(
  plans: readonly ExportedPlan[],
  role: Role | 'system',
  name: string,
): BodyWriter {
  return async (request, response) => {
    const language = languageOf(request);
    response
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .attachment(`${name}.xlsx`);
    response.set('Content-Language', language);
    const sheetName = language === 'ja' ? '個別避難計画' : 'Plans';
    await pipeline(workbook(planLines(plans, role, language), { sheetName, headRow: 1 }), response);
  };
}
