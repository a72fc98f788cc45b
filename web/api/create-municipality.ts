import { type MunicipalityView, municipalitySchema } from '#contract/municipality';
import { requestJson, send } from './client.ts';

/** Enters a municipality, without any data yet. */
export function createMunicipality(code: string, name: string): Promise<MunicipalityView> {
  return requestJson(municipalitySchema, '/municipalities', send('POST', { code, name }));
}
