import { stat } from 'node:fs/promises';
import type { MunicipalityView } from '#contract/municipality';
import type { MunicipalityVersions } from '../../services/read/data-versions.ts';
import { baseMapFile } from '../base-map.ts';
import type { AppContext } from '../context.ts';

export async function municipalityView(
  { readers, settings }: AppContext,
  municipality: MunicipalityVersions,
): Promise<MunicipalityView> {
  const { code, name, version } = municipality;
  const bbox = await readers.extent(municipality);
  const baseMap = await stat(baseMapFile(settings.dataDir, code, 'basemap.pmtiles')).catch(
    () => null,
  );
  return {
    code,
    name,
    bbox: bbox === null ? null : [bbox[0], bbox[1], bbox[2], bbox[3]],
    settings: municipality.settings,
    version,
    hasBaseMap: baseMap !== null,
  };
}
