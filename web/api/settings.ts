import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { jobSchema } from '#contract/dataset';
import { type MunicipalitySettings, municipalitySchema } from '#contract/municipality';
import { type setWarningSchema, warningHistorySchema } from '#contract/warning';
import { requestJson, send } from './client.ts';
import { followJob } from './import-job.ts';

const REFRESH_MILLIS = 30_000;

/** Declarations of warning levels, the one in force first; asked for again while the screen is open. */
export const warningsQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'warnings'],
    queryFn: ({ signal }) =>
      requestJson(warningHistorySchema, `/municipalities/${code}/warnings`, { signal }),
    refetchInterval: REFRESH_MILLIS,
  });

export function setWarning(code: string, body: z.input<typeof setWarningSchema>) {
  return requestJson(warningHistorySchema, `/municipalities/${code}/warnings`, send('POST', body));
}

/** Answers the job that checks everybody anew, where one is needed. */
export function changeMargin(code: string, version: number, marginMeters: number) {
  return changeSettings(code, { version, marginMeters });
}

export function changeZoneDataLimit(code: string, version: number, zoneDataLimitYears: number) {
  return changeSettings(code, { version, zoneDataLimitYears });
}

function changeSettings(code: string, change: Partial<MunicipalitySettings> & { version: number }) {
  const schema = municipalitySchema.extend({ job: jobSchema.nullable() });
  return requestJson(schema, `/municipalities/${code}`, send('PATCH', change));
}

/** When the job has ended, in whatever way, or can no longer be followed. */
export function endOfJob(id: string): Promise<void> {
  return new Promise((done) => {
    followJob(id, ({ state }) => state !== 'running' && done(), done);
  });
}
