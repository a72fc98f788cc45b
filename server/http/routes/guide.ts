import { guideReadingSchema, readGuideSchema } from '#contract/guide';
import { guideReading, recordGuideReading } from '../../services/accounts/guide-reading.ts';
import { type Endpoint, endpoint, ok } from '../endpoint.ts';

const shared = {
  path: '/api/account/guide',
  access: 'own-account',
  tag: 'account',
  response: guideReadingSchema,
} as const;

export const guideEndpoints: readonly Endpoint[] = [
  endpoint({
    ...shared,
    method: 'get',
    summary: {
      ja: '個人情報の扱いの案内を、今の役割で読んだか',
      en: 'Whether the guide to personal data was read in this role',
    },
    handle: async ({ context, actor }) => ok(await guideReading(context.database, actor)),
  }),
  endpoint({
    ...shared,
    method: 'put',
    summary: {
      ja: '個人情報の扱いの案内を読んだことの記録(版ごと)',
      en: 'Record that the guide to personal data was read, by its version',
    },
    body: readGuideSchema,
    handle: async ({ context, actor, body }) =>
      ok(await recordGuideReading(context.database, actor, body.version, context.clock())),
  }),
];
