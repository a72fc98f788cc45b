import { z } from 'zod';
import { criteriaComparisonSchema, criteriaListSchema } from '#contract/criteria';
import { listCriteria } from '../../services/read/criteria.ts';
import { RESIDENT_TOPICS } from '../../services/read/readers.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { httpProblem } from '../problems.ts';
import { compareCriteria } from '../write-side.ts';

export const criteriaEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/criteria',
    access: 'criteria.see',
    tag: 'criteria',
    summary: { ja: '優先順位の基準', en: 'Criteria to rank by' },
    response: criteriaListSchema,
    dependsOn: ['settings', 'ranking'],
    async handle({ context, municipality }) {
      const criteria = await listCriteria(context.database, municipality.code);
      return ok(criteriaListSchema.parse({ activeId: municipality.settings.criteriaId, criteria }));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/criteria/compare',
    access: 'criteria.try',
    tag: 'criteria',
    summary: {
      ja: '二つの基準の比較(段階が変わる人、地区ごと)',
      en: 'Two criteria compared: who changes tier, per district',
    },
    query: z.object({ from: z.string(), to: z.string() }),
    response: criteriaComparisonSchema,
    personal: true,
    audit: 'people.criteria',
    problems: ['criteria.unknown'],
    dependsOn: ['settings', ...RESIDENT_TOPICS],
    async handle({ context, municipality, actor, query }) {
      const criteria = await listCriteria(context.database, municipality.code);
      const from = criteria.find(({ id }) => id === query.from);
      const to = criteria.find(({ id }) => id === query.to);
      if (from === undefined || to === undefined) return fail(httpProblem('criteria.unknown'));
      const compared = await compareCriteria(context, actor, municipality.code, from, to);
      return compared.ok
        ? ok(
            compared.value,
            compared.value.changes.map(({ residentId }) => residentId),
          )
        : fail(compared.problem);
    },
  }),
];
