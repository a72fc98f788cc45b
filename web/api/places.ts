import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  type NewScenario,
  residentRowsSchema,
  scenarioListSchema,
  scenarioSchema,
} from '#contract/scenario';
import { shelterDetailSchema, zoneShapeSchema, zoneSubjectsSchema } from '#contract/shelter';
import type { agreeShelterSchema, editShelterSchema } from '#contract/shelter-edit';
import { requestJson, send } from './client.ts';

const placesOf = (code: string, kind: string, id?: string) =>
  `/municipalities/${code}/${kind}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

/** @throws ApiError 409 `shelter.stale` where somebody else edited it since */
export function editShelter(code: string, id: string, edit: z.input<typeof editShelterSchema>) {
  const path = `${placesOf(code, 'shelters', id)}/edit`;
  return requestJson(shelterDetailSchema, path, send('PUT', edit));
}

export function agreeShelter(code: string, id: string, body: z.input<typeof agreeShelterSchema>) {
  const path = `${placesOf(code, 'shelters', id)}/agreements`;
  return requestJson(shelterDetailSchema, path, send('POST', body));
}

export const zoneSubjectsQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [code, 'zone-subjects', id],
    queryFn: ({ signal }) =>
      requestJson(zoneSubjectsSchema, `${placesOf(code, 'zones', id)}/subjects`, { signal }),
  });

export const fetchZoneShape = (code: string, id: string) =>
  requestJson(zoneShapeSchema, `${placesOf(code, 'zones', id)}/shape`);

export const scenariosQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'scenarios'],
    queryFn: ({ signal }) =>
      requestJson(scenarioListSchema, placesOf(code, 'scenarios'), { signal }),
  });

export const scenarioQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [code, 'scenario', id],
    queryFn: ({ signal }) =>
      requestJson(scenarioSchema, placesOf(code, 'scenarios', id), { signal }),
  });

export const createScenario = (code: string, scenario: NewScenario) =>
  requestJson(scenarioSchema, placesOf(code, 'scenarios'), send('POST', scenario));

/** @throws ApiError 409 `scenario.stale` where somebody else saved it since `version` */
export const saveScenario = (code: string, id: string, version: number, scenario: NewScenario) =>
  requestJson(
    scenarioSchema,
    placesOf(code, 'scenarios', id),
    send('PUT', { version, ...scenario }),
  );

export const removeScenario = (code: string, id: string) =>
  requestJson(z.object({}), placesOf(code, 'scenarios', id), { method: 'DELETE' });

export const restoreScenario = (code: string, id: string) =>
  requestJson(z.object({}), `${placesOf(code, 'scenarios', id)}/restore`, send('POST', {}));

/** The people behind ids, by name. The ids travel in the body and not in an address. */
export const residentsByIdQuery = (code: string, ids: readonly string[]) =>
  queryOptions({
    queryKey: [code, 'residents-by-id', ids],
    queryFn: ({ signal }) =>
      requestJson(residentRowsSchema, `/municipalities/${code}/residents/by-ids`, {
        ...send('POST', { ids }),
        signal,
      }),
    enabled: ids.length > 0,
  });
