import type { Bilingual } from '../resident/labels.ts';
import type { ReviewReason } from './states.ts';

export const REVIEW_REASON_LABELS: Readonly<Record<ReviewReason, Bilingual>> = {
  'zones-at-home': { ja: '自宅の区域が変わった', en: 'Zones at the home changed' },
  'zones-on-route': { ja: '経路の区域が変わった', en: 'Zones on the route changed' },
  'zones-at-supporter': { ja: '支援者宅の区域が変わった', en: 'Zones at a supporter changed' },
  'zones-at-destination': {
    ja: '避難先の区域が変わった',
    en: 'Zones at the destination changed',
  },
  'care-level-changed': { ja: '要介護度が変わった', en: 'The care level changed' },
  'address-changed': { ja: '住所が変わった', en: 'The address changed' },
  'supporter-gone': { ja: '支援者がいなくなった', en: 'A supporter is gone' },
  'supporter-moved': { ja: '支援者が転居した', en: 'A supporter moved' },
  'destination-closed': { ja: '避難先が使えなくなった', en: 'The destination is closed' },
  'destination-full': { ja: '避難先が定員に達した', en: 'The destination is full' },
  'destination-groups-changed': {
    ja: '避難先の受入対象者が変わった',
    en: 'Whom the destination accepts changed',
  },
  'road-closed': { ja: '経路の道が通行止めになった', en: 'A road of the route is closed' },
  'road-width-changed': {
    ja: '経路の道の幅が訂正された',
    en: 'The width of a road was corrected',
  },
  'drill-finding': { ja: '訓練で分かったことがある', en: 'Something was found in a drill' },
  'interval-over': { ja: '見直しの時期が来た', en: 'The interval of reviews is over' },
};
