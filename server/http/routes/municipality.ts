import { z } from 'zod';
import { jobSchema } from '#contract/dataset';
import {
  districtListSchema,
  municipalityListSchema,
  municipalitySchema,
  municipalitySettingsSchema,
  newMunicipalitySchema,
  summarySchema,
} from '#contract/municipality';
import { waitingWorkSchema } from '#contract/waiting-work';
import { localDay } from '#domain/local-day';
import { listMunicipalityCodes } from '../../db/queries/municipalities.ts';
import { createMunicipality } from '../../services/create-municipality.ts';
import { listDistricts } from '../../services/read/districts.ts';
import { RESIDENT_TOPICS } from '../../services/read/readers.ts';
import { readSummary } from '../../services/read/summary.ts';
import { readWaitingWork } from '../../services/read/waiting-work.ts';
import { TILE_TOPICS, tileVersions } from '../../tiles/tile-service.ts';
import { type Endpoint, endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { municipalityView } from '../presenters/municipality-view.ts';
import { httpProblem } from '../problems.ts';
import { saveSettings } from '../write-side.ts';

export const municipalityEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/municipalities',
    access: 'municipality',
    tag: 'municipality',
    summary: { ja: '登録された自治体', en: 'Municipalities of this installation' },
    response: municipalityListSchema,
    async handle({ context, actor: { municipalityCode: own } }) {
      const all = await listMunicipalityCodes(context.database);
      const codes = all.filter((code) => own === null || code === own);
      const versions = await Promise.all(codes.map((code) => context.readVersions(code)));
      const known = versions.filter((one) => one !== null);
      const views = await Promise.all(known.map((one) => municipalityView(context, one)));
      return ok({ municipalities: views });
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/municipalities',
    access: 'municipality.create',
    tag: 'municipality',
    summary: {
      ja: '自治体の登録(基準は付属のもの)',
      en: 'Enter a municipality; its criteria are those that ship with the software',
    },
    body: newMunicipalitySchema,
    status: 201,
    response: municipalitySchema,
    problems: ['access.denied', 'municipality.exists'],
    async handle({ context, actor, body: { code, name } }) {
      const { database, clock } = context;
      // The code is in the body, where nothing looks for it before.
      if (actor.municipalityCode !== null && actor.municipalityCode !== code)
        return fail(httpProblem('access.denied'));
      const service = { database, actor, today: localDay(clock()) };
      const isNew = await createMunicipality(service, code, name);
      const municipality = isNew ? await context.readVersions(code) : null;
      if (municipality === null) return fail(httpProblem('municipality.exists'));
      return ok(await municipalityView(context, municipality));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code',
    access: 'municipality',
    tag: 'municipality',
    summary: { ja: '自治体とその設定', en: 'A municipality with its settings' },
    response: municipalitySchema,
    async handle({ context, municipality }) {
      return ok(await municipalityView(context, municipality));
    },
  }),
  municipalEndpoint({
    method: 'patch',
    path: '/api/municipalities/:code',
    access: 'settings.change',
    tag: 'municipality',
    summary: {
      ja: '設定の変更(version が古いと409)',
      en: 'Change settings (409 where version is old)',
    },
    body: municipalitySettingsSchema.partial().extend({ version: z.number().int() }),
    // The job that checks or ranks everybody anew; null where nothing has to be.
    response: municipalitySchema.extend({ job: jobSchema.nullable() }),
    problems: ['municipality.stale', 'criteria.unknown', 'job.conflict'],
    async handle({ context, municipality, actor, body }) {
      const changed = await saveSettings(context, actor, municipality.code, body);
      if (!changed.ok) return fail(changed.problem);
      const latest = await context.readVersions(municipality.code);
      if (latest === null) return fail(httpProblem('municipality.unknown'));
      return ok({ ...(await municipalityView(context, latest)), job: changed.value });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/summary',
    access: 'places',
    tag: 'municipality',
    summary: { ja: '人数とデータの時点', en: 'Figures, and the dates they rest on' },
    response: summarySchema,
    dependsOn: ['settings', ...Object.values(TILE_TOPICS).flat()],
    async handle({ context, municipality, actor }) {
      const { database, readers } = context;
      const figures = await readSummary(database, readers, municipality, actor);
      return ok({ ...figures, tileVersions: tileVersions(municipality) });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/districts',
    access: 'places',
    tag: 'municipality',
    summary: { ja: '地区ごとの人数', en: 'Districts with their figures' },
    response: districtListSchema,
    dependsOn: ['districts', ...RESIDENT_TOPICS],
    async handle({ context, municipality, actor }) {
      return ok({ districts: await listDistricts(context.readers, municipality, actor) });
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: '/api/municipalities/:code/waiting-work',
    access: 'municipality',
    tag: 'municipality',
    summary: {
      ja: '待っている仕事の数(計画の見直し、つなぐシート、次の訓練)',
      en: 'How much waits: plans to review, relay sheets, the next drill',
    },
    response: waitingWorkSchema,
    async handle({ context, municipality, actor }) {
      const { database, readers } = context;
      const sources = { database, readers, municipality, actor, now: context.clock() };
      return ok(await readWaitingWork(sources));
    },
  }),
];
