import type { Bilingual } from '#domain/resident/labels';
import type { ShelterEquipment, ShelterKind } from './shelter.ts';

export const SHELTER_KIND_LABELS: Readonly<Record<ShelterKind, Bilingual>> = {
  'emergency-site': { ja: '指定緊急避難場所', en: 'Emergency evacuation site' },
  shelter: { ja: '指定避難所', en: 'Shelter' },
  'welfare-shelter': { ja: '福祉避難所', en: 'Welfare shelter' },
};

export const EQUIPMENT_LABELS: Readonly<Record<ShelterEquipment, Bilingual>> = {
  'emergency-power': { ja: '非常用電源', en: 'Emergency power' },
  suction: { ja: '吸引器', en: 'Suction device' },
  oxygen: { ja: '酸素', en: 'Oxygen' },
  'accessible-toilet': { ja: '多目的トイレ', en: 'Accessible toilet' },
  'care-bed': { ja: '介護用ベッド', en: 'Care beds' },
};
