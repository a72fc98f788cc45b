import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  type ColumnMapping,
  changeListSchema,
  type DatasetEdit,
  importJobListSchema,
  importJobSchema,
  positionConflictListSchema,
  rejectPageSchema,
  repairPageSchema,
  rollBackEffectSchema,
  uploadColumnsSchema,
  uploadLimitSchema,
} from '#contract/data-decisions';
import { datasetListSchema, type ImportSource, jobSchema } from '#contract/dataset';
import type { ImportOptionTexts } from '#contract/import';
import { requestJson, send } from './client.ts';

const RUNNING_REFRESH_MILLIS = 800;
const LIST_REFRESH_MILLIS = 5_000;
export const RECORDS_ON_PAGE = 50;

const below = (code: string, path: string) => `/municipalities/${code}/${path}`;

export const uploadLimitQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'upload-limit'],
    queryFn: ({ signal }) =>
      requestJson(uploadLimitSchema, below(code, 'uploads/limit'), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const uploadColumnsQuery = (code: string, uploadId: string, source: string) =>
  queryOptions({
    queryKey: [code, 'upload-columns', uploadId, source],
    queryFn: ({ signal }) =>
      requestJson(
        uploadColumnsSchema,
        below(code, `uploads/${uploadId}/columns?source=${source}`),
        {
          signal,
        },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** One import; asked again and again while it runs, whatever becomes of the connection meanwhile. */
export const importQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [code, 'import', id],
    queryFn: ({ signal }) => requestJson(importJobSchema, below(code, `imports/${id}`), { signal }),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.job.state === 'running'
        ? RUNNING_REFRESH_MILLIS
        : false,
    retry: false,
  });

export const importListQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'imports'],
    queryFn: ({ signal }) => requestJson(importJobListSchema, below(code, 'imports'), { signal }),
    refetchInterval: LIST_REFRESH_MILLIS,
  });

const page = (code: string, datasetId: string, what: string, after: number) =>
  below(code, `datasets/${datasetId}/${what}?after=${after}&limit=${RECORDS_ON_PAGE}`);

export const rejectsQuery = (code: string, datasetId: string, after: number) =>
  queryOptions({
    queryKey: [code, 'rejects', datasetId, after],
    queryFn: ({ signal }) =>
      requestJson(rejectPageSchema, page(code, datasetId, 'rejects', after), { signal }),
  });

export const repairsQuery = (code: string, datasetId: string, after: number) =>
  queryOptions({
    queryKey: [code, 'repairs', datasetId, after],
    queryFn: ({ signal }) =>
      requestJson(repairPageSchema, page(code, datasetId, 'repairs', after), { signal }),
  });

export const changesQuery = (code: string, datasetId: string) =>
  infiniteQueryOptions({
    queryKey: [code, 'changes', datasetId],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) =>
      requestJson(changeListSchema, page(code, datasetId, 'changes', pageParam), { signal }),
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((sum, { changes }) => sum + changes.length, 0);
      return shown < total ? shown : undefined;
    },
  });

export const conflictsQuery = (code: string, datasetId: string | null) =>
  queryOptions({
    queryKey: [code, 'position-conflicts', datasetId],
    queryFn: ({ signal }) =>
      requestJson(
        positionConflictListSchema,
        below(code, `position-conflicts${datasetId === null ? '' : `?datasetId=${datasetId}`}`),
        { signal },
      ),
  });

export const rollBackEffectQuery = (code: string, datasetId: string) =>
  queryOptions({
    queryKey: [code, 'roll-back-effect', datasetId],
    queryFn: ({ signal }) =>
      requestJson(rollBackEffectSchema, below(code, `datasets/${datasetId}/rollback`), { signal }),
  });

export interface ImportOrder {
  readonly source: ImportSource;
  readonly options: ImportOptionTexts;
  readonly columns: ColumnMapping['columns'] | null;
}

/** Begins to stage an upload; nothing is in force before it is switched over. */
export const startImport = (code: string, uploadId: string, order: ImportOrder) =>
  requestJson(jobSchema, below(code, `uploads/${uploadId}/import`), send('POST', order));

export const dropUpload = (code: string, uploadId: string) =>
  requestJson(z.object({}), below(code, `uploads/${uploadId}`), { method: 'DELETE' });

export const applyDataset = (code: string, datasetId: string, confirmsNoZones: boolean) =>
  requestJson(
    jobSchema,
    below(code, `datasets/${datasetId}/apply?confirmsNoZones=${confirmsNoZones}`),
    { method: 'POST' },
  );

export const dropDataset = (code: string, datasetId: string) =>
  requestJson(datasetListSchema, below(code, `datasets/${datasetId}/drop`), { method: 'POST' });

export const editDataset = (code: string, datasetId: string, edit: DatasetEdit) =>
  requestJson(datasetListSchema, below(code, `datasets/${datasetId}`), send('PUT', edit));

export const chooseFacilityPosition = (
  code: string,
  choice: {
    readonly facilityKey: string;
    readonly position: readonly [number, number] | null;
    readonly version: number | null;
  },
) =>
  requestJson(positionConflictListSchema, below(code, 'position-conflicts'), send('POST', choice));

export const cancelJob = (id: string) =>
  requestJson(jobSchema, `/jobs/${encodeURIComponent(id)}`, { method: 'DELETE' });
