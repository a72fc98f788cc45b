import { type MunicipalityView, municipalitySchema } from '#contract/municipality';
import { requestJson } from './client.ts';

/** Enters a municipality, without any data yet. */
export function createMunicipality(code: string, name: string): Promise<MunicipalityView> {
  return requestJson(municipalitySchema, '/municipalities', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, name }),
  });
}
