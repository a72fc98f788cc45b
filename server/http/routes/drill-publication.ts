import {
  drillPublicationSchema,
  publicationStepSchema,
  withdrawPublicationSchema,
} from '#contract/drill-publication';
import {
  type PublicationStep,
  readPublication,
  takePublicationStep,
} from '../../services/drills/publish-drill.ts';
import { answerWith } from '../edit-place.ts';
import { type Endpoint, fail, municipalEndpoint } from '../endpoint.ts';
import { fromDomainProblem } from '../problems.ts';
import { DRILLS, type DrillAsked, drillParams, drillSources } from './drills.ts';

const PATH = `${DRILLS}/:id/publication`;

async function take(asked: DrillAsked, id: string, version: number, step: PublicationStep) {
  const refused = await takePublicationStep(drillSources(asked), id, version, step);
  if (refused === null) return answerWith(await readPublication(drillSources(asked), id));
  const { problem, names } = refused;
  // Where each name stands: by field and character.
  const errors = names.map(({ path, ja, en }) => ({ path, message: `${ja} / ${en}` }));
  const more = names.length === 0 ? {} : { errors, more: { names } };
  return fail({ ...fromDomainProblem(problem), ...more });
}

const about = {
  ...({ tag: 'drills', personal: true, params: drillParams } as const),
  response: drillPublicationSchema,
};
const step = {
  ...({ ...about, method: 'post' } as const),
  changes: { action: 'drill.publish', people: () => [] } as const,
};
const COMMON = ['drill.unknown', 'publication.stale'] as const;

export const drillPublicationEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    ...about,
    method: 'get',
    path: PATH,
    access: 'drills.plan',
    summary: {
      ja: '訓練の結果の公開(下見、文章の中の氏名、承認、公開のアドレス)',
      en: 'Publication of results: preview, names in texts, approval, public address',
    },
    problems: ['drill.unknown'],
    async handle(asked) {
      return answerWith(await readPublication(drillSources(asked), asked.params.id));
    },
  }),
  municipalEndpoint({
    ...step,
    path: `${PATH}/ask`,
    access: 'drills.plan',
    summary: {
      ja: '公開を依頼する(文章に名簿の氏名があると422で、どこにあるかを返す)',
      en: 'Ask to publish (422 with where each name of the roster stands in the texts)',
    },
    body: publicationStepSchema,
    problems: [...COMMON, 'publication.not-ready', 'publish.name-in-text'],
    handle: (asked) => take(asked, asked.params.id, asked.body.version, { kind: 'ask' }),
  }),
  municipalEndpoint({
    ...step,
    path: `${PATH}/take-back`,
    access: 'drills.plan',
    summary: { ja: '公開の依頼を取り消す', en: 'Take the asking back' },
    body: publicationStepSchema,
    problems: [...COMMON, 'publication.not-asked'],
    handle: (asked) => take(asked, asked.params.id, asked.body.version, { kind: 'take-back' }),
  }),
  municipalEndpoint({
    ...step,
    path: `${PATH}/approve`,
    access: 'drills.publish',
    summary: {
      ja: '公開を承認する(依頼した人とは別の担当者が。すぐに公開される)',
      en: 'Approve: by another officer than who asked; it is public at once',
    },
    body: publicationStepSchema,
    problems: [...COMMON, 'publication.not-asked', 'publication.own-request'],
    handle: (asked) => take(asked, asked.params.id, asked.body.version, { kind: 'approve' }),
  }),
  municipalEndpoint({
    ...step,
    path: `${PATH}/withdraw`,
    access: 'drills.publish',
    summary: {
      ja: '公開を取り下げる(公開のアドレスは410になり、理由が示される)',
      en: 'Withdraw: the public addresses answer 410 with the reason',
    },
    body: withdrawPublicationSchema,
    problems: [...COMMON, 'publication.not-published', 'publish.name-in-text'],
    handle(asked) {
      const { version, reason } = asked.body;
      return take(asked, asked.params.id, version, { kind: 'withdraw', reason });
    },
  }),
];
