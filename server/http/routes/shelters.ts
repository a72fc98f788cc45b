import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import { shelterDetailSchema, shelterListSchema, zoneDetailSchema } from '#contract/shelter';
import { RESIDENT_TOPICS, SHELTER_TOPICS } from '../../services/read/readers.ts';
import { findShelterDetail, listShelters } from '../../services/read/shelters.ts';
import { findZoneDetail } from '../../services/read/zone-detail.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { httpProblem } from '../problems.ts';

const params = z.object({ code: municipalityCodeSchema, id: z.string().min(1).max(200) });

export const placeEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/shelters',
    tag: 'shelters',
    summary: {
      ja: '避難所の一覧(区域との関係、一覧どうしの位置の食い違い)',
      en: 'Shelters with their judgement and with lists that disagree on a position',
    },
    response: shelterListSchema,
    dependsOn: SHELTER_TOPICS,
    async handle({ context, municipality }) {
      return ok({ shelters: await listShelters(context.readers, municipality) });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/shelters/:id',
    tag: 'shelters',
    summary: { ja: '避難所の詳細', en: 'One shelter' },
    params,
    response: shelterDetailSchema,
    problems: ['shelter.unknown'],
    dependsOn: ['settings', ...SHELTER_TOPICS],
    async handle({ context, municipality, params: { id } }) {
      const { database, readers } = context;
      const detail = await findShelterDetail(database, readers, municipality, id);
      return detail === null ? fail(httpProblem('shelter.unknown')) : ok(detail);
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/zones/:id',
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
];
