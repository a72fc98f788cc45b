import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  consentRuleSchema,
  consentsSchema,
  disasterModesSchema,
  type OpenDisasterMode,
  ownAccessSchema,
  type saveConsentSchema,
} from '#contract/access';
import type { ConsentPurpose } from '#domain/access/consent';
import { type Access, mayUse } from '#domain/access/rules';
import { requestJson, send } from './client.ts';
import { useAccount } from './session.ts';

const REFRESH_MILLIS = 30_000;

export const ownAccessQuery = () =>
  queryOptions({
    queryKey: ['access'],
    queryFn: ({ signal }) => requestJson(ownAccessSchema, '/access', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Whether the role that is signed in may do something, by the rules that the server asks too. */
export function useMay(): (access: Access) => boolean {
  const role = useAccount()?.role ?? null;
  return (access) => mayUse(role, access);
}

export const consentsQuery = (code: string, residentId: string) =>
  queryOptions({
    queryKey: [code, 'resident', residentId, 'consents'],
    queryFn: ({ signal }) =>
      requestJson(consentsSchema, `/municipalities/${code}/residents/${residentId}/consents`, {
        signal,
      }),
  });

/** ApiError of 409 where somebody else recorded something since. */
export function saveConsent(
  code: string,
  residentId: string,
  purpose: ConsentPurpose,
  body: z.input<typeof saveConsentSchema>,
) {
  const path = `/municipalities/${code}/residents/${residentId}/consents/${purpose}`;
  return requestJson(consentsSchema, path, send('PUT', body));
}

const scansPath = (code: string, residentId: string, purpose: ConsentPurpose) =>
  `/municipalities/${code}/residents/${residentId}/consents/${purpose}/scans`;

/** Where the browser downloads a scan from. */
export const scanAddress = (
  code: string,
  residentId: string,
  purpose: ConsentPurpose,
  scanId: string,
) => `/api${scansPath(code, residentId, purpose)}/${scanId}`;

export function attachScan(code: string, residentId: string, purpose: ConsentPurpose, file: Blob) {
  return requestJson(consentsSchema, scansPath(code, residentId, purpose), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
}

/** Takes a scan away, or that back. */
export function markScanRemoved(
  code: string,
  residentId: string,
  purpose: ConsentPurpose,
  scanId: string,
  isRemoved: boolean,
) {
  const path = `${scansPath(code, residentId, purpose)}/${scanId}/removed`;
  return requestJson(consentsSchema, path, send('PUT', { isRemoved }));
}

export const consentRuleQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'consent-rule'],
    queryFn: ({ signal }) =>
      requestJson(consentRuleSchema, `/municipalities/${code}/consent-rule`, { signal }),
  });

export function saveConsentRule(code: string, rule: z.input<typeof consentRuleSchema>) {
  return requestJson(consentRuleSchema, `/municipalities/${code}/consent-rule`, send('PUT', rule));
}

/** Asked for again while the screen is open: a mode may be opened elsewhere, and ends by itself. */
export const disasterModesQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'disaster-modes'],
    queryFn: ({ signal }) =>
      requestJson(disasterModesSchema, `/municipalities/${code}/disaster-modes`, { signal }),
    refetchInterval: REFRESH_MILLIS,
  });

export function openDisasterMode(code: string, mode: OpenDisasterMode) {
  return requestJson(
    disasterModesSchema,
    `/municipalities/${code}/disaster-modes`,
    send('POST', mode),
  );
}

export function endDisasterMode(code: string, id: string) {
  return requestJson(
    disasterModesSchema,
    `/municipalities/${code}/disaster-modes/${id}/end`,
    send('POST', {}),
  );
}
