import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import { zoneDetailSchema, zoneShapeSchema, zoneSubjectsSchema } from '#contract/shelter';
import { selectZoneShape } from '../../db/queries/read/zone-subjects.ts';
import { wkbToMultiPolygon } from '../../db/wkb.ts';
import { RESIDENT_TOPICS, SHELTER_TOPICS } from '../../services/read/readers.ts';
import { findZoneDetail } from '../../services/read/zone-detail.ts';
import { listZoneSubjects } from '../../services/read/zone-subjects.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { concernedFile } from '../presenters/place-files.ts';
import { httpProblem } from '../problems.ts';

const params = z.object({ code: municipalityCodeSchema, id: z.string().min(1).max(200) });
const idOf = ({ id }: { readonly id: string }) => id;
const SUBJECT_TOPICS = [...new Set([...RESIDENT_TOPICS, ...SHELTER_TOPICS])];

export const zoneEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/zones/:id',
    access: 'places',
    tag: 'zones',
    summary: {
      ja: '警戒区域の詳細と区域内の人数',
      en: 'One hazard zone with the number of people inside',
    },
    params,
    response: zoneDetailSchema,
    problems: ['zone.unknown'],
    dependsOn: RESIDENT_TOPICS,
    async handle({ context, actor, params: { code, id } }) {
      const detail = await findZoneDetail(context.database, actor, code, id);
      return detail === null ? fail(httpProblem('zone.unknown')) : ok(detail);
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/zones/:id/shape',
    access: 'places',
    tag: 'zones',
    summary: { ja: '警戒区域の形', en: 'The shape of one zone' },
    params,
    response: zoneShapeSchema,
    problems: ['zone.unknown'],
    dependsOn: ['zones'],
    async handle({ context, params: { code, id } }) {
      const shape = await selectZoneShape(context.database, code, id);
      if (shape === null) return fail(httpProblem('zone.unknown'));
      const { coordinates } = wkbToMultiPolygon(shape.geometry);
      const copied = coordinates.map((polygon) =>
        polygon.map((ring) => ring.map(([lng, lat]): [number, number] => [lng, lat])),
      );
      return ok({ id, geometry: { type: 'MultiPolygon' as const, coordinates: copied } });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/zones/:id/subjects',
    access: 'places',
    tag: 'zones',
    summary: {
      ja: '区域の中と近くの対象者・避難所',
      en: 'People and shelters inside or near one zone',
    },
    params,
    response: zoneSubjectsSchema,
    personal: true,
    audit: 'people.zone',
    dependsOn: SUBJECT_TOPICS,
    async handle({ context, municipality, actor, params: { id } }) {
      const { database, readers } = context;
      const subjects = await listZoneSubjects(database, readers, municipality, actor, id);
      return ok(subjects, subjects.residents.map(idOf));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/zones/:id/people.csv',
    access: 'people.see',
    tag: 'zones',
    summary: { ja: '区域の中と近くの対象者をCSVで', en: 'People inside or near one zone as CSV' },
    params,
    response: { mediaType: 'text/csv' },
    personal: true,
    audit: 'people.export',
    byLanguage: true,
    problems: ['zone.unknown'],
    dependsOn: SUBJECT_TOPICS,
    async handle({ context, municipality, actor, params: { code, id } }) {
      const { database, readers } = context;
      const zone = await findZoneDetail(database, actor, code, id);
      if (zone === null) return fail(httpProblem('zone.unknown'));
      const { residents } = await listZoneSubjects(database, readers, municipality, actor, id);
      const concerned = residents.map(({ zone: lies, ...row }) => ({ row, ...lies }));
      const about = [zone.zoneNumber, zone.zoneName].filter((part) => part !== null).join(' ');
      const file = concernedFile(concerned, `zone-people-${code}.csv`, about);
      return ok(file, residents.map(idOf));
    },
  }),
];
