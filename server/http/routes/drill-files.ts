import { z } from 'zod';
import { drillFilesQuerySchema, drillFormQuerySchema } from '#contract/drill-routes';
import { geoJsonOf, gpxOf } from '../../output/drill-routes.ts';
import {
  readFormSheet,
  readTrainingFiles,
  type TrainingFiles,
} from '../../services/drills/drill-files.ts';
import { type BodyWriter, type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { pdfBody } from '../presenters/pdf-body.ts';
import { fromDomainProblem } from '../problems.ts';
import { routeSources } from './drill-routes.ts';
import { DRILLS, type DrillAsked, drillParams } from './drills.ts';

type Format = 'gpx' | 'geojson';
const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  gpx: 'application/gpx+xml',
  geojson: 'application/geo+json',
};
const bodyFor = (format: Format, files: TrainingFiles): BodyWriter => {
  const text =
    format === 'gpx' ? gpxOf(files.title, files.ways) : JSON.stringify(geoJsonOf(files.ways));
  return (_request, response) => {
    response.type(MEDIA_TYPES[format]).attachment(`drill-${files.date}.${format}`).send(text);
  };
};

const about = {
  ...({ method: 'get', access: 'drills.see', tag: 'drills', personal: true } as const),
  ...{ params: drillParams, query: drillFilesQuerySchema },
  problems: [
    ...(['drill.unknown', 'route.no-roads', 'route.policy-unknown', 'route.stopped'] as const),
  ],
};

const fileEndpoint = (format: Format): Endpoint =>
  municipalEndpoint({
    ...about,
    path: `${DRILLS}/:id/routes.${format}`,
    summary: {
      ja: `訓練の経路(${format === 'gpx' ? 'GPX' : 'GeoJSON'}。車両か人を選べます)`,
      en: `Training routes as ${format === 'gpx' ? 'GPX' : 'GeoJSON'}, of all or of one vehicle or person`,
    },
    response: { mediaType: MEDIA_TYPES[format] },
    audit: 'people.export',
    async handle(asked) {
      const files = await readTrainingFiles(routeSources(asked), asked.params.id, asked.query);
      return files.ok
        ? ok(bodyFor(format, files.value), files.value.residentIds)
        : fail(fromDomainProblem(files.problem));
    },
  });

async function typesetOf({ context }: DrillAsked, sheet: TrainingFiles['sheet'], name: string) {
  const { pdf } = await context.paper.typeset(sheet);
  return pdfBody(pdf, name);
}

export const drillFileEndpoints: readonly Endpoint[] = [
  fileEndpoint('gpx'),
  fileEndpoint('geojson'),
  municipalEndpoint({
    ...about,
    path: `${DRILLS}/:id/route-cards.pdf`,
    summary: { ja: '経路カード(A4のPDF)', en: 'Route cards as A4 PDF' },
    response: { mediaType: 'application/pdf' },
    audit: 'people.print',
    async handle(asked) {
      const { id } = asked.params;
      const files = await readTrainingFiles(routeSources(asked), id, asked.query);
      if (!files.ok) return fail(fromDomainProblem(files.problem));
      const name = `route-cards-${files.value.date}.pdf`;
      return ok(await typesetOf(asked, files.value.sheet, name), files.value.residentIds);
    },
  }),
  municipalEndpoint({
    ...about,
    path: `${DRILLS}/:id/forms/:formId.pdf`,
    params: drillParams.extend({ formId: z.string().max(64) }),
    query: drillFormQuerySchema,
    summary: {
      ja: '訓練の様式(開設および移送要請書、日報、勤務表など。空欄か、分かることを記入して)',
      en: 'A form of the drill, empty or with what is known',
    },
    response: { mediaType: 'application/pdf' },
    audit: 'people.print',
    problems: ['drill.unknown', 'drill-form.unknown'],
    async handle(asked) {
      const { id, formId } = asked.params;
      const { filled, shelter } = asked.query;
      const how = filled === 'true' ? { shelterId: shelter ?? null } : null;
      const read = await readFormSheet(routeSources(asked), id, formId, how);
      if (!read.ok) return fail(fromDomainProblem(read.problem));
      const { sheet, residentIds } = read.value;
      return ok(await typesetOf(asked, sheet, `${formId}.pdf`), residentIds);
    },
  }),
];
