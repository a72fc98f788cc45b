import { z } from 'zod';
import {
  consentRuleSchema,
  consentsSchema,
  disasterModesSchema,
  openDisasterModeSchema,
  ownAccessSchema,
  saveConsentSchema,
} from '#contract/access';
import { municipalityCodeSchema } from '#contract/common';
import { CONSENT_PURPOSES } from '#domain/access/consent';
import { ACCESS_NAMES, mayUse } from '#domain/access/rules';
import {
  readConsentRule,
  readConsents,
  saveConsent,
  saveConsentRule,
} from '../../services/consents.ts';
import {
  endDisasterMode,
  openDisasterMode,
  readDisasterModes,
} from '../../services/disaster-modes.ts';
import { serviceOf } from '../adopt-side.ts';
import { answerWith } from '../edit-place.ts';
import { type Endpoint, endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';
import { consentScanEndpoints } from './consent-scans.ts';

const BASE = '/api/municipalities/:code';
const withId = z.object({ code: municipalityCodeSchema, id: z.uuid() });
const withPurpose = withId.extend({ purpose: z.enum(CONSENT_PURPOSES) });

const consentEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: `${BASE}/residents/:id/consents`,
    access: 'consent.see',
    tag: 'access',
    summary: { ja: '同意の記録と経過', en: 'What a person consented to, and its history' },
    params: withId,
    response: consentsSchema,
    personal: true,
    audit: 'consent.see',
    problems: ['resident.unknown'],
    async handle({ context, actor, params: { code, id } }) {
      const consents = await readConsents(serviceOf(context, actor), code, id);
      return consents === null ? fail(httpProblem('resident.unknown')) : ok(consents, [id]);
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${BASE}/residents/:id/consents/:purpose`,
    access: 'consent.change',
    tag: 'access',
    summary: {
      ja: '同意の記録(version が古いと409)。撤回はその場で効きます',
      en: 'Record a consent (409 where version is old); a withdrawal takes effect at once',
    },
    params: withPurpose,
    body: saveConsentSchema,
    response: consentsSchema,
    personal: true,
    audit: 'consent.see',
    problems: ['resident.unknown', 'consent.stale'],
    changes: { action: 'consent.change', people: ({ params: { id } }) => [id] },
    async handle({ context, actor, params: { code, id, purpose }, body }) {
      const service = serviceOf(context, actor);
      const saved = await saveConsent(service, code, { residentId: id, purpose }, body);
      if (!saved.ok) return fail(fromDomainProblem(saved.problem));
      const consents = await readConsents(service, code, id);
      return consents === null ? fail(httpProblem('resident.unknown')) : ok(consents, [id]);
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${BASE}/consent-rule`,
    access: 'consent.see',
    tag: 'access',
    summary: {
      ja: '条例による平常時の提供の設定',
      en: 'Whether an ordinance lets data be given unless the person refuses',
    },
    response: consentRuleSchema,
    async handle({ context, municipality: { code } }) {
      return ok(await readConsentRule(context.database, code));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${BASE}/consent-rule`,
    access: 'consent.rule',
    tag: 'access',
    summary: {
      ja: '条例による平常時の提供の設定の変更(version が古いと409)',
      en: 'Say whether an ordinance holds (409 where version is old)',
    },
    body: consentRuleSchema,
    response: consentRuleSchema,
    problems: ['consent-rule.stale'],
    changes: { action: 'consent.rule', people: () => [] },
    async handle({ context, actor, municipality: { code }, body }) {
      return answerWith(await saveConsentRule(serviceOf(context, actor), code, body));
    },
  }),
];

const disasterEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: `${BASE}/disaster-modes`,
    access: 'disaster-mode.see',
    tag: 'access',
    summary: {
      ja: '災害時の情報提供の状態と経過',
      en: 'Disaster modes: open ones, and those before',
    },
    response: disasterModesSchema,
    async handle({ context, municipality: { code } }) {
      return ok({ modes: await readDisasterModes(context.database, code) });
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/disaster-modes`,
    access: 'disaster-mode.open',
    tag: 'access',
    summary: {
      ja: '災害時の情報提供を始める(地区、法の根拠、理由、終わる時)',
      en: 'Open disaster mode: districts, article of law, reason, end',
    },
    body: openDisasterModeSchema,
    changes: { action: 'disaster-mode.open', people: () => [] },
    status: 201,
    response: disasterModesSchema,
    async handle({ context, actor, municipality: { code }, body }) {
      const opened = await openDisasterMode(serviceOf(context, actor), code, body);
      if (!opened.ok) return fail(fromDomainProblem(opened.problem));
      return ok({ modes: await readDisasterModes(context.database, code) });
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: `${BASE}/disaster-modes/:id/end`,
    access: 'disaster-mode.open',
    tag: 'access',
    summary: { ja: '災害時の情報提供を終える', en: 'End disaster mode before its time' },
    params: withId,
    response: disasterModesSchema,
    problems: ['disaster-mode.unknown', 'disaster-mode.ended'],
    changes: { action: 'disaster-mode.end', people: () => [] },
    async handle({ context, actor, params: { code, id } }) {
      const ended = await endDisasterMode(serviceOf(context, actor), code, id);
      if (!ended.ok) return fail(fromDomainProblem(ended.problem));
      return ok({ modes: await readDisasterModes(context.database, code) });
    },
  }),
];

export const accessEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/access',
    access: 'own-account',
    tag: 'access',
    summary: { ja: '自分の役割でできること', en: 'What the role that is signed in may do' },
    response: ownAccessSchema,
    handle({ actor: { role, name, districts } }) {
      const may = ACCESS_NAMES.filter((access) => mayUse(role, access));
      return ok({ role, name, districts: districts === null ? null : [...districts], may });
    },
  }),
  ...consentEndpoints,
  ...consentScanEndpoints,
  ...disasterEndpoints,
];
