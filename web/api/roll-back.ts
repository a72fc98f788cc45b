import { type DatasetView, datasetListSchema } from '#contract/dataset';
import { requestJson } from './client.ts';

/** Puts the dataset that was in force before back in force; judgements and ranks follow. */
export function rollBack(
  code: string,
  datasetId: string,
): Promise<{ datasets: readonly DatasetView[] }> {
  return requestJson(
    datasetListSchema,
    `/municipalities/${code}/datasets/${encodeURIComponent(datasetId)}/rollback`,
    { method: 'POST' },
  );
}
