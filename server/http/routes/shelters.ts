import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import { type ShelterDetail, shelterDetailSchema, shelterListSchema } from '#contract/shelter';
import { agreeShelterSchema, editShelterSchema } from '#contract/shelter-edit';
import { agreeShelter } from '../../services/edit-shelter.ts';
import type { MunicipalityVersions } from '../../services/read/data-versions.ts';
import { SHELTER_TOPICS } from '../../services/read/readers.ts';
import { findShelterDetail, listShelters } from '../../services/read/shelters.ts';
import type { AppContext } from '../context.ts';
import { editShelterAndCheck, serviceContext } from '../edit-place.ts';
import { type Endpoint, fail, municipalEndpoint, type Outcome, ok } from '../endpoint.ts';
import { sheltersFile } from '../presenters/place-files.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';

const params = z.object({ code: municipalityCodeSchema, id: z.string().min(1).max(200) });

export const shelterEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/shelters',
    access: 'places',
    tag: 'shelters',
    summary: {
      ja: '避難所の一覧(区域との関係、一覧どうしの食い違い)',
      en: 'Shelters with their judgement and with what lists disagree on',
    },
    response: shelterListSchema,
    dependsOn: SHELTER_TOPICS,
    async handle({ context, municipality }) {
      return ok({ shelters: await listShelters(context.readers, municipality) });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/shelters.csv',
    access: 'places',
    tag: 'shelters',
    summary: { ja: '避難所の一覧をCSVで(BOM付きUTF-8)', en: 'Shelters as CSV (UTF-8 with BOM)' },
    response: { mediaType: 'text/csv' },
    byLanguage: true,
    dependsOn: SHELTER_TOPICS,
    async handle({ context, municipality }) {
      const shelters = await listShelters(context.readers, municipality);
      return ok(sheltersFile(shelters, `shelters-${municipality.code}.csv`));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/shelters/:id',
    access: 'places',
    tag: 'shelters',
    summary: { ja: '避難所の詳細', en: 'One shelter' },
    params,
    response: shelterDetailSchema,
    problems: ['shelter.unknown'],
    dependsOn: ['settings', ...SHELTER_TOPICS],
    handle: ({ context, municipality, params: { id } }) => detailOf(context, municipality, id),
  }),
  municipalEndpoint({
    method: 'put',
    path: '/api/municipalities/:code/shelters/:id/edit',
    access: 'places.change',
    tag: 'shelters',
    summary: {
      ja: '一覧に代わる内容を保存(version が古いと409)。位置を変えると区域との関係も改めます',
      en: "Keep what holds in place of the list's record (409 where version is old); a new position is checked",
    },
    params,
    body: editShelterSchema,
    response: shelterDetailSchema,
    problems: ['shelter.unknown', 'shelter.stale', 'job.conflict'],
    async handle({ context, actor, municipality, params: { code, id }, body }) {
      const edited = await editShelterAndCheck(context, actor, code, id, body);
      return edited.ok ? latestDetail(context, municipality, id) : edited;
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/shelters/:id/agreements',
    access: 'places.change',
    tag: 'shelters',
    summary: {
      ja: '一覧どうしの食い違いを、どちらもそのままとする(または取り消す)',
      en: 'Leave a difference between lists as it is, or take that back',
    },
    params,
    body: agreeShelterSchema,
    response: shelterDetailSchema,
    problems: ['shelter.unknown'],
    async handle({ context, actor, municipality, params: { code, id }, body }) {
      const agreed = await agreeShelter(serviceContext(context, actor), code, id, body);
      return agreed.ok
        ? latestDetail(context, municipality, id)
        : fail(fromDomainProblem(agreed.problem));
    },
  }),
];

/** After a change: by the versions that it made. */
async function latestDetail(context: AppContext, before: MunicipalityVersions, id: string) {
  return detailOf(context, (await context.readVersions(before.code)) ?? before, id);
}

async function detailOf(
  { database, readers }: AppContext,
  municipality: MunicipalityVersions,
  id: string,
): Promise<Outcome<ShelterDetail>> {
  const detail = await findShelterDetail(database, readers, municipality, id);
  return detail === null ? fail(httpProblem('shelter.unknown')) : ok(detail);
}
