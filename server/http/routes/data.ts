import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import { datasetListSchema, jobSchema } from '#contract/dataset';
import { importQuerySchema } from '#contract/import';
import { mayUse } from '#domain/access/rules';
import { localDay } from '#domain/local-day';
import { SOURCES } from '#geodata/registry';
import { listDatasets, listPublicDatasets } from '../../services/read/datasets.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { importOrderOf } from '../import-order.ts';
import { rejectsFile } from '../presenters/rejects-file.ts';
import { httpProblem } from '../problems.ts';
import { receiveUpload } from '../upload.ts';
import { rollBack, startImport, startRecheck } from '../write-side.ts';

const datasetParams = z.object({ code: municipalityCodeSchema, id: z.uuid() });

export const dataEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/datasets',
    access: 'places',
    tag: 'data',
    summary: {
      ja: '取り込んだデータの履歴(データを扱わない役割には、使用中の公開データだけ)',
      en: 'Import runs; for roles that keep no data, what is in force and public',
    },
    response: datasetListSchema,
    async handle({ context, actor, params: { code } }) {
      const list = mayUse(actor.role, 'data.see') ? listDatasets : listPublicDatasets;
      return ok({ datasets: await list(context.database, code) });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/datasets/:id/rejects.csv',
    access: 'data.see',
    tag: 'data',
    summary: {
      ja: '取り込めなかった記録と理由(CSV)',
      en: 'Records that were rejected, with reasons (CSV)',
    },
    params: datasetParams,
    response: { mediaType: 'text/csv' },
    personal: true,
    audit: { action: 'people.data', of: 'unnamed' },
    byLanguage: true,
    problems: ['dataset.unknown'],
    async handle({ context, actor, params: { code, id } }) {
      const datasets = await listDatasets(context.database, code);
      const dataset = datasets.find((one) => one.id === id);
      if (dataset === undefined) return fail(httpProblem('dataset.unknown'));
      const day = localDay(new Date(dataset.importedAt));
      const name = `取り込まない記録_${SOURCES[dataset.source].labels.ja}_${day}.csv`;
      return ok(rejectsFile(context.database, actor, code, id, name));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/datasets/:id/rollback',
    access: 'data.change',
    tag: 'data',
    summary: {
      ja: '前のデータに戻す(判定と順位も改めます)',
      en: 'Put the former dataset back; judgements and ranks follow',
    },
    params: datasetParams,
    response: datasetListSchema,
    problems: ['dataset.unknown', 'job.conflict'],
    changes: { action: 'data.change', people: () => [] },
    async handle({ context, actor, params: { code, id } }) {
      const rolledBack = await rollBack(context, actor, code, id);
      if (!rolledBack.ok) return fail(rolledBack.problem);
      return ok({ datasets: await listDatasets(context.database, code) });
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/imports',
    access: 'data.change',
    tag: 'data',
    summary: {
      ja: 'ファイルの取込み(フォームで複数、または本文に一つ)。指定はアドレスかフォームの欄に書きます。処理として進みます',
      en: 'Import files (a form with several, or one as the body), options in the address or in fields of the form; runs as a job',
    },
    query: importQuerySchema,
    accepts: ['multipart/form-data', 'application/octet-stream'],
    status: 202,
    response: jobSchema,
    problems: ['request.too-large', 'job.conflict'],
    changes: { action: 'data.change', people: () => [] },
    async handle({ context, actor, request, params: { code }, query }) {
      const received = await receiveUpload(request, context.settings);
      if (!received.ok) return fail(received.problem);
      const order = await importOrderOf(context, code, query, received.upload.fields);
      if (!order.ok) {
        await received.upload.remove();
        return fail(order.problem);
      }
      const job = startImport(context, actor, code, order.order, received.upload);
      if (job !== null) return ok(job);
      await received.upload.remove();
      return fail(httpProblem('job.conflict'));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/assessments',
    access: 'data.change',
    tag: 'data',
    summary: {
      ja: '全員を区域と照合し直し、順位を付け直す。処理として進みます',
      en: 'Check everybody against the zones and rank anew; runs as a job',
    },
    status: 202,
    response: jobSchema,
    problems: ['job.conflict'],
    changes: { action: 'data.change', people: () => [] },
    handle({ context, actor, params: { code } }) {
      const job = startRecheck(context, actor, code, 'assess');
      return job === null ? fail(httpProblem('job.conflict')) : ok(job);
    },
  }),
];
