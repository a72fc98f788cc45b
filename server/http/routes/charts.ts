// Over 200 lines because it is the one list of what may be asked of charts.
import { z } from 'zod';
import {
  chartItemsSchema,
  chartPaperQuerySchema,
  chartReleasesSchema,
  chartsSchema,
  chartTrendQuerySchema,
  chartTrendSchema,
  cityFiguresSchema,
  importedFiguresSchema,
  importFiguresSchema,
  publishChartSchema,
  releaseParamsSchema,
  saveChartItemsSchema,
  undoneSchema,
  withdrawnSchema,
} from '#contract/chart';
import { municipalityCodeSchema } from '#contract/common';
import { CHART_PROBLEMS } from '#domain/chart/chart-problems';
import { localDay } from '#domain/local-day';
import type { Result } from '#domain/problem';
import { chartSheet } from '../../output/paper/sheets/chart-sheet.ts';
import {
  importCityFigures,
  readCityFigures,
  undoFigureImport,
} from '../../services/charts/city-figures.ts';
import { readItems, saveItems } from '../../services/charts/items.ts';
import { readCharts } from '../../services/charts/read-charts.ts';
import { publishMonth, readReleases, withdrawRelease } from '../../services/charts/releases.ts';
import { readTrend } from '../../services/charts/trend.ts';
import { type Endpoint, fail, municipalEndpoint, type Outcome, ok } from '../endpoint.ts';
import { pdfBody } from '../presenters/pdf-body.ts';
import { fromDomainProblem } from '../problems.ts';

const BASE = '/api/municipalities/:code/charts';
const shared = { tag: 'charts', personal: true } as const;

/** Nobody is named in any of these: counts, dates and words alone. */
const nobody = (): readonly string[] => [];
const answer = <Body>(result: Result<Body>): Outcome<Body> =>
  result.ok ? ok(result.value) : fail(fromDomainProblem(result.problem));

export const chartEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    ...shared,
    method: 'get',
    path: BASE,
    access: 'charts.see',
    summary: {
      ja: '全地区のカルテ(見える人の数、時点つき)',
      en: 'Charts of all districts, of whom the actor sees, with the dates of the data',
    },
    response: chartsSchema,
    async handle({ context, municipality, actor }) {
      const { sources } = context.charts;
      const cutOff = await sources.cutOff.now(municipality, actor);
      return ok(await readCharts(sources, municipality, actor, cutOff));
    },
  }),
  municipalEndpoint({
    ...shared,
    method: 'get',
    path: `${BASE}/items`,
    access: 'charts.see',
    summary: { ja: 'カルテの項目と前の版', en: 'Items of charts, and the lists before' },
    response: chartItemsSchema,
    handle: async ({ context, municipality: { code } }) =>
      ok(await readItems(context.database, code)),
  }),
  municipalEndpoint({
    ...shared,
    method: 'put',
    path: `${BASE}/items`,
    access: 'charts.change',
    summary: {
      ja: '項目を追加・改名・並べ替え・廃止する(一覧ごと)',
      en: 'Add, rename, reorder and retire items: the whole list',
    },
    body: saveChartItemsSchema,
    response: chartItemsSchema,
    changes: { action: 'chart.items', people: nobody },
    handle: async ({ context, actor, municipality: { code }, body }) =>
      answer(await saveItems(context.database, actor, code, body)),
  }),
  municipalEndpoint({
    ...shared,
    method: 'get',
    path: `${BASE}/trend`,
    access: 'charts.history',
    summary: {
      ja: '項目の推移(月ごと、変わった理由つき)',
      en: 'How an item went month by month, and why it may have changed',
    },
    query: chartTrendQuerySchema,
    response: chartTrendSchema,
    handle: async ({ context, actor, municipality: { code }, query }) =>
      answer(await readTrend(context.database, actor, code, query.item)),
  }),
  municipalEndpoint({
    ...shared,
    method: 'get',
    path: `${BASE}/figures`,
    access: 'charts.history',
    summary: { ja: '市の統計と取り込みの履歴', en: 'Figures of the city, and their imports' },
    response: cityFiguresSchema,
    handle: async ({ context, municipality: { code } }) =>
      ok(await readCityFigures(context.database, code, localDay(context.clock()))),
  }),
  municipalEndpoint({
    ...shared,
    method: 'post',
    path: `${BASE}/figures`,
    access: 'charts.change',
    summary: {
      ja: '市の統計のCSVを取り込む(試しに読むだけもできる)',
      en: 'Import a CSV of figures of the city, or judge its lines alone',
    },
    body: importFiguresSchema,
    response: importedFiguresSchema,
    changes: { action: 'chart.figures', people: nobody },
    async handle({ context, actor, municipality: { code }, body }) {
      const service = { database: context.database, actor, today: localDay(context.clock()) };
      return answer(await importCityFigures(service, code, body));
    },
  }),
  municipalEndpoint({
    ...shared,
    method: 'put',
    path: `${BASE}/figures/:id/undone`,
    access: 'charts.change',
    summary: { ja: '取り込みを取り消す・戻す', en: 'Take an import back, or bring it back' },
    params: z.object({ code: municipalityCodeSchema, id: z.uuid() }),
    body: undoneSchema,
    response: cityFiguresSchema,
    changes: { action: 'chart.figures', people: nobody },
    async handle({ context, actor, params: { code, id }, body }) {
      const service = { database: context.database, actor, today: localDay(context.clock()) };
      return answer(await undoFigureImport(service, code, id, body.isUndone));
    },
  }),
  municipalEndpoint({
    ...shared,
    method: 'get',
    path: `${BASE}/releases`,
    access: 'charts.history',
    summary: {
      ja: '公開した月とまだの月',
      en: 'Months that were published, and those that were not',
    },
    response: chartReleasesSchema,
    handle: async ({ context, municipality: { code } }) =>
      ok(await readReleases(context.database, code)),
  }),
  municipalEndpoint({
    ...shared,
    method: 'post',
    path: `${BASE}/releases`,
    access: 'charts.publish',
    summary: {
      ja: '月のカルテをオープンデータとして公開する(少人数と逆算できる値を除く)',
      en: 'Publish the charts of a month without what would give few people away',
    },
    body: publishChartSchema,
    response: chartReleasesSchema,
    changes: { action: 'chart.publish', people: nobody },
    handle: async ({ context, actor, municipality: { code }, body }) =>
      answer(await publishMonth(context.database, actor, code, body.month)),
  }),
  municipalEndpoint({
    ...shared,
    method: 'put',
    path: `${BASE}/releases/:month/withdrawn`,
    access: 'charts.publish',
    summary: { ja: '公開を取り下げる・戻す', en: 'Withdraw a release, or offer it again' },
    params: releaseParamsSchema,
    body: withdrawnSchema,
    response: chartReleasesSchema,
    changes: { action: 'chart.publish', people: nobody },
    handle: async ({ context, actor, params: { code, month }, body }) =>
      answer(await withdrawRelease(context.database, actor, code, month, body.isWithdrawn)),
  }),
  municipalEndpoint({
    ...shared,
    method: 'get',
    path: `${BASE}/paper`,
    access: 'charts.see',
    summary: {
      ja: '地区のカルテをA4のPDFで、地区を選ばなければ全地区の冊子で',
      en: 'The chart of a district as A4 PDF, or a booklet of all where none is named',
    },
    query: chartPaperQuerySchema,
    response: { mediaType: 'application/pdf' },
    async handle({ context, municipality, actor, query: { district } }) {
      const { sources } = context.charts;
      const cutOff = await sources.cutOff.now(municipality, actor);
      const charts = await readCharts(sources, municipality, actor, cutOff);
      const districts = charts.districts.filter(({ name, isDistrict }) =>
        district === undefined ? isDistrict : name === district,
      );
      if (districts.length === 0) return fail(fromDomainProblem(CHART_PROBLEMS.noDistrict()));
      const printedOn = localDay(context.clock());
      const head = { municipalityName: municipality.name, charts, districts, printedOn };
      const { pdf } = await context.paper.typeset(chartSheet(head));
      return ok(pdfBody(pdf, 'charts.pdf'));
    },
  }),
];
