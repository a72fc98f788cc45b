import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  changeSiteOverrideSchema,
  newSiteOverrideSchema,
  siteOverrideDetailSchema,
  siteOverrideListSchema,
  siteOverrideRoadsSchema,
  takeBackSiteOverrideSchema,
} from '#contract/site-override';
import type { Result } from '#domain/problem';
import type { Actor } from '../../db/actor.ts';
import { readSiteOverride, readSiteOverrides } from '../../services/read/site-overrides.ts';
import { answerSiteRoads } from '../../services/routing/answer-site-roads.ts';
import {
  changeSiteOverride,
  createSiteOverride,
  takeBackSiteOverride,
} from '../../services/site-overrides.ts';
import { closedSignal } from '../closed-signal.ts';
import type { AppContext } from '../context.ts';
import { answerWith, serviceContext } from '../edit-place.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem } from '../problems.ts';

const PATH = '/api/municipalities/:code/site-overrides';
const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });
/** Nobody is changed by it, and who said what of a road is written down all the same. */
const changes = { action: 'site-override.change', people: () => [] } as const;

export const siteOverrideEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: PATH,
    access: 'site-overrides.see',
    tag: 'routes',
    summary: {
      ja: '道路の現地確認の一覧(有効なもの、期限切れ、取り消したもの)',
      en: 'What was found on roads on site: in force, expired and taken back',
    },
    response: siteOverrideListSchema,
    dependsOn: ['site-overrides'],
    async handle({ context, actor, params: { code } }) {
      const { database, clock } = context;
      const reading = { database, actor };
      return ok({ overrides: await readSiteOverrides(reading, code, clock().getTime()) });
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: PATH,
    access: 'site-overrides.change',
    tag: 'routes',
    summary: {
      ja: '道路の現地確認を記録(通行止め、幅員、高さ、車両ごとの可否、転回場所、消火栓)',
      en: 'Record what was found on a road: closure, width, height, vehicles, turning place, hydrant',
    },
    body: newSiteOverrideSchema,
    status: 201,
    response: siteOverrideDetailSchema,
    problems: ['site-override.profile-unknown'],
    changes,
    async handle({ context, actor, params: { code }, body }) {
      const made = await createSiteOverride(serviceContext(context, actor), code, body);
      return detailOf(context, actor, code, made);
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/roads`,
    access: 'site-overrides.see',
    tag: 'routes',
    summary: {
      ja: '有効な現地確認が今の道路データのどこにあるか(見つからないものを含む)',
      en: 'Where what holds lies on the roads in force, what is no longer found among it',
    },
    response: siteOverrideRoadsSchema,
    problems: ['route.no-roads', 'route.stopped'],
    async handle({ context, municipality, request }) {
      const signal = closedSignal(request);
      return answerWith(await answerSiteRoads(context.routing, municipality, signal));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/:id`,
    access: 'site-overrides.see',
    tag: 'routes',
    summary: { ja: '現地確認の記録とその経過', en: 'One finding on site with its history' },
    params,
    response: siteOverrideDetailSchema,
    problems: ['site-override.unknown'],
    async handle({ context, actor, params: { code, id } }) {
      const { database, clock } = context;
      return answerWith(await readSiteOverride({ database, actor }, code, id, clock().getTime()));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${PATH}/:id`,
    access: 'site-overrides.change',
    tag: 'routes',
    summary: { ja: '現地確認の記録の変更', en: 'Change a finding on site' },
    params,
    body: changeSiteOverrideSchema,
    response: siteOverrideDetailSchema,
    problems: ['site-override.unknown', 'site-override.stale', 'site-override.profile-unknown'],
    changes,
    async handle({ context, actor, params: { code, id }, body }) {
      const changed = await changeSiteOverride(serviceContext(context, actor), code, id, body);
      return detailOf(context, actor, code, changed);
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${PATH}/:id/taken-back`,
    access: 'site-overrides.change',
    tag: 'routes',
    summary: {
      ja: '現地確認の記録の取り消し、または取り消しの取り消し(経過は残る)',
      en: 'Take a finding on site back, or that; its history is kept',
    },
    params,
    body: takeBackSiteOverrideSchema,
    response: siteOverrideDetailSchema,
    problems: ['site-override.unknown', 'site-override.stale'],
    changes,
    async handle({ context, actor, params: { code, id }, body }) {
      const done = await takeBackSiteOverride(serviceContext(context, actor), code, id, body);
      return detailOf(context, actor, code, done);
    },
  }),
];

async function detailOf(
  { database, clock }: AppContext,
  actor: Actor,
  code: string,
  written: Result<string>,
) {
  if (!written.ok) return fail(fromDomainProblem(written.problem));
  const now = clock().getTime();
  return answerWith(await readSiteOverride({ database, actor }, code, written.value, now));
}
