import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  chooseFacilityPositionSchema,
  datasetEditSchema,
  positionConflictListSchema,
  rollBackEffectSchema,
} from '#contract/data-decisions';
import { datasetListSchema } from '#contract/dataset';
import { localDay } from '#domain/local-day';
import { listPositionConflicts } from '../../services/choose-facility-position.ts';
import { editDataset } from '../../services/edit-dataset.ts';
import { listDatasets } from '../../services/read/datasets.ts';
import { rollBackEffect } from '../../services/roll-back-effect.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';
import { endedWork } from '../write-side.ts';

const withId = z.object({ code: municipalityCodeSchema, id: z.uuid() });

export const datasetDecisionEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'put',
    path: '/api/municipalities/:code/datasets/:id',
    access: 'data.change',
    tag: 'data',
    summary: { ja: '出典・利用条件・日付を改める', en: 'Say credit, terms and date anew' },
    params: withId,
    body: datasetEditSchema,
    response: datasetListSchema,
    problems: ['dataset.unknown', 'dataset.stale'],
    changes: { action: 'data.change', people: () => [] },
    async handle({ context: { database, clock }, actor, params: { code, id }, body }) {
      const service = { database, actor, today: localDay(clock()) };
      const edited = await editDataset(service, { municipalityCode: code, datasetId: id }, body);
      if (!edited.ok) return fail(fromDomainProblem(edited.problem));
      return ok({ datasets: await listDatasets(database, code) });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/datasets/:id/rollback',
    access: 'data.see',
    tag: 'data',
    summary: { ja: '戻すとどうなるか', en: 'What putting the former dataset back would do' },
    params: withId,
    response: rollBackEffectSchema,
    problems: ['dataset.unknown'],
    async handle({ context: { database }, params: { code, id } }) {
      const key = { municipalityCode: code, datasetId: id };
      const found = await rollBackEffect(database, key);
      if (found === null) return fail(httpProblem('dataset.unknown'));
      const { former, isPossible, effect } = found;
      const listed =
        former === null
          ? undefined
          : (await listDatasets(database, code)).find((one) => one.id === former.id);
      return ok({
        former:
          listed === undefined
            ? null
            : { fileNames: listed.fileNames, importedAt: listed.importedAt, asOf: listed.asOf },
        isPossible,
        effect,
      });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/position-conflicts',
    access: 'data.see',
    tag: 'data',
    summary: {
      ja: '一覧によって位置が違う施設',
      en: 'Facilities that lists put at different places',
    },
    query: z.object({ datasetId: z.uuid().optional() }),
    response: positionConflictListSchema,
    async handle({ context: { database }, params: { code }, query: { datasetId } }) {
      return ok({ conflicts: await listPositionConflicts(database, code, datasetId ?? null) });
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/position-conflicts',
    access: 'data.change',
    tag: 'data',
    summary: {
      ja: '施設の位置を選ぶ(これから取り込む一覧にも使います)',
      en: 'Choose where a facility is, for lists to come too',
    },
    body: chooseFacilityPositionSchema,
    response: positionConflictListSchema,
    problems: ['facility-position.stale', 'job.conflict'],
    changes: { action: 'data.change', people: () => [] },
    async handle({ context, actor, params: { code }, body }) {
      const choice = { municipalityCode: code, ...body };
      const ended = await endedWork(context, actor, code, { kind: 'choose-position', choice });
      if (!ended.ok) return fail(ended.problem);
      return ok({ conflicts: await listPositionConflicts(context.database, code, null) });
    },
  }),
];
