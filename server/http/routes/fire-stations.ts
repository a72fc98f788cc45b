import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  changeFireStationSchema,
  closeFireStationSchema,
  fireStationListSchema,
  newFireStationSchema,
} from '#contract/fire-station';
import {
  changeFireStation,
  closeFireStation,
  createFireStation,
  readFireStations,
} from '../../services/fire-stations.ts';
import { answerWith, serviceContext } from '../edit-place.ts';
import { type Endpoint, municipalEndpoint, ok } from '../endpoint.ts';

const PATH = '/api/municipalities/:code/fire-stations';
const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });
/** Nobody is changed by it, and who changed a station is written down all the same. */
const changes = { action: 'fire-station.change', people: () => [] } as const;

export const fireStationEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: PATH,
    access: 'places',
    tag: 'routes',
    summary: {
      ja: '消防署所の一覧(位置、種別、配置車両)',
      en: 'Fire stations with the vehicles that are kept there',
    },
    response: fireStationListSchema,
    async handle({ context, actor, params: { code } }) {
      const { database } = context;
      return ok({ stations: [...(await readFireStations({ database, actor }, code))] });
    },
  }),
  municipalEndpoint({
    method: 'post',
    path: PATH,
    access: 'fire-stations.change',
    tag: 'routes',
    summary: { ja: '消防署所の登録', en: 'Enter a fire station' },
    body: newFireStationSchema,
    status: 201,
    response: fireStationListSchema,
    problems: ['fire-station.vehicle-unknown'],
    changes,
    async handle({ context, actor, params: { code }, body }) {
      return listed(await createFireStation(serviceContext(context, actor), code, body));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${PATH}/:id`,
    access: 'fire-stations.change',
    tag: 'routes',
    summary: { ja: '消防署所の変更', en: 'Change a fire station' },
    params,
    body: changeFireStationSchema,
    response: fireStationListSchema,
    problems: ['fire-station.unknown', 'fire-station.stale', 'fire-station.vehicle-unknown'],
    changes,
    async handle({ context, actor, params: { code, id }, body }) {
      return listed(await changeFireStation(serviceContext(context, actor), code, id, body));
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${PATH}/:id/closed`,
    access: 'fire-stations.change',
    tag: 'routes',
    summary: {
      ja: '消防署所の廃止、またはその取り消し',
      en: 'Close a fire station, or take that back',
    },
    params,
    body: closeFireStationSchema,
    response: fireStationListSchema,
    problems: ['fire-station.unknown', 'fire-station.stale'],
    changes,
    async handle({ context, actor, params: { code, id }, body }) {
      return listed(await closeFireStation(serviceContext(context, actor), code, id, body));
    },
  }),
];

function listed(changed: Awaited<ReturnType<typeof changeFireStation>>) {
  return answerWith(changed.ok ? { ...changed, value: { stations: [...changed.value] } } : changed);
}
