import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  changeResourceSchema,
  importResourcesQuerySchema,
  MOST_RESOURCE_FILE_BYTES,
  nearResourcesSchema,
  removeResourceSchema,
  resourceConflictSchema,
  resourceDetailSchema,
  resourceFactsSchema,
  resourceListSchema,
  resourcesImportedSchema,
} from '#contract/resource';
import type { Result } from '#domain/problem';
import type { Actor } from '../../db/actor.ts';
import type { MunicipalityVersions } from '../../services/read/data-versions.ts';
import {
  changeResource,
  createResource,
  setResourceRemoved,
} from '../../services/resources/change-resources.ts';
import { importResources } from '../../services/resources/import-resources.ts';
import { findNearResources } from '../../services/resources/near-resources.ts';
import {
  type ResourceReading,
  readResource,
  readResourceRecords,
  readResources,
} from '../../services/resources/read-resources.ts';
import { bodyOf } from '../body-of.ts';
import { closedSignal } from '../closed-signal.ts';
import type { AppContext } from '../context.ts';
import { answerWith } from '../edit-place.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { resourcesFile } from '../presenters/resources-file.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';

const PATH = '/api/municipalities/:code/resources';
const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });

interface Asked {
  readonly context: AppContext;
  readonly actor: Actor;
  readonly municipality: MunicipalityVersions;
}
const readingOf = ({ context, actor, municipality }: Asked): ResourceReading => ({
  ...{ database: context.database, readers: context.readers, now: context.clock() },
  ...{ municipality, actor },
});
const sourcesOf = ({ context, actor }: Asked) => ({
  ...{ database: context.database, actor, now: context.clock() },
});
const tag = 'resources' as const;
const changing = { tag, access: 'resources.change', response: resourceDetailSchema } as const;

export const resourceEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: PATH,
    access: 'resources.see',
    tag,
    summary: {
      ja: '地域の資源(相談窓口、サロンなど)と区域との関係、いま開いているか',
      en: 'Social resources, how they lie to the zones, and whether they are open now',
    },
    response: resourceListSchema,
    handle: async (asked) => ok(await readResources(readingOf(asked))),
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/resources.csv',
    access: 'resources.see',
    tag,
    summary: { ja: '地域の資源のCSV(取り込みと同じ列)', en: 'Resources as CSV, as it is imported' },
    response: { mediaType: 'text/csv' },
    async handle(asked) {
      const records = await readResourceRecords(readingOf(asked));
      return ok(resourcesFile(records, `resources-${asked.params.code}.csv`));
    },
  }),
  municipalEndpoint({
    ...changing,
    method: 'post',
    path: PATH,
    status: 201,
    summary: { ja: '地域の資源の登録', en: 'Enter a resource' },
    body: resourceFactsSchema,
    problems: ['resource.hours-unreadable'],
    handle: async (asked) =>
      detailAfter(asked, await createResource(sourcesOf(asked), asked.params.code, asked.body)),
  }),
  municipalEndpoint({
    method: 'post',
    path: `${PATH}/import`,
    access: 'resources.change',
    tag,
    summary: {
      ja: '地域の資源をCSVから取り込む(apply=trueがなければ、結果の見込みだけを返す)',
      en: 'Import resources from CSV; without apply=true what would come of it is told',
    },
    query: importResourcesQuerySchema,
    accepts: ['text/csv'],
    response: resourcesImportedSchema,
    problems: ['resource.file-unreadable', 'request.too-large'],
    async handle(asked) {
      const content = await bodyOf(asked.request, MOST_RESOURCE_FILE_BYTES);
      if (content === null) return fail(httpProblem('request.too-large'));
      const isApplied = asked.query.apply === 'true';
      const { code } = asked.params;
      return answerWith(await importResources(sourcesOf(asked), code, content, isApplied));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/:id`,
    access: 'resources.see',
    tag,
    summary: { ja: '地域の資源の詳細と履歴', en: 'One resource with its history' },
    params,
    response: resourceDetailSchema,
    problems: ['resource.unknown'],
    handle: async (asked) => answerWith(await readResource(readingOf(asked), asked.params.id)),
  }),
  municipalEndpoint({
    ...changing,
    method: 'put',
    path: `${PATH}/:id`,
    summary: {
      ja: '地域の資源の変更(versionが古いと409で、今の内容を返す)',
      en: 'Change a resource (409 with how it stands where version is old)',
    },
    params,
    body: changeResourceSchema,
    conflict: resourceConflictSchema,
    problems: ['resource.unknown', 'resource.stale', 'resource.hours-unreadable'],
    async handle(asked) {
      const { code, id } = asked.params;
      return detailAfter(asked, await changeResource(sourcesOf(asked), code, id, asked.body), id);
    },
  }),
  municipalEndpoint({
    ...changing,
    method: 'put',
    path: `${PATH}/:id/removed`,
    summary: { ja: '一覧から外す、またはその取り消し', en: 'Take off the list, or back onto it' },
    params,
    body: removeResourceSchema,
    conflict: resourceConflictSchema,
    problems: ['resource.unknown', 'resource.stale'],
    async handle(asked) {
      const { code, id } = asked.params;
      const done = await setResourceRemoved(sourcesOf(asked), code, id, asked.body);
      return detailAfter(asked, done, id);
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/residents/:id/resources-near',
    access: 'relay.see',
    tag,
    summary: {
      ja: '対象者の家から歩いて500m以内の地域の資源(道のりで近い順)',
      en: 'Resources within 500 m on foot of a person, nearest along the roads first',
    },
    params,
    response: nearResourcesSchema,
    personal: true,
    audit: 'people.resources',
    problems: ['resident.unknown', 'resource.person-unplaced', 'route.no-roads', 'route.stopped'],
    async handle(asked) {
      const { context, request, params: given } = asked;
      const reading = { ...readingOf(asked), routing: context.routing };
      const signal = closedSignal(request);
      const found = await findNearResources(reading, given.id, signal);
      return found.ok ? ok(found.value, [given.id]) : fail(fromDomainProblem(found.problem));
    },
  }),
];

async function detailAfter(asked: Asked, done: Result<string>, id: string | null = null) {
  if (done.ok) return answerWith(await readResource(readingOf(asked), done.value));
  const problem = fromDomainProblem(done.problem);
  if (done.problem.code !== 'resource.stale' || id === null) return fail(problem);
  const current = await readResource(readingOf(asked), id);
  return current.ok ? fail({ ...problem, more: { current: current.value } }) : fail(problem);
}
