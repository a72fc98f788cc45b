import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type ChartItemOnWire,
  chartItemsSchema,
  chartReleasesSchema,
  chartsSchema,
  chartTrendSchema,
  cityFiguresSchema,
  importedFiguresSchema,
  type importFiguresSchema,
} from '#contract/chart';
import { ask, requestJson, send } from './client.ts';

const AGAIN_MILLIS = 3000;

const pathOf = (code: string) => `/municipalities/${code}/charts`;

/** Asked for again while people who would be cut off are being reckoned. */
export const chartsQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'charts', 'now'],
    queryFn: ({ signal }) => requestJson(chartsSchema, pathOf(code), { signal }),
    refetchInterval: ({ state }) => (state.data?.cutOff === 'reckoning' ? AGAIN_MILLIS : false),
  });

export const chartTrendQuery = (code: string, itemId: string) =>
  queryOptions({
    queryKey: [code, 'charts', 'trend', itemId],
    queryFn: ({ signal }) =>
      requestJson(chartTrendSchema, `${pathOf(code)}/trend?item=${itemId}`, { signal }),
  });

export const chartItemsQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'charts', 'items'],
    queryFn: ({ signal }) => requestJson(chartItemsSchema, `${pathOf(code)}/items`, { signal }),
  });

/** ApiError of 409 where somebody else changed them since. */
export const saveChartItems = (code: string, version: number, items: readonly ChartItemOnWire[]) =>
  requestJson(chartItemsSchema, `${pathOf(code)}/items`, send('PUT', { version, items }));

export const cityFiguresQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'charts', 'figures'],
    queryFn: ({ signal }) => requestJson(cityFiguresSchema, `${pathOf(code)}/figures`, { signal }),
  });

export const importFigures = (code: string, body: z.input<typeof importFiguresSchema>) =>
  requestJson(importedFiguresSchema, `${pathOf(code)}/figures`, send('POST', body));

export const markFiguresUndone = (code: string, id: string, isUndone: boolean) =>
  requestJson(cityFiguresSchema, `${pathOf(code)}/figures/${id}/undone`, send('PUT', { isUndone }));

export const chartReleasesQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'charts', 'releases'],
    queryFn: ({ signal }) =>
      requestJson(chartReleasesSchema, `${pathOf(code)}/releases`, { signal }),
  });

export const publishMonth = (code: string, month: string) =>
  requestJson(chartReleasesSchema, `${pathOf(code)}/releases`, send('POST', { month }));

export const markWithdrawn = (code: string, month: string, isWithdrawn: boolean) =>
  requestJson(
    chartReleasesSchema,
    `${pathOf(code)}/releases/${month}/withdrawn`,
    send('PUT', { isWithdrawn }),
  );

/** A district's chart as PDF, or the booklet of all. */
export async function chartPaper(code: string, district: string | null): Promise<Blob> {
  const query = district === null ? '' : `?district=${encodeURIComponent(district)}`;
  return (await ask(`${pathOf(code)}/paper${query}`)).blob();
}
