import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  applyQuerySchema,
  changeListSchema,
  importJobListSchema,
  importJobSchema,
  recordPageQuerySchema,
  rejectPageSchema,
  repairPageSchema,
} from '#contract/data-decisions';
import { datasetListSchema, jobSchema } from '#contract/dataset';
import { localDay } from '#domain/local-day';
import { withActor } from '../../db/actor.ts';
import { listChanges } from '../../db/queries/dataset-changes.ts';
import { findHeldDataset } from '../../db/queries/held-datasets.ts';
import { listRejects } from '../../db/queries/rejects.ts';
import { listRepairs } from '../../db/queries/repairs.ts';
import { dropHeldDataset } from '../../services/decide-on-dataset.ts';
import { listDatasets } from '../../services/read/datasets.ts';
import { findImport, listImports } from '../../services/read/import-history.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { startNoted } from '../import-jobs.ts';
import { rosterChangesFile } from '../presenters/roster-changes-file.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';
import { heavyWork } from '../write-side.ts';

const withId = z.object({ code: municipalityCodeSchema, id: z.uuid() });

/** What imports read, and what they wait to be decided. */
export const importEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/imports',
    access: 'data.see',
    tag: 'data',
    summary: { ja: '最近の取り込み(進行中のものを含む)', en: 'Recent imports, running ones too' },
    response: importJobListSchema,
    personal: true,
    audit: { action: 'people.data', of: 'unnamed' },
    async handle({ context, actor, params: { code } }) {
      const find = (id: string) => context.jobs.find(id);
      return ok({ imports: await listImports(context.database, actor, code, find) });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/imports/:id',
    access: 'data.see',
    tag: 'data',
    summary: { ja: '取り込み一つと、その結果', en: 'One import with its report' },
    params: withId,
    response: importJobSchema,
    personal: true,
    audit: { action: 'people.data', of: 'unnamed' },
    problems: ['job.unknown'],
    async handle({ context, actor, params: { code, id } }) {
      const find = (jobId: string) => context.jobs.find(jobId);
      const found = await findImport(context.database, actor, code, id, find);
      return found === null ? fail(httpProblem('job.unknown')) : ok(found);
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/datasets/:id/apply',
    access: 'data.change',
    tag: 'data',
    summary: {
      ja: '確認を待っているデータに切り替える。判定と順位付けが続きます。処理として進みます',
      en: 'Put a dataset that waits for a decision in force; check and ranking follow; runs as a job',
    },
    params: withId,
    query: applyQuerySchema,
    status: 202,
    response: jobSchema,
    personal: true,
    problems: ['dataset.unknown', 'job.conflict'],
    changes: { action: 'data.change', people: () => [] },
    async handle({ context, actor, params: { code, id }, query }) {
      const key = { municipalityCode: code, datasetId: id };
      const found = await findHeldDataset(context.database, key);
      if (found === null) return fail(httpProblem('dataset.unknown'));
      const { source, fileNames } = found.dataset;
      const confirmsNoZones = query.confirmsNoZones === 'true';
      const work = heavyWork(context, actor, { kind: 'apply', ...key, confirmsNoZones });
      const described = { source, fileNames, datasetId: id };
      const job = await startNoted(context, actor, code, described, work);
      return job === null ? fail(httpProblem('job.conflict')) : ok(job);
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/datasets/:id/drop',
    access: 'data.change',
    tag: 'data',
    summary: {
      ja: '確認を待っているデータをやめる',
      en: 'Drop a dataset that waits for a decision',
    },
    params: withId,
    response: datasetListSchema,
    problems: ['dataset.unknown', 'job.conflict'],
    changes: { action: 'data.change', people: () => [] },
    async handle({ context, actor, params: { code, id } }) {
      const reservation = context.jobs.reserve(code);
      if (reservation === null) return fail(httpProblem('job.conflict'));
      try {
        const { database } = context;
        const service = { database, actor, today: '' };
        const dropped = await dropHeldDataset(service, { municipalityCode: code, datasetId: id });
        if (!dropped.ok) return fail(fromDomainProblem(dropped.problem));
        return ok({ datasets: await listDatasets(database, code) });
      } finally {
        reservation.release();
      }
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/datasets/:id/rejects',
    access: 'data.see',
    tag: 'data',
    summary: { ja: '取り込めなかった記録と理由', en: 'Records that were rejected, with reasons' },
    params: withId,
    query: recordPageQuerySchema,
    response: rejectPageSchema,
    personal: true,
    audit: { action: 'people.data', of: 'unnamed' },
    async handle({ context, actor, params: { code, id }, query: { after, limit } }) {
      const key = { municipalityCode: code, datasetId: id };
      const rejects = await withActor(context.database, actor, code, (tx) =>
        listRejects(tx, key, after, limit),
      );
      return ok({
        rejects: rejects.map(({ ordinal, recordNumber, reason: { code, ja, en }, raw }) => ({
          ...{ ordinal, recordNumber, code, message: { ja, en }, raw },
        })),
      });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/datasets/:id/repairs',
    access: 'data.see',
    tag: 'data',
    summary: {
      ja: '直して取り込んだ記録(図形は直す前と後)',
      en: 'Records that were mended; geometry before and after',
    },
    params: withId,
    query: recordPageQuerySchema,
    response: repairPageSchema,
    personal: true,
    audit: { action: 'people.data', of: 'unnamed' },
    async handle({ context, actor, params: { code, id }, query: { after, limit } }) {
      const key = { municipalityCode: code, datasetId: id };
      const repairs = await withActor(context.database, actor, code, (tx) =>
        listRepairs(tx, key, after, limit),
      );
      return ok({
        repairs: repairs.map(({ repairs: messages, shapes, ...rest }) => ({
          ...rest,
          messages: [...messages],
          shapes:
            shapes === null ? null : { before: plain(shapes.before), after: plain(shapes.after) },
        })),
      });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/datasets/:id/people.csv',
    access: 'data.see',
    tag: 'data',
    summary: {
      ja: '切り替えると名簿から外れる人・新しい人・変わる人(CSV。確認を待っている名簿だけ)',
      en: 'Who leaves, is new and changes by a roster that waits for a decision (CSV)',
    },
    params: withId,
    response: { mediaType: 'text/csv' },
    personal: true,
    audit: { action: 'people.data', of: 'unnamed' },
    byLanguage: true,
    problems: ['dataset.unknown'],
    async handle({ context: { database, clock }, actor, params: { code, id } }) {
      const key = { municipalityCode: code, datasetId: id };
      const found = await findHeldDataset(database, key);
      if (found?.dataset.kind !== 'roster') return fail(httpProblem('dataset.unknown'));
      const name = `名簿で変わる人_${localDay(clock())}.csv`;
      return ok(rosterChangesFile(database, actor, key, name));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/datasets/:id/changes',
    access: 'data.see',
    tag: 'data',
    summary: {
      ja: '切り替えると判定が変わる人と避難所',
      en: 'People and shelters whose judgement a dataset changes',
    },
    params: withId,
    query: recordPageQuerySchema,
    response: changeListSchema,
    personal: true,
    audit: { action: 'people.data', of: 'unnamed' },
    async handle({ context, actor, params: { code, id }, query: { after, limit } }) {
      const key = { municipalityCode: code, datasetId: id };
      return ok(
        await withActor(context.database, actor, code, (tx) => listChanges(tx, key, after, limit)),
      );
    },
  }),
];

/** The same coordinates as arrays that may be written to, as the wire shape has them. */
function plain({ coordinates }: { coordinates: readonly unknown[] }) {
  return { type: 'MultiPolygon' as const, coordinates: coordinates as number[][][][] };
}
