import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  type CompareClosures,
  closureComparisonSchema,
  closureScenarioListSchema,
  closureScenarioSchema,
  type NewClosureScenario,
} from '#contract/closure-scenario';
import { requestJson, send } from './client.ts';

const pathOf = (code: string, rest = '') => `/municipalities/${code}/closure-scenarios${rest}`;
/** Everything that is asked of kept closures begins with it. */
export const closureScenariosKey = (code: string) => [code, 'closure-scenarios'] as const;

export const closureScenariosQuery = (code: string) =>
  queryOptions({
    queryKey: [...closureScenariosKey(code), 'list'],
    queryFn: ({ signal }) => requestJson(closureScenarioListSchema, pathOf(code), { signal }),
  });

export const closureScenarioQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [...closureScenariosKey(code), 'one', id],
    queryFn: ({ signal }) => requestJson(closureScenarioSchema, pathOf(code, `/${id}`), { signal }),
  });

export const closureComparisonQuery = (code: string, id: string, question: CompareClosures) =>
  queryOptions({
    queryKey: [...closureScenariosKey(code), 'compare', id, question],
    queryFn: ({ signal }) =>
      requestJson(closureComparisonSchema, pathOf(code, `/${id}/compare`), {
        ...send('POST', question),
        signal,
      }),
    gcTime: 0,
  });

export const createClosureScenario = (code: string, scenario: NewClosureScenario) =>
  requestJson(closureScenarioSchema, pathOf(code), send('POST', scenario));

/** @throws ApiError 409 `closure-scenario.stale` where somebody else saved it since `version` */
export const saveClosureScenario = (
  code: string,
  id: string,
  version: number,
  scenario: NewClosureScenario,
) =>
  requestJson(closureScenarioSchema, pathOf(code, `/${id}`), send('PUT', { version, ...scenario }));

export const removeClosureScenario = (code: string, id: string) =>
  requestJson(z.object({}), pathOf(code, `/${id}`), { method: 'DELETE' });

export const restoreClosureScenario = (code: string, id: string) =>
  requestJson(z.object({}), pathOf(code, `/${id}/restore`), send('POST', {}));
