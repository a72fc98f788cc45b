import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  drillTemplateConflictSchema,
  drillTemplateListSchema,
  drillTemplateQuerySchema,
  drillTemplateSchema,
  newDrillTemplateSchema,
  removeDrillTemplateSchema,
  saveDrillTemplateSchema,
} from '#contract/drill';
import {
  createTemplate,
  readTemplate,
  readTemplates,
  removeTemplate,
  saveTemplate,
  type TemplateSources,
} from '../../services/drills/drill-templates.ts';
import { answerWith } from '../edit-place.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem } from '../problems.ts';
import type { DrillAsked } from './drills.ts';

const PATH = '/api/municipalities/:code/drill-templates';
/** The model city's has a name for an id. */
const params = z.object({ code: municipalityCodeSchema, id: z.uuid().or(z.literal('model-city')) });
const sourcesOf = ({ context, actor }: Pick<DrillAsked, 'context' | 'actor'>): TemplateSources => ({
  ...{ database: context.database, actor, now: context.clock() },
});
const about = { tag: 'drills', response: drillTemplateSchema } as const;
const changes = { action: 'drill.save', people: () => [] } as const;

export const drillTemplateEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: PATH,
    access: 'drills.see',
    tag: 'drills',
    summary: { ja: '訓練の手順のひな形', en: 'Templates of manuals' },
    response: drillTemplateListSchema,
    async handle(asked) {
      return ok(await readTemplates(sourcesOf(asked), asked.params.code));
    },
  }),
  municipalEndpoint({
    ...about,
    method: 'get',
    path: `${PATH}/:id`,
    params,
    access: 'drills.see',
    summary: { ja: 'ひな形の一つの版', en: 'One version of a template' },
    query: drillTemplateQuerySchema,
    problems: ['drill-template.unknown'],
    async handle(asked) {
      const { code, id } = asked.params;
      return answerWith(
        await readTemplate(sourcesOf(asked), code, id, asked.query.version ?? null),
      );
    },
  }),
  municipalEndpoint({
    ...about,
    method: 'post',
    path: PATH,
    access: 'drills.plan',
    summary: { ja: '市のひな形を作る', en: "Keep a template of the city's own" },
    body: newDrillTemplateSchema,
    status: 201,
    changes,
    async handle(asked) {
      const { code } = asked.params;
      const id = await createTemplate(sourcesOf(asked), code, asked.body);
      return answerWith(await readTemplate(sourcesOf(asked), code, id, null));
    },
  }),
  municipalEndpoint({
    ...about,
    method: 'put',
    path: `${PATH}/:id`,
    params,
    access: 'drills.plan',
    summary: {
      ja: '市のひな形の新しい版を保存(version が古いと409)',
      en: "Save a new version of the city's template (409 where version is old)",
    },
    body: saveDrillTemplateSchema,
    conflict: drillTemplateConflictSchema,
    problems: ['drill-template.unknown', 'drill-template.stale', 'drill-template.model'],
    changes,
    async handle(asked) {
      const { code, id } = asked.params;
      const problem = await saveTemplate(sourcesOf(asked), code, id, asked.body);
      const standing = await readTemplate(sourcesOf(asked), code, id, null);
      if (problem === null || !standing.ok) return answerWith(standing);
      const more = problem.code.endsWith('.stale') ? { more: { theirs: standing.value } } : {};
      return fail({ ...fromDomainProblem(problem), ...more });
    },
  }),
  municipalEndpoint({
    ...about,
    method: 'put',
    path: `${PATH}/:id/removed`,
    params,
    access: 'drills.plan',
    summary: { ja: '市のひな形を片付ける・元に戻す', en: 'Take a template away, or that back' },
    body: removeDrillTemplateSchema,
    problems: ['drill-template.unknown', 'drill-template.model'],
    changes,
    async handle(asked) {
      const { code, id } = asked.params;
      const problem = await removeTemplate(sourcesOf(asked), code, id, asked.body.isRemoved);
      return problem === null
        ? answerWith(await readTemplate(sourcesOf(asked), code, id, null))
        : fail(fromDomainProblem(problem));
    },
  }),
];
