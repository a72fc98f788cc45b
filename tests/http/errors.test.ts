import { createServer } from 'node:http';
import express from 'express';
import { expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { PROBLEMS, ProblemError } from '#domain/problem';
import { errorHandler } from '../../server/http/error-handler.ts';
import { createLogger } from '../../server/http/logger.ts';
import { fromDomainProblem } from '../../server/http/problems.ts';
import { requestId } from '../../server/http/request-id.ts';
import { requestLog } from '../../server/http/request-log.ts';

/** What is answered and logged where a handler throws. */
async function answerTo(thrown: unknown) {
  const log: string[] = [];
  const app = express();
  app.use(requestId, requestLog(createLogger('info', { write: (line) => void log.push(line) })));
  app.get('/', () => {
    throw thrown;
  });
  app.use(errorHandler);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const response = await fetch(`http://127.0.0.1:${port}/`);
  const problem = problemSchema.parse(await response.json());
  await new Promise((resolve) => server.close(resolve));
  return { status: response.status, problem, log: log.join('') };
}

test('a bug is a 500 that says nothing of it; the log has where it was and not what it said', async () => {
  const { status, problem, log } = await answerTo(new TypeError('no ward of 架空 花子'));
  expect(status).toBe(500);
  expect(problem.code).toBe('server.bug');
  expect(JSON.stringify(problem)).not.toContain('花子');
  expect(log).not.toContain('花子');
  expect(log).toContain('"name":"TypeError"');
  expect(log).toContain('errors.test.ts');
  expect(log).toContain(`"${problem.requestId}"`);
});

test('an expected failure keeps its words', async () => {
  const { status, problem } = await answerTo(new ProblemError(PROBLEMS.residentStale()));
  expect(status).toBe(409);
  expect(problem.messages).toEqual({
    ja: PROBLEMS.residentStale().ja,
    en: PROBLEMS.residentStale().en,
  });
});

test('a database that is gone is a 503', async () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' });
  const { status, problem } = await answerTo(refused);
  expect(status).toBe(503);
  expect(problem.code).toBe('server.database');
});

test.each([
  [PROBLEMS.datasetUnknown(), 404],
  [PROBLEMS.settingsStale(), 409],
  [PROBLEMS.noFormerDataset(), 422],
  [PROBLEMS.databaseUnreachable('x'), 503],
])('$code is answered with its status', (problem, status) => {
  expect(fromDomainProblem(problem).status).toBe(status);
});
