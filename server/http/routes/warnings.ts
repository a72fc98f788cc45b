import { setWarningSchema, warningHistorySchema } from '#contract/warning';
import type { Database } from '../../db/database.ts';
import { selectWarnings } from '../../db/queries/warnings.ts';
import { setWarning } from '../../services/set-warning.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem } from '../problems.ts';

const SHOWN_AT_MOST = 50;

export const warningEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/warnings',
    access: 'municipality',
    tag: 'municipality',
    summary: {
      ja: '警戒レベルの発表の履歴(先頭が発表中)',
      en: 'Declarations of warning levels; the first is in force',
    },
    response: warningHistorySchema,
    async handle({ context, params: { code } }) {
      return ok(await history(context.database, code));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/warnings',
    access: 'warning.set',
    tag: 'municipality',
    summary: {
      ja: '警戒レベルの発表・切り替え・解除(他の人が先に変えていれば409)',
      en: 'Set, change or lift warning levels (409 where somebody else was quicker)',
    },
    body: setWarningSchema,
    status: 201,
    response: warningHistorySchema,
    problems: ['warning.stale'],
    async handle({ context, params: { code }, body }) {
      const set = await setWarning(context.database, code, body);
      if (!set.ok) return fail(fromDomainProblem(set.problem));
      return ok(await history(context.database, code));
    },
  }),
];

async function history(database: Database, municipalityCode: string) {
  const warnings = await selectWarnings(database, municipalityCode, SHOWN_AT_MOST);
  return {
    warnings: warnings.map(({ setAt, levels, ...rest }) => ({
      ...rest,
      levels: levels.map(({ level, districts }) => ({
        level,
        districts: districts === null ? null : [...districts],
      })),
      setAt: setAt.toISOString(),
    })),
  };
}
