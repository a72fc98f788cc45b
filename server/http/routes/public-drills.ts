import { z } from 'zod';
import { readPublicDrill, readPublicDrills } from '../../services/drills/read-public-drill.ts';
import { type BodyWriter, type Endpoint, endpoint, fail, ok } from '../endpoint.ts';
import { languageOf } from '../language.ts';
import {
  PUBLIC_LIST,
  type PublicFormat,
  publicBody,
  publicListBody,
  publicProblem,
} from '../public-bodies.ts';

const FORMATS: Readonly<Record<PublicFormat, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  json: 'application/json',
  html: 'text/html',
};
const NAMES: Readonly<Record<PublicFormat, string>> = {
  ...{ pdf: 'PDF', csv: 'CSV', json: 'JSON', html: 'HTML' },
};

const publicEndpoint = (format: PublicFormat): Endpoint =>
  endpoint({
    method: 'get',
    path: format === 'html' ? '/public/drills/:id' : `/public/drills/:id.${format}`,
    access: 'public',
    tag: 'drills',
    summary: {
      ja: `公開された訓練の結果(${NAMES[format]}。サインインなしで。取り下げられたものは410)`,
      en: `Published results of a drill as ${NAMES[format]}, without signing in; withdrawn ones 410`,
    },
    params: z.object({ id: z.string().max(64) }),
    query: z.object({ lang: z.enum(['ja', 'en']).optional() }),
    response: { mediaType: FORMATS[format] },
    byLanguage: true,
    problems: ['public-drill.unknown', 'public-drill.withdrawn'],
    async handle({ context, request, params: { id }, query }) {
      const language = query.lang ?? languageOf(request);
      const isId = z.uuid().safeParse(id).success;
      const found = isId
        ? await readPublicDrill(context.database, id)
        : ({ kind: 'unknown' } as const);
      if (found.kind === 'published') return ok(publicBody(context, found, id, format, language));
      const problem = publicProblem(found, format, language);
      return typeof problem === 'function' ? ok<BodyWriter>(problem) : fail(problem);
    },
  });

const listEndpoint = (format: 'html' | 'json'): Endpoint =>
  endpoint({
    method: 'get',
    path: format === 'html' ? PUBLIC_LIST : `${PUBLIC_LIST}.json`,
    access: 'public',
    tag: 'drills',
    summary: {
      ja: `公開されている訓練の結果の一覧(${NAMES[format]}。サインインなしで。取り下げたものは出ない)`,
      en: `What results of drills are published as ${NAMES[format]}, without signing in; withdrawn ones are left out`,
    },
    query: z.object({ lang: z.enum(['ja', 'en']).optional() }),
    response: { mediaType: FORMATS[format] },
    byLanguage: true,
    async handle({ context, request, query }) {
      const drills = await readPublicDrills(context.database);
      return ok(publicListBody(drills, format, query.lang ?? languageOf(request)));
    },
  });

/** What anybody may see; the address stays the same however often it is published. */
export const publicDrillEndpoints: readonly Endpoint[] = [
  ...(['json', 'html'] as const).map(listEndpoint),
  ...(['pdf', 'csv', 'json', 'html'] as const).map(publicEndpoint),
];
