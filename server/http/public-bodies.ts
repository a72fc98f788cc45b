import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import type { Request } from 'express';
import type { PublicDrill, PublicDrillList } from '#contract/drill-publication';
import { localDay } from '#domain/local-day';
import { plainCell } from '../output/plain-cell.ts';
import { type PublicDocument, publicDocument } from '../output/public-drill/document.ts';
import { noResultsPage, publicListPage, publicPage } from '../output/public-drill/page.ts';
import { publicSheet } from '../output/public-drill/sheet.ts';
import { PUBLIC_WORDS } from '../output/public-drill/words.ts';
import type { PublicDrillFound } from '../services/drills/read-public-drill.ts';
import type { AppContext } from './context.ts';
import type { BodyWriter } from './endpoint.ts';
import { isUnchanged } from './etag.ts';
import { type HttpProblem, httpProblem } from './problems.ts';

export type PublicFormat = 'html' | 'pdf' | 'csv' | 'json';
export type Published = Extract<PublicDrillFound, { kind: 'published' }>;

/** Files are made once for each time that something is published: anybody may ask as often as they like. */
const KEPT_FILES = 24;
const kept = new WeakMap<AppContext, Map<string, Promise<Uint8Array>>>();

/** Results in one of their forms, with an ETag of what was published; a cache may keep them and asks first. */
export function publicBody(
  context: AppContext,
  found: Published,
  id: string,
  format: PublicFormat,
  language: 'ja' | 'en',
): BodyWriter {
  return async (request, response) => {
    const etag = etagOf(request, found, id, format, language);
    response.set({ 'Cache-Control': 'public, no-cache', ETag: etag });
    response.vary('Accept-Encoding, Accept-Language').set('Content-Language', language);
    if (isUnchanged(request, etag)) {
      response.status(304).end();
      return;
    }
    const { municipality, result, publishedAt } = found;
    const document = publicDocument(result, municipality, localDay(publishedAt), language);
    const name = `drill-${result.date}.${format}`;
    switch (format) {
      case 'html':
        response.type('html').send(publicPage(document, `/public/drills/${id}`));
        return;
      case 'json': {
        // The same lists, as zod has them.
        const shown = result as PublicDrill['result'];
        const body: PublicDrill = {
          municipality,
          publishedAt: publishedAt.toISOString(),
          result: shown,
        };
        response.type('application/json').send(JSON.stringify(body));
        return;
      }
      case 'csv':
        response.type('text/csv; charset=utf-8').attachment(name).send(csvOf(document));
        return;
      case 'pdf': {
        const key = JSON.stringify([id, language, publishedAt]);
        const pdf = await pdfOf(context, key, document);
        response.type('application/pdf').attachment(name).end(pdf);
        return;
      }
    }
  };
}

export const PUBLIC_LIST = '/public/drills';

/** What is published, as a page or for programs; a cache may keep it and asks first. */
export function publicListBody(
  drills: PublicDrillList['drills'],
  format: 'html' | 'json',
  language: 'ja' | 'en',
): BodyWriter {
  return (request, response) => {
    const etag = hashOf([drills, codingOf(request), format, language]);
    response.set({ 'Cache-Control': 'public, no-cache', ETag: etag });
    response.vary('Accept-Encoding, Accept-Language').set('Content-Language', language);
    if (isUnchanged(request, etag)) {
      response.status(304).end();
      return;
    }
    if (format === 'json') {
      const body: PublicDrillList = { drills };
      response.type('application/json').send(JSON.stringify(body));
      return;
    }
    const items = drills.map(({ publishedAt, ...one }) => ({
      ...{ ...one, publishedOn: localDay(new Date(publishedAt)) },
    }));
    response.type('html').send(publicListPage(items, PUBLIC_LIST, language));
  };
}

/** Each line says of which section it is. Opens in Excel as it is. */
function csvOf({ sections, heading, title, municipality, publishedOn }: PublicDocument): string {
  const lines = [
    [heading, title, municipality, publishedOn],
    ...sections.flatMap((section) => [
      [section.title, ...section.heads],
      ...section.rows.map((row) => [section.title, ...row]),
    ]),
  ];
  const cells = lines.map((line) => line.map((cell) => plainCell(cell)));
  return stringify(cells, { bom: true, record_delimiter: 'windows' });
}

function pdfOf(context: AppContext, key: string, document: PublicDocument): Promise<Uint8Array> {
  const files = kept.get(context) ?? new Map<string, Promise<Uint8Array>>();
  kept.set(context, files);
  const known = files.get(key);
  if (known !== undefined) return known;
  const made = context.paper.typeset(publicSheet(document)).then(({ pdf }) => pdf);
  files.set(key, made);
  made.catch(() => files.delete(key));
  const [oldest] = files.keys();
  if (files.size > KEPT_FILES && oldest !== undefined) files.delete(oldest);
  return made;
}

/** Where nothing is published, or not any more: in words, as somebody may have come by an old link. */
export function publicProblem(
  found: Exclude<PublicDrillFound, Published>,
  format: PublicFormat,
  language: 'ja' | 'en',
): BodyWriter | HttpProblem {
  const problem =
    found.kind === 'withdrawn'
      ? httpProblem('public-drill.withdrawn', {
          detail: { ja: `理由: ${found.reason}`, en: `Reason: ${found.reason}` },
        })
      : httpProblem('public-drill.unknown');
  if (format !== 'html') return problem;
  const said =
    found.kind === 'withdrawn'
      ? [
          `${PUBLIC_WORDS.withdrawn[language]}: ${localDay(found.at)}`,
          problem.detail?.[language] ?? '',
        ]
      : [];
  return (_request, response) => {
    response.status(problem.status).set('Cache-Control', 'no-store').vary('Accept-Language');
    response.locals.problemCode = problem.code;
    response.set('Content-Language', language).type('html');
    response.send(noResultsPage(language, problem.title[language], said));
  };
}

function etagOf(
  request: Request,
  { result, publishedAt }: Published,
  ...parts: readonly string[]
): string {
  return hashOf([result, publishedAt, codingOf(request), ...parts]);
}

const codingOf = (request: Request) =>
  request.acceptsEncodings('br', 'gzip', 'identity') || 'identity';

const hashOf = (shown: unknown) =>
  `"${createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22)}"`;
