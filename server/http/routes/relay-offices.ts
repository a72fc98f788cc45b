import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  changeRelayOfficeSchema,
  closeRelayOfficeSchema,
  newRelayOfficeSchema,
  relayOfficeListSchema,
} from '#contract/relay-office';
import {
  changeListedOffice,
  closeListedOffice,
  createListedOffice,
  readListedOffices,
} from '../../services/relay/listed-offices.ts';
import { answerWith, serviceContext } from '../edit-place.ts';
import { type Endpoint, municipalEndpoint, ok } from '../endpoint.ts';

const PATH = '/api/municipalities/:code/relay-offices';
const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });
/** Nobody is changed by it, and who changed the list is written down all the same. */
const changes = { action: 'relay-office.change', people: () => [] } as const;
const listed = {
  access: 'settings.change',
  tag: 'relay',
  response: relayOfficeListSchema,
} as const;

export const relayOfficeEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    ...listed,
    method: 'get',
    path: PATH,
    summary: {
      ja: 'つなぐシートを使う関係機関の一覧(市民センター、社協、民生委員児童委員、五師士会など)',
      en: 'Offices of the city that relay sheets are written by and to',
    },
    async handle({ context: { database }, actor, params: { code } }) {
      return ok({ offices: await readListedOffices({ database, actor }, code) });
    },
  }),
  municipalEndpoint({
    ...listed,
    method: 'post',
    path: PATH,
    summary: { ja: '関係機関の登録', en: 'Enter an office' },
    body: newRelayOfficeSchema,
    status: 201,
    problems: ['relay-office.name-taken'],
    changes,
    async handle({ context, actor, params: { code }, body }) {
      return answer(await createListedOffice(serviceContext(context, actor), code, body));
    },
  }),
  municipalEndpoint({
    ...listed,
    method: 'put',
    path: `${PATH}/:id`,
    summary: { ja: '関係機関の変更', en: 'Change an office' },
    params,
    body: changeRelayOfficeSchema,
    problems: ['relay-office.unknown', 'relay-office.stale', 'relay-office.name-taken'],
    changes,
    async handle({ context, actor, params: { code, id }, body }) {
      return answer(await changeListedOffice(serviceContext(context, actor), code, id, body));
    },
  }),
  municipalEndpoint({
    ...listed,
    method: 'put',
    path: `${PATH}/:id/closed`,
    summary: { ja: '関係機関の廃止、またはその取り消し', en: 'Close an office, or take that back' },
    params,
    body: closeRelayOfficeSchema,
    problems: ['relay-office.unknown', 'relay-office.stale'],
    changes,
    async handle({ context, actor, params: { code, id }, body }) {
      return answer(await closeListedOffice(serviceContext(context, actor), code, id, body));
    },
  }),
];

const answer = (changed: Awaited<ReturnType<typeof changeListedOffice>>) =>
  answerWith(changed.ok ? { ...changed, value: { offices: changed.value } } : changed);
