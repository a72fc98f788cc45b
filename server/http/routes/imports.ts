import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  applyQuerySchema,
  changeListSchema,
  columnMappingSchema,
  importJobListSchema,
  importJobSchema,
  recognisedUploadListSchema,
  recordPageQuerySchema,
  rejectPageSchema,
  repairPageSchema,
  startImportSchema,
  uploadColumnsSchema,
  uploadLimitSchema,
} from '#contract/data-decisions';
import { datasetListSchema, jobSchema } from '#contract/dataset';
import { withActor } from '../../db/actor.ts';
import { saveColumnMapping } from '../../db/queries/column-mappings.ts';
import { listChanges } from '../../db/queries/dataset-changes.ts';
import { findHeldDataset } from '../../db/queries/held-datasets.ts';
import { listRejects } from '../../db/queries/rejects.ts';
import { listRepairs } from '../../db/queries/repairs.ts';
import { dropHeldDataset } from '../../services/decide-on-dataset.ts';
import { listDatasets } from '../../services/read/datasets.ts';
import { findImport, listImports } from '../../services/read/import-history.ts';
import {
  chosenColumns,
  MAPPED_SOURCES,
  mappingOptions,
  uploadColumns,
} from '../../services/read/upload-columns.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { startHeldImport, startNoted } from '../import-jobs.ts';
import { importOrderOf } from '../import-order.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';
import { keepRecognised } from '../recognise-upload.ts';
import { receiveUpload } from '../upload.ts';
import { heavyWork } from '../write-side.ts';

const withId = z.object({ code: municipalityCodeSchema, id: z.uuid() });
const BUSY = httpProblem('job.conflict', {
  detail: {
    ja: '別の取り込みか判定のやり直しが、まだ終わっていません。送ったファイルはそのまま残っています。終わってから、もう一度始めてください',
    en: 'Another import or check has not ended yet. The files that you sent are kept: start again when it has',
  },
});

export const importEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/uploads/limit',
    access: 'data.see',
    tag: 'data',
    summary: { ja: '一度に送れる大きさ', en: 'How much can be sent at once' },
    response: uploadLimitSchema,
    handle: ({ context }) => ok({ maxBytes: context.settings.maxUploadBytes }),
  }),
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/uploads',
    access: 'data.change',
    tag: 'data',
    summary: {
      ja: 'ファイルを一度だけ送り、内容から種類を見分ける(一緒に取り込むものごとに分けて答えます)',
      en: 'Send files once and have them recognised by their content; parted into what is imported at once',
    },
    accepts: ['multipart/form-data', 'application/octet-stream'],
    status: 201,
    response: recognisedUploadListSchema,
    personal: true,
    problems: ['request.too-large'],
    changes: { action: 'data.change', people: () => [] },
    async handle({ context, request, params: { code } }) {
      const received = await receiveUpload(request, context.settings);
      if (!received.ok) return fail(received.problem);
      return ok({ uploads: await keepRecognised(context, code, received.upload) });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/uploads/:id/columns',
    access: 'data.see',
    tag: 'data',
    summary: {
      ja: '送った一覧の列と、列の対応の案',
      en: 'Columns of a list that was sent, with a mapping',
    },
    params: withId,
    query: z.object({ source: z.enum(MAPPED_SOURCES) }),
    response: uploadColumnsSchema,
    personal: true,
    audit: { action: 'people.data', of: 'unnamed' },
    problems: ['upload.unknown', 'upload.no-table'],
    async handle({ context, params: { code, id }, query: { source } }) {
      const upload = context.uploads.find(code, id);
      if (upload === null) return fail(httpProblem('upload.unknown'));
      const columns = await uploadColumns(context.database, code, upload.files, source);
      return columns === null ? fail(httpProblem('upload.no-table')) : ok(columns);
    },
  }),
  municipalEndpoint({
    method: 'delete',
    path: '/api/municipalities/:code/uploads/:id',
    access: 'data.change',
    tag: 'data',
    summary: { ja: '送ったファイルを取り消す', en: 'Drop files that were sent' },
    params: withId,
    response: z.object({}),
    problems: ['upload.unknown'],
    changes: { action: 'data.change', people: () => [] },
    async handle({ context, params: { code, id } }) {
      if (context.uploads.find(code, id) === null) return fail(httpProblem('upload.unknown'));
      await context.uploads.remove(id);
      return ok({});
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/uploads/:id/import',
    access: 'data.change',
    tag: 'data',
    summary: {
      ja: '送ったファイルを読み、切り替える前で止めて違いを出す。処理として進みます',
      en: 'Stage files that were sent and work out what they would change; waits for a decision',
    },
    params: withId,
    body: startImportSchema,
    status: 202,
    response: jobSchema,
    personal: true,
    problems: ['upload.unknown', 'job.conflict'],
    changes: { action: 'data.change', people: () => [] },
    async handle({ context, actor, params: { code, id }, body: { source, options, columns } }) {
      const upload = context.uploads.find(code, id);
      if (upload === null) return fail(httpProblem('upload.unknown'));
      const said = await importOrderOf(context, code, { source, dryRun: 'false' }, options);
      if (!said.ok) return fail(said.problem);
      const mapped = MAPPED_SOURCES.find((one) => one === source);
      const mapping = columns === null || mapped === undefined ? null : { columns };
      const chosen = mapping && mapped ? mappingOptions(mapped, mapping) : {};
      const order = { ...said.order, options: { ...said.order.options, ...chosen } };
      // Read before the import has the files, which go with it.
      const kept =
        mapping && mapped
          ? await chosenColumns(upload.files, mapped, columnMappingSchema.parse(mapping))
          : null;
      const job = await startHeldImport(context, actor, code, order, upload);
      if (job === null) return fail(BUSY);
      if (kept !== null) await saveColumnMapping(context.database, code, source, kept, actor.name);
      return ok(job);
    },
  }),
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
