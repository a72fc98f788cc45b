import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { IMPORT_SOURCES } from '#contract/dataset';
import { standardSheltersSample } from '#geodata/demo/places/standard-sample';
import { osmSample } from '#geodata/demo/streets/osm-sample';
import { CONSENTS_SAMPLE } from '#geodata/sources/consents';
import { SYSTEM } from '../../db/actor.ts';
import { SAMPLE_FILES } from '../../services/sample-files.ts';
import { runJob } from '../../services/worker/run-job.ts';
import { type BodyWriter, type Endpoint, endpoint, fail, ok } from '../endpoint.ts';
import { fromDomainProblem } from '../problems.ts';

/** Files of a fictional town, one for each source, to try an import with. */
export const sampleEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/samples/:source',
    access: 'data.see',
    tag: 'data',
    summary: {
      ja: '取り込みを試すための架空の見本ファイル',
      en: 'A fictional sample file to try an import with',
    },
    params: z.object({ source: z.enum(IMPORT_SOURCES) }),
    response: { mediaType: 'application/octet-stream' },
    async handle({ context, params: { source } }) {
      if (source === 'osm') return ok(textFile('sample-osm.osm', 'application/xml', osmSample()));
      if (source === 'consents')
        return ok(textFile('sample-consents.csv', 'text/csv; charset=utf-8', CONSENTS_SAMPLE));
      const fileName = SAMPLE_FILES[source];
      if (fileName === undefined)
        return ok(
          textFile(`sample-${source}.csv`, 'text/csv; charset=utf-8', standardSheltersSample()),
        );
      const { databaseConfig, dataDir } = context.settings;
      const made = await runJob(
        { databaseConfig, actor: SYSTEM, today: '', job: { kind: 'samples', dataDir } },
        {},
      );
      if (!made.ok) return fail(fromDomainProblem(made.problem));
      return ok(fileOf(join(made.value, fileName), `sample-${source}-${fileName}`));
    },
  }),
];

function fileOf(path: string, name: string): BodyWriter {
  return async (_request, response) => {
    response.attachment(name);
    response.type(name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/geo+json');
    await pipeline(createReadStream(path), response);
  };
}

function textFile(name: string, mediaType: string, text: string): BodyWriter {
  return (_request, response) => {
    response.attachment(name).type(mediaType).send(text);
  };
}
