import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  mapBookQuerySchema,
  planOfPaperSchema,
  planPaperCheckSchema,
  planPaperQuerySchema,
} from '#contract/plan-paper';
import { mayPrint, type Paper } from '#domain/plan/papers';
import type { Actor } from '../../db/actor.ts';
import type { TypesetSheet } from '../../output/paper/typesetter.ts';
import { districtOnPaper, shelterOnPaper } from '../../services/paper/lists-on-paper.ts';
import { readPlanOnPaper } from '../../services/paper/read-plan-on-paper.ts';
import { sheetFor } from '../../services/paper/sheet-for.ts';
import { findPlanOfPaper } from '../../services/plans/read-plan.ts';
import type { MunicipalityVersions } from '../../services/read/data-versions.ts';
import type { AppContext } from '../context.ts';
import { type Endpoint, fail, municipalEndpoint, type Outcome, ok } from '../endpoint.ts';
import { pdfBody } from '../presenters/pdf-body.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';

const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });
const PERSON = '/api/municipalities/:code/residents/:id';
const PDF = { mediaType: 'application/pdf' } as const;

interface Asked {
  readonly context: AppContext;
  readonly municipality: MunicipalityVersions;
  readonly actor: Actor;
  readonly params: { readonly id: string };
  readonly query: { readonly for: Paper; readonly supporter?: string | undefined };
}

async function printed(asked: Asked): Promise<Outcome<TypesetSheet>> {
  const { context, municipality, actor, params: given, query } = asked;
  if (!mayPrint(actor.role, query.for)) return fail(httpProblem('access.denied'));
  const { paper } = context;
  const plan = await readPlanOnPaper(paper.sources, municipality, actor, given.id);
  if (plan === null) return fail(httpProblem('resident.unknown'));
  const sheet = sheetFor(query.for, plan, query.supporter);
  if (!sheet.ok) return fail(fromDomainProblem(sheet.problem));
  return ok(await paper.typeset(sheet.value), [given.id]);
}

const one = {
  ...({ tag: 'plans', personal: true, audit: 'people.print', access: 'plans.see' } as const),
  ...({ method: 'get', params, query: planPaperQuerySchema } as const),
  problems: ['resident.unknown', 'plan.nothing-to-print'],
} as const;

export const planPaperEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/plan-papers/:id',
    access: 'plans.see',
    tag: 'plans',
    summary: {
      ja: '紙の計画のQRコードの番号から、だれの計画か(見られる人だけ)',
      en: 'Whose plan a paper names by the id in its QR code, for who may see it',
    },
    params,
    response: planOfPaperSchema,
    personal: true,
    audit: 'people.plan',
    problems: ['plan.not-shown'],
    async handle({ context, municipality, actor, params: { id } }) {
      const { database } = context;
      const residentId = await findPlanOfPaper({ database, actor }, municipality.code, id);
      if (residentId === null) return fail(httpProblem('plan.not-shown'));
      return ok({ residentId }, [residentId]);
    },
  }),
  municipalEndpoint({
    ...one,
    path: `${PERSON}/plan.pdf`,
    summary: {
      ja: '個別避難計画をA4のPDFで(本人用、支援者用、避難所用)',
      en: 'A plan as A4 PDF: for the person, for a supporter, for the shelter',
    },
    response: PDF,
    async handle(asked) {
      const print = await printed(asked);
      if (!print.ok) return print;
      return ok(pdfBody(print.body.pdf, `plan-${asked.params.id}.pdf`), print.people);
    },
  }),
  municipalEndpoint({
    ...one,
    path: `${PERSON}/plan-paper`,
    summary: {
      ja: '計画を印刷したときのページ数と、字形がない文字',
      en: 'Pages of a printed plan, and characters that no font has',
    },
    response: planPaperCheckSchema,
    async handle(asked) {
      const print = await printed(asked);
      if (!print.ok) return print;
      const { pages, findings } = print.body;
      const told = findings.map(({ field, code, kind }) => ({ field, code, kind }));
      return ok({ pages, findings: told }, print.people);
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/shelters/:id/expected.pdf',
    access: 'plans.see',
    tag: 'plans',
    summary: {
      ja: '避難所の受け入れ予定者(そなえるもの、一覧)をPDFで',
      en: 'Whom a shelter expects and what it has to have ready, as PDF',
    },
    params: z.object({ code: municipalityCodeSchema, id: z.string().max(200) }),
    response: PDF,
    personal: true,
    audit: 'people.print',
    problems: ['shelter.unknown'],
    async handle({ context, municipality, actor, params: { id } }) {
      if (!mayPrint(actor.role, 'shelter')) return fail(httpProblem('access.denied'));
      const { paper, readers } = context;
      const shelters = await readers.shelters(municipality);
      const shelter = shelters.find((known) => known.id === id);
      const isTheirs = actor.role !== 'welfare-shelter' || actor.shelterIds.includes(id);
      if (shelter === undefined || !isTheirs) return fail(httpProblem('shelter.unknown'));
      const list = await shelterOnPaper(paper.sources, municipality, actor, shelter);
      const { pdf } = await paper.typeset(list.sheet);
      return ok(pdfBody(pdf, 'expected.pdf'), list.people);
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/plans/map-book.pdf',
    access: 'plans.print',
    tag: 'plans',
    summary: {
      ja: '地区の避難支援の地図(索引図と、1枚ずつの地図)をPDFで',
      en: 'Map book of a district: an index and a map on each page, as PDF',
    },
    query: mapBookQuerySchema,
    response: PDF,
    personal: true,
    audit: 'people.print',
    async handle({ context, municipality, actor, query: { district } }) {
      const { paper } = context;
      const book = await districtOnPaper(paper.sources, municipality, actor, district);
      const { pdf } = await paper.typeset(book.sheet);
      return ok(pdfBody(pdf, 'map-book.pdf'), book.people);
    },
  }),
];
