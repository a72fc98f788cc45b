import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import { changeTravelProfileSchema, travelProfilesSchema } from '#contract/travel-profile';
import { changeTravelProfile, readTravelProfiles } from '../../services/travel-profiles.ts';
import { answerWith, serviceContext } from '../edit-place.ts';
import { type Endpoint, municipalEndpoint, ok } from '../endpoint.ts';

const PATH = '/api/municipalities/:code/travel-profiles';

export const travelProfileEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: PATH,
    access: 'routes.see',
    tag: 'routes',
    summary: {
      ja: '移動手段の数値(標準の値と、市が決めた値)',
      en: 'Figures of profiles of travel: the standard and what the city says in its place',
    },
    response: travelProfilesSchema,
    async handle({ context, actor, params: { code } }) {
      const { database } = context;
      return ok(await readTravelProfiles({ database, actor }, code));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${PATH}/:id`,
    access: 'travel-profiles.change',
    tag: 'routes',
    summary: {
      ja: '移動手段の数値の変更、または標準の値への戻し',
      en: 'Change the figures of a profile of travel, or go back to the standard',
    },
    params: z.object({ code: municipalityCodeSchema, id: z.string().min(1).max(200) }),
    body: changeTravelProfileSchema,
    response: travelProfilesSchema,
    problems: ['route.profile-unknown', 'travel-profile.stale'],
    changes: { action: 'travel-profile.change', people: () => [] },
    async handle({ context, actor, params: { code, id }, body }) {
      return answerWith(await changeTravelProfile(serviceContext(context, actor), code, id, body));
    },
  }),
];
