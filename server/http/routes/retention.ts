import { retentionSchema, saveRetentionSchema } from '#contract/retention';
import type { Result } from '#domain/problem';
import { readRetention, setRetention } from '../../services/retention/rules.ts';
import { cancelRun, orderRun } from '../../services/retention/runs.ts';
import { originOf } from '../audit-trail.ts';
import type { AppContext } from '../context.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem } from '../problems.ts';

const BASE = '/api/municipalities/:code/retention';

async function then(context: AppContext, code: string, done: Result<null>) {
  return done.ok
    ? ok(await readRetention(context.database, code))
    : fail(fromDomainProblem(done.problem));
}

/** How long things are kept. Counts and dates alone: no person is in these answers. */
export const retentionEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: BASE,
    access: 'retention.see',
    tag: 'audit',
    summary: {
      ja: '何をいつまで残すか、今消すと何件消えるか',
      en: 'What is kept how long, and what a run would remove now',
    },
    response: retentionSchema,
    personal: true,
    async handle({ context, municipality: { code } }) {
      return ok(await readRetention(context.database, code));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: BASE,
    access: 'retention.change',
    tag: 'audit',
    summary: { ja: '残す期間を決める', en: 'Say how long something is kept' },
    body: saveRetentionSchema,
    response: retentionSchema,
    personal: true,
    problems: ['retention.stale'],
    async handle({ context, actor, municipality: { code }, body, request }) {
      const { database } = context;
      return then(
        context,
        code,
        await setRetention(database, actor, code, body, originOf(request)),
      );
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/runs`,
    access: 'retention.change',
    tag: 'audit',
    summary: {
      ja: '期間を過ぎたものを10分後に消す(それまでは取り消せる)',
      en: 'Remove what is older in ten minutes; until then that can be called off',
    },
    response: retentionSchema,
    personal: true,
    problems: ['retention.pending'],
    async handle({ context, actor, municipality: { code }, request }) {
      return then(context, code, await orderRun(context.database, actor, code, originOf(request)));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/runs/called-off`,
    access: 'retention.change',
    tag: 'audit',
    summary: { ja: '消すのを取り消す', en: 'Call the run off' },
    response: retentionSchema,
    personal: true,
    problems: ['retention.gone'],
    async handle({ context, actor, municipality: { code }, request }) {
      return then(context, code, await cancelRun(context.database, actor, code, originOf(request)));
    },
  }),
];
