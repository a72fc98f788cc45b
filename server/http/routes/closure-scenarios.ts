import type { Request } from 'express';
import { z } from 'zod';
import {
  closureComparisonSchema,
  closureScenarioListSchema,
  closureScenarioSchema,
  compareClosuresSchema,
  newClosureScenarioSchema,
  saveClosureScenarioSchema,
} from '#contract/closure-scenario';
import { municipalityCodeSchema } from '#contract/common';
import type { Actor } from '../../db/actor.ts';
import {
  createClosureScenario,
  readClosureScenario,
  readClosureScenarios,
  removeClosureScenario,
  saveClosureScenario,
} from '../../services/closure-scenarios.ts';
import type { MunicipalityVersions } from '../../services/read/data-versions.ts';
import { compareClosures } from '../../services/routing/compare-closures.ts';
import { closedSignal } from '../closed-signal.ts';
import type { AppContext } from '../context.ts';
import { answerWith } from '../edit-place.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem } from '../problems.ts';

const PATH = '/api/municipalities/:code/closure-scenarios';
const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });
const nothing = z.object({});

const sourcesOf = (input: {
  readonly context: AppContext;
  readonly municipality: MunicipalityVersions;
  readonly actor: Actor;
  readonly request: Request;
}) => ({
  database: input.context.database,
  readers: input.context.readers,
  routing: input.context.routing,
  municipality: input.municipality,
  actor: input.actor,
  signal: closedSignal(input.request),
});

export const closureScenarioEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: PATH,
    access: 'routes.see',
    tag: 'routes',
    summary: { ja: '保存した通行止めの想定の一覧', en: 'Sets of closures that were kept' },
    response: closureScenarioListSchema,
    dependsOn: ['closure-scenarios'],
    async handle({ context, params: { code } }) {
      return ok({ scenarios: await readClosureScenarios(context.database, code) });
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: PATH,
    access: 'closures.change',
    tag: 'routes',
    summary: { ja: '通行止めの想定を保存', en: 'Keep a set of closures' },
    body: newClosureScenarioSchema,
    response: closureScenarioSchema,
    status: 201,
    problems: ['closure-scenario.empty', 'route.no-roads', 'route.stopped'],
    async handle(input) {
      return answerWith(await createClosureScenario(sourcesOf(input), input.body));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/:id`,
    access: 'routes.see',
    tag: 'routes',
    summary: {
      ja: '通行止めの想定(道は今の道路データの番号で)',
      en: 'One set of closures, its roads as they are called now',
    },
    params,
    response: closureScenarioSchema,
    problems: ['closure-scenario.unknown', 'route.no-roads', 'route.stopped'],
    async handle(input) {
      return answerWith(await readClosureScenario(sourcesOf(input), input.params.id));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${PATH}/:id`,
    access: 'closures.change',
    tag: 'routes',
    summary: {
      ja: '通行止めの想定を上書き保存(version が古いと409)',
      en: 'Save a set of closures (409 where version is old)',
    },
    params,
    body: saveClosureScenarioSchema,
    response: closureScenarioSchema,
    problems: [
      'closure-scenario.unknown',
      'closure-scenario.stale',
      'closure-scenario.empty',
      'route.no-roads',
      'route.stopped',
    ],
    async handle(input) {
      return answerWith(await saveClosureScenario(sourcesOf(input), input.params.id, input.body));
    },
  }),
  municipalEndpoint({
    method: 'delete',
    path: `${PATH}/:id`,
    access: 'closures.change',
    tag: 'routes',
    summary: {
      ja: '通行止めの想定を削除(取り消せます)',
      en: 'Delete a set of closures; can be undone',
    },
    params,
    response: nothing,
    problems: ['closure-scenario.unknown'],
    async handle({ context: { database }, actor, params: { code, id } }) {
      const removed = await removeClosureScenario({ database, actor }, code, id, true);
      return removed.ok ? ok({}) : fail(fromDomainProblem(removed.problem));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${PATH}/:id/restore`,
    access: 'closures.change',
    tag: 'routes',
    summary: { ja: '削除した通行止めの想定を戻す', en: 'Bring a deleted set of closures back' },
    params,
    response: nothing,
    problems: ['closure-scenario.unknown'],
    async handle({ context: { database }, actor, params: { code, id } }) {
      const restored = await removeClosureScenario({ database, actor }, code, id, false);
      return restored.ok ? ok({}) : fail(fromDomainProblem(restored.problem));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${PATH}/:id/compare`,
    access: 'routes.see',
    tag: 'routes',
    summary: {
      ja: '二つの通行止めの想定の比較(片方だけで孤立する人、地区ごと、遠回り)',
      en: 'Compare two sets of closures: cut off by one alone, by district, detours',
    },
    params,
    body: compareClosuresSchema,
    response: closureComparisonSchema,
    personal: true,
    audit: 'people.routes',
    problems: [
      'closure-scenario.unknown',
      'route.no-roads',
      'route.profile-unknown',
      'route.stopped',
    ],
    async handle(input) {
      const answer = await compareClosures(sourcesOf(input), input.params.id, input.body);
      if (!answer.ok) return fail(fromDomainProblem(answer.problem));
      return ok(
        answer.value,
        answer.value.people.map(({ id }) => id),
      );
    },
  }),
];
