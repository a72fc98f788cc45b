import { inViewQuerySchema, inViewSchema } from '#contract/in-view';
import { countInView } from '../../services/read/in-view.ts';
import { RESIDENT_TOPICS, SHELTER_TOPICS } from '../../services/read/readers.ts';
import { type Endpoint, municipalEndpoint, ok } from '../endpoint.ts';

export const inViewEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/in-view',
    access: 'places',
    tag: 'map',
    summary: {
      ja: '地図に見えている範囲の件数(凡例のため)',
      en: 'Counts of what a part of the map shows, for its legend',
    },
    query: inViewQuerySchema,
    response: inViewSchema,
    personal: true,
    audit: { action: 'people.count', of: 'hour' },
    dependsOn: [...RESIDENT_TOPICS, ...SHELTER_TOPICS],
    async handle({ context, municipality, actor, query: { bbox, ...filters } }) {
      const query = { ...filters, offset: 0, limit: 1 };
      return ok(await countInView(context, municipality, actor, query, bbox));
    },
  }),
];
