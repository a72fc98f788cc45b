import type { Position } from '#domain/geo/position';

/** 指定緊急避難場所 / 指定避難所 / 福祉避難所. */
export const SHELTER_KINDS = ['emergency-site', 'shelter', 'welfare-shelter'] as const;
export type ShelterKind = (typeof SHELTER_KINDS)[number];

/** The eight hazards that an emergency evacuation site is designated for, in the order of GSI's CSV. */
export const SITE_HAZARDS = [
  'flood', // 洪水
  'landslide', // 崖崩れ、土石流及び地滑り
  'storm-surge', // 高潮
  'earthquake', // 地震
  'tsunami', // 津波
  'large-fire', // 大規模な火事
  'inland-flood', // 内水氾濫
  'volcano', // 火山現象
] as const;
export type SiteHazard = (typeof SITE_HAZARDS)[number];

/** Equipment of a welfare shelter: power, suction, oxygen, accessible toilet, care beds. */
export const SHELTER_EQUIPMENT = [
  'emergency-power',
  'suction',
  'oxygen',
  'accessible-toilet',
  'care-bed',
] as const;
export type ShelterEquipment = (typeof SHELTER_EQUIPMENT)[number];

/** One record of one list; the same facility on two lists is two records (their positions may differ). */
export interface ShelterEntry {
  /** Stable over a re-import of the same list: the list's own id, else a content hash. */
  readonly id: string;
  readonly kind: ShelterKind;
  readonly name: string;
  readonly nameKana: string | null;
  readonly address: string | null;
  /** null where the list gives no position: a state of its own, shown and counted. */
  readonly position: Position | null;
  /** null = the list does not say (national shelter list); [] = designated for none. */
  readonly designatedHazards: readonly SiteHazard[] | null;
  readonly capacity: number | null;
  /** As written, e.g. `100人2.0㎡あたり1人`, where the number is not all that was said. */
  readonly capacityNote: string | null;
  /** 受入対象者 as written; null = not said. */
  readonly acceptedGroups: readonly string[] | null;
  /** Welfare shelters: designated (指定) or by agreement (協定). */
  readonly basis: 'designated' | 'agreement' | null;
  readonly equipment: readonly ShelterEquipment[] | null;
  readonly phone: string | null;
  readonly municipalityCode: string | null;
  readonly notes: string | null;
}
