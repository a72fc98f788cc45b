import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  columnMappingSchema,
  recognisedUploadListSchema,
  startImportSchema,
  uploadColumnsSchema,
  uploadLimitSchema,
} from '#contract/data-decisions';
import { jobSchema } from '#contract/dataset';
import { saveColumnMapping } from '../../db/queries/column-mappings.ts';
import {
  chosenColumns,
  MAPPED_SOURCES,
  mappingOptions,
  uploadColumns,
} from '../../services/read/upload-columns.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { startHeldImport } from '../import-jobs.ts';
import { importOrderOf } from '../import-order.ts';
import { httpProblem } from '../problems.ts';
import { keepRecognised } from '../recognise-upload.ts';
import { receiveUpload } from '../upload.ts';

const withId = z.object({ code: municipalityCodeSchema, id: z.uuid() });
const BUSY = httpProblem('job.conflict', {
  detail: {
    ja: '別の取り込みか判定のやり直しが、まだ終わっていません。送ったファイルはそのまま残っています。終わってから、もう一度始めてください',
    en: 'Another import or check has not ended yet. The files that you sent are kept: start again when it has',
  },
});

/** Files that were sent: what they are, and the import that they become. */
export const uploadEndpoints: readonly Endpoint[] = [
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
];
