import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import { columnsSchema } from '#contract/people-desk';
import {
  movePositionSchema,
  type ResidentRow,
  residentDetailSchema,
  residentPageSchema,
  residentQuerySchema,
} from '#contract/resident';
import type { Actor } from '../../db/actor.ts';
import type { MunicipalityVersions } from '../../services/read/data-versions.ts';
import { filterWords, sortWords } from '../../services/read/filter-words.ts';
import { RESIDENT_TOPICS } from '../../services/read/readers.ts';
import { findResidentDetail } from '../../services/read/resident-detail.ts';
import { listResidents, pageOfResidents } from '../../services/read/resident-page.ts';
import type { AppContext } from '../context.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { jsonOfPage } from '../json-text.ts';
import { type ListFile, residentCsv, residentWorkbook } from '../presenters/resident-file.ts';
import { httpProblem } from '../problems.ts';
import { moveResident } from '../write-side.ts';

const fileQuerySchema = residentQuerySchema.omit({ offset: true, limit: true }).extend({
  columns: columnsSchema.optional(),
  /** Lines above the table that say what it is, of what date and how filtered. */
  heading: z.enum(['true', 'false']).default('false'),
});
const FILE_TOPICS = ['settings', ...RESIDENT_TOPICS] as const;

const idOf = ({ id }: { readonly id: string }) => id;
const residentParams = z.object({ code: municipalityCodeSchema, id: z.uuid() });

export const residentEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/residents',
    access: 'people.see',
    tag: 'residents',
    summary: {
      ja: '対象者の一覧(絞り込み・並べ替え・件数)',
      en: 'The list: filters, order, counts of every filter',
    },
    query: residentQuerySchema,
    response: residentPageSchema,
    personal: true,
    audit: 'people.list',
    dependsOn: RESIDENT_TOPICS,
    async handle({ context, municipality, actor, query }) {
      const onRoster = await context.readers.residents(municipality, actor);
      const archived = await context.readers.residents(municipality, actor, true);
      const page = pageOfResidents(onRoster, archived, query);
      return ok(jsonOfPage(page), page.rows.map(idOf));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/residents.csv',
    access: 'people.see',
    tag: 'residents',
    summary: {
      ja: '一覧をCSVで(BOM付きUTF-8、絞り込みと並び順は一覧と同じ、列を選べる)',
      en: 'The list as CSV (UTF-8 with BOM, same filters and order, columns of choice)',
    },
    query: fileQuerySchema,
    response: { mediaType: 'text/csv' },
    personal: true,
    audit: 'people.export',
    byLanguage: true,
    dependsOn: FILE_TOPICS,
    async handle({ context, municipality, actor, query }) {
      const file = await listFile(context, municipality, actor, query);
      return ok(residentCsv(file), file.rows.map(idOf));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/residents.xlsx',
    access: 'people.see',
    tag: 'residents',
    summary: {
      ja: '一覧をExcelで(絞り込みと並び順は一覧と同じ、列を選べる)',
      en: 'The list as an Excel workbook (same filters and order, columns of choice)',
    },
    query: fileQuerySchema,
    response: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    personal: true,
    audit: 'people.export',
    byLanguage: true,
    dependsOn: FILE_TOPICS,
    async handle({ context, municipality, actor, query }) {
      const file = await listFile(context, municipality, actor, query);
      return ok(residentWorkbook(file), file.rows.map(idOf));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/residents/:id',
    access: 'people.see',
    tag: 'residents',
    summary: {
      ja: '対象者の詳細(事実と出典、判定、順位の理由)',
      en: 'One person: facts with sources, judgement, reasons of the rank',
    },
    params: residentParams,
    response: residentDetailSchema,
    personal: true,
    audit: 'people.detail',
    problems: ['resident.unknown'],
    dependsOn: ['settings', 'shelters', ...RESIDENT_TOPICS],
    async handle({ context, municipality, actor, params }) {
      const detail = await findResidentDetail(context, municipality, actor, params.id);
      return detail === null ? fail(httpProblem('resident.unknown')) : ok(detail, [params.id]);
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: '/api/municipalities/:code/residents/:id/position',
    access: 'people.change',
    tag: 'residents',
    summary: {
      ja: '位置を手で直す(version が古いと409)。判定と順位も改めます',
      en: 'Set the position by hand (409 where version is old); judgement and rank follow',
    },
    params: residentParams,
    body: movePositionSchema,
    response: residentDetailSchema,
    personal: true,
    audit: 'people.detail',
    problems: ['resident.unknown', 'resident.stale'],
    changes: { action: 'people.move', people: ({ params: { id } }) => [id] },
    async handle({ context, municipality, actor, params, body }) {
      const moved = await moveResident(context, actor, params.code, params.id, body);
      if (!moved.ok) return fail(moved.problem);
      const latest = (await context.readVersions(params.code)) ?? municipality;
      const detail = await findResidentDetail(context, latest, actor, params.id);
      return detail === null ? fail(httpProblem('resident.unknown')) : ok(detail, [params.id]);
    },
  }),
];

async function listFile(
  context: AppContext,
  municipality: MunicipalityVersions,
  actor: Actor,
  { columns, heading, ...filters }: z.output<typeof fileQuerySchema>,
): Promise<ListFile & { readonly rows: readonly ResidentRow[] }> {
  const query = { ...filters, offset: 0, limit: 1 };
  const isArchived = query.archived === 'true';
  const snapshot = await context.readers.residents(municipality, actor, isArchived);
  const { asOf } = await context.readers.zoneData(municipality);
  return {
    municipalityName: municipality.name,
    rows: [...listResidents(snapshot, query)],
    columns,
    zoneDataAsOf: asOf,
    filter: filterWords(query),
    sort: sortWords(query),
    hasHeading: heading === 'true',
    fileName: `residents-${municipality.code}`,
  };
}
