import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  checkPointsSchema,
  newScenarioSchema,
  residentRowsSchema,
  residentsByIdSchema,
  saveScenarioSchema,
  scenarioCheckSchema,
  scenarioListSchema,
  scenarioSchema,
} from '#contract/scenario';
import { RESIDENT_TOPICS } from '../../services/read/readers.ts';
import { checkScenario } from '../../services/read/scenario-check.ts';
import {
  createScenario,
  readScenario,
  readScenarios,
  removeScenario,
  saveScenario,
} from '../../services/scenarios.ts';
import { answerWith, serviceContext } from '../edit-place.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { concernedFile } from '../presenters/place-files.ts';
import { fromDomainProblem } from '../problems.ts';

const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });
const PATH = '/api/municipalities/:code/scenarios';
const nothing = z.object({});
const idOf = ({ id }: { readonly id: string }) => id;

export const scenarioEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/check-points',
    access: 'scenarios.see',
    tag: 'scenarios',
    summary: {
      ja: '想定区域の判定に使う対象者の位置(氏名なし)',
      en: 'Where people are, for checking a hypothetical zone (no names)',
    },
    response: checkPointsSchema,
    personal: true,
    audit: { action: 'people.scenario', of: 'hour' },
    dependsOn: RESIDENT_TOPICS,
    async handle({ context, municipality, actor }) {
      return ok(await context.readers.checkPoints(municipality, actor));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/residents/by-ids',
    access: 'people.see',
    tag: 'residents',
    summary: { ja: 'IDで選んだ対象者の行', en: 'Rows of the people behind ids' },
    body: residentsByIdSchema,
    response: residentRowsSchema,
    personal: true,
    audit: 'people.list',
    async handle({ context, municipality, actor, body }) {
      const { rows } = await context.readers.residents(municipality, actor);
      const wanted = new Set(body.ids);
      const found = rows.filter(({ id }) => wanted.has(id));
      return ok({ rows: found }, found.map(idOf));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: PATH,
    access: 'scenarios.see',
    tag: 'scenarios',
    summary: { ja: '想定区域の一覧', en: 'Hypothetical zones' },
    response: scenarioListSchema,
    dependsOn: ['scenarios'],
    async handle({ context, params: { code } }) {
      return ok({ scenarios: await readScenarios(context.database, code) });
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: PATH,
    access: 'scenarios.change',
    tag: 'scenarios',
    summary: { ja: '想定区域を保存', en: 'Keep a new hypothetical zone' },
    body: newScenarioSchema,
    response: scenarioSchema,
    status: 201,
    async handle({ context, actor, params: { code }, body }) {
      return answerWith(await createScenario(serviceContext(context, actor), code, body));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/:id`,
    access: 'scenarios.see',
    tag: 'scenarios',
    summary: { ja: '想定区域の詳細と形', en: 'One hypothetical zone with its shape' },
    params,
    response: scenarioSchema,
    problems: ['scenario.unknown'],
    dependsOn: ['scenarios'],
    async handle({ context, params: { code, id } }) {
      return answerWith(await readScenario(context.database, code, id));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${PATH}/:id`,
    access: 'scenarios.change',
    tag: 'scenarios',
    summary: {
      ja: '想定区域を上書き保存(version が古いと409)',
      en: 'Save a hypothetical zone (409 where version is old)',
    },
    params,
    body: saveScenarioSchema,
    response: scenarioSchema,
    problems: ['scenario.unknown', 'scenario.stale'],
    async handle({ context, actor, params: { code, id }, body }) {
      return answerWith(await saveScenario(serviceContext(context, actor), code, id, body));
    },
  }),
  municipalEndpoint({
    method: 'delete',
    path: `${PATH}/:id`,
    access: 'scenarios.change',
    tag: 'scenarios',
    summary: {
      ja: '想定区域を削除(取り消せます)',
      en: 'Delete a hypothetical zone; can be undone',
    },
    params,
    response: nothing,
    problems: ['scenario.unknown'],
    async handle({ context, actor, params: { code, id } }) {
      const removed = await removeScenario(serviceContext(context, actor), code, id, true);
      return removed.ok ? ok({}) : fail(fromDomainProblem(removed.problem));
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${PATH}/:id/restore`,
    access: 'scenarios.change',
    tag: 'scenarios',
    summary: { ja: '削除した想定区域を戻す', en: 'Bring a deleted hypothetical zone back' },
    params,
    response: nothing,
    problems: ['scenario.unknown'],
    async handle({ context, actor, params: { code, id } }) {
      const restored = await removeScenario(serviceContext(context, actor), code, id, false);
      return restored.ok ? ok({}) : fail(fromDomainProblem(restored.problem));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/:id/check`,
    access: 'scenarios.see',
    tag: 'scenarios',
    summary: { ja: '想定区域の判定(人数と対象者のID)', en: 'Whom a hypothetical zone concerns' },
    params,
    response: scenarioCheckSchema,
    personal: true,
    audit: 'people.scenario',
    problems: ['scenario.unknown'],
    dependsOn: ['scenarios', ...RESIDENT_TOPICS],
    async handle({ context, municipality, actor, params: { code, id } }) {
      const found = await readScenario(context.database, code, id);
      if (!found.ok) return fail(fromDomainProblem(found.problem));
      const points = await context.readers.checkPoints(municipality, actor);
      const check = checkScenario(found.value, points);
      return ok(check, check.people.map(idOf));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/:id/people.csv`,
    access: 'scenarios.see',
    tag: 'scenarios',
    summary: {
      ja: '想定区域の中と近くの対象者をCSVで',
      en: 'People of a hypothetical zone as CSV',
    },
    params,
    response: { mediaType: 'text/csv' },
    personal: true,
    audit: 'people.export',
    byLanguage: true,
    problems: ['scenario.unknown'],
    dependsOn: ['scenarios', ...RESIDENT_TOPICS],
    async handle({ context, municipality, actor, params: { code, id } }) {
      const found = await readScenario(context.database, code, id);
      if (!found.ok) return fail(fromDomainProblem(found.problem));
      const { people } = checkScenario(
        found.value,
        await context.readers.checkPoints(municipality, actor),
      );
      const { rows } = await context.readers.residents(municipality, actor);
      const byId = new Map(rows.map((row) => [row.id, row]));
      const concerned = people.flatMap(({ id: personId, ...lies }) => {
        const row = byId.get(personId);
        return row === undefined ? [] : [{ row, ...lies }];
      });
      const about = `想定: ${found.value.name}`;
      const ids = concerned.map(({ row }) => row.id);
      return ok(concernedFile(concerned, `scenario-people-${code}.csv`, about), ids);
    },
  }),
];
