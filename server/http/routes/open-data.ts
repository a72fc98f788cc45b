import { z } from 'zod';
import { catalogueSchema, releaseParamsSchema, releaseSchema } from '#contract/chart';
import { municipalityCodeSchema } from '#contract/common';
import { catalogueOf, releaseLines } from '#domain/chart/catalogue';
import { CHART_PROBLEMS } from '#domain/chart/chart-problems';
import { findRelease, listReleases } from '../../services/charts/open-data.ts';
import type { AppContext } from '../context.ts';
import { type Endpoint, endpoint, fail, ok } from '../endpoint.ts';
import { csvBody } from '../presenters/csv-body.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';

const BASE = '/api/open-data/:code/charts';
const shared = { method: 'get', access: 'public', tag: 'charts' } as const;

async function found(context: AppContext, code: string, month: string) {
  const municipality = await context.readVersions(code);
  if (municipality === null) return fail(httpProblem('municipality.unknown'));
  const release = await findRelease(context.database, code, month);
  return release === null
    ? fail(fromDomainProblem(CHART_PROBLEMS.releaseUnknown()))
    : ok({ municipality: { code, name: municipality.name }, release });
}

/** For everybody: what was published, and nothing else. */
export const openDataEndpoints: readonly Endpoint[] = [
  endpoint({
    ...shared,
    path: BASE,
    summary: {
      ja: '公開したカルテの目録(DCAT-AP、JSON-LD)',
      en: 'Catalogue of published charts (DCAT-AP as JSON-LD)',
    },
    params: z.object({ code: municipalityCodeSchema }),
    response: catalogueSchema,
    problems: ['municipality.unknown'],
    async handle({ context, params: { code } }) {
      const municipality = await context.readVersions(code);
      if (municipality === null) return fail(httpProblem('municipality.unknown'));
      const base = `${context.settings.publicOrigin ?? ''}/api/open-data/${code}/charts`;
      const releases = await listReleases(context.database, code);
      return ok(catalogueOf({ code, name: municipality.name }, releases, base));
    },
  }),
  endpoint({
    ...shared,
    path: `${BASE}/:month.json`,
    summary: { ja: '公開したカルテ(JSON)', en: 'Published charts as JSON' },
    params: releaseParamsSchema,
    response: releaseSchema,
    problems: ['municipality.unknown'],
    async handle({ context, params: { code, month } }) {
      const outcome = await found(context, code, month);
      return outcome.ok ? ok(outcome.body.release) : outcome;
    },
  }),
  endpoint({
    ...shared,
    path: `${BASE}/:month.csv`,
    summary: { ja: '公開したカルテ(CSV)', en: 'Published charts as CSV' },
    params: releaseParamsSchema,
    response: { mediaType: 'text/csv' },
    problems: ['municipality.unknown'],
    async handle({ context, params: { code, month } }) {
      const outcome = await found(context, code, month);
      if (!outcome.ok) return outcome;
      const { municipality, release } = outcome.body;
      return ok(
        csvBody(`chart-${code}-${month.slice(0, 7)}.csv`, () =>
          releaseLines(municipality, release),
        ),
      );
    },
  }),
];
