import type { ShelterEntry } from '#domain/shelter/shelter';
import type { OpenedSource } from '#geodata/item';
import { GSI_SHELTER_HEADERS, GSI_SITE_HEADERS, readGsiRow } from '#geodata/mappers/shelter-gsi';
import { openShelterList, type ShelterSource } from './shelter-list.ts';
import type { SourceOptions } from './source-options.ts';

const GSI: ShelterSource = {
  expected: {
    ja: '国土地理院の指定緊急避難場所または指定避難所の CSV・GeoJSON(共通ID、施設・場所名、住所、災害の種別または受入対象者)',
    en: 'GSI’s list of emergency evacuation sites or of shelters, CSV or GeoJSON (共通ID, 施設・場所名, 住所, hazards or 受入対象者)',
  },
  credit: '指定緊急避難場所・指定避難所データ(国土地理院)を加工して作成',
  layouts: [
    { headers: GSI_SITE_HEADERS, read: (row) => readGsiRow(row, 'emergency-site') },
    { headers: GSI_SHELTER_HEADERS, read: (row) => readGsiRow(row, 'shelter') },
  ],
};

/** GSI's lists: emergency sites with the eight hazards, shelters with the groups that they accept. */
export function openGsiShelters(
  files: readonly string[],
  options: SourceOptions = {},
): OpenedSource<ShelterEntry> {
  return openShelterList(GSI, files, options);
}
