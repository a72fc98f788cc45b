import { SITE_HAZARDS, type SiteHazard } from '#domain/shelter/shelter';
import type { ShelterDraft, ShelterRow } from './shelter-row.ts';
import { municipalityCodeOf, readGroups, readPosition } from './shelter-values.ts';

/** Names of the eight hazards in lists, in the order of SITE_HAZARDS. */
const HAZARD_NAMES = [
  '洪水',
  '崖崩れ、土石流及び地滑り',
  '高潮',
  '地震',
  '津波',
  '大規模な火事',
  '内水氾濫',
  '火山現象',
] as const;

export const GSI_SITE_HEADERS = ['共通ID', '施設・場所名', ...HAZARD_NAMES] as const;
export const GSI_SHELTER_HEADERS = ['共通ID', '施設・場所名', '受入対象者'] as const;

/** Hazards that a place is designated for; `prefix` stands before the name of each column. */
export function readHazards(row: ShelterRow, prefix = ''): SiteHazard[] {
  return SITE_HAZARDS.filter((_, index) => row.flag(`${prefix}${HAZARD_NAMES[index]}`) === true);
}

/** A row of GSI's list of emergency sites, or of its list of shelters. */
export function readGsiRow(row: ShelterRow, kind: 'emergency-site' | 'shelter'): ShelterDraft {
  const listId = row.text('共通ID');
  return {
    listId,
    repairs: row.repairs,
    entry: {
      kind,
      name: row.text('施設・場所名'),
      nameKana: null,
      address: row.text('住所'),
      position: readPosition(row),
      designatedHazards: kind === 'emergency-site' ? readHazards(row) : null,
      capacity: null,
      capacityNote: null,
      acceptedGroups: readGroups(row, '受入対象者'),
      basis: null,
      equipment: null,
      phone: null,
      municipalityCode: municipalityCodeOf(/^E(\d{5})/.exec(listId ?? '')?.[1] ?? null),
      notes: joinNotes(row.text('備考'), row.text('その他市町村長が必要と認める事項')),
    },
  };
}

export function joinNotes(...notes: readonly (string | null)[]): string | null {
  return notes.filter((note) => note !== null).join(' / ') || null;
}
