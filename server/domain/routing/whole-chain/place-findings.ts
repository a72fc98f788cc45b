import type { LieOfPlace } from '#domain/hazard/lie-of-place';
import { isRed } from '#domain/hazard/zone';
import type { Accuracy } from '#domain/resident/accuracy';
import { ACCURACY_LABELS, type Bilingual } from '#domain/resident/labels';
import type { Finding, FindingCode, Gravity, PlaceKey } from './finding.ts';

/** A place of the chain as it was judged. */
export interface CheckedPlace {
  readonly key: PlaceKey;
  /** e.g. 自宅, 支援者「…」の家. */
  readonly label: Bilingual;
  readonly accuracy: Accuracy;
  readonly lie: LieOfPlace;
  /** The judgement in a sentence, with the date of the data where it is outside. */
  readonly sentence: Bilingual;
  /** Of a destination: whether it is designated for landslides; null = its list does not say. */
  readonly isForLandslides?: boolean | null;
}

/** What is found about one place: how it lies to zones, how well it is known, what it is designated for. */
export function placeFindings(place: CheckedPlace, hasZoneData: boolean): Finding[] {
  return [
    ...(hasZoneData ? [relationFinding(place)] : []),
    ...(isRough(place) ? [roughFinding(place)] : []),
    ...designationFindings(place),
  ];
}

function relationFinding(place: CheckedPlace): Finding {
  const { judgement } = place.lie;
  const told = (gravity: Gravity, code: FindingCode) => ({
    ...{ gravity, code, place: place.key, way: null, amount: depthOf(place) },
    ja: `${place.label.ja}:${place.sentence.ja}`,
    en: `${place.label.en}: ${place.sentence.en}`,
  });
  if (judgement.redRelation === 'inside') return told('danger', 'place-in-red');
  if (judgement.relation === 'undetermined') return told('undetermined', 'place-undetermined');
  if (judgement.redRelation === 'undetermined') return told('undetermined', 'red-not-known');
  if (judgement.relation === 'inside') return told('caution', 'place-in-yellow');
  if (judgement.relation === 'near') return told('caution', 'place-near');
  return told('note', 'place-outside');
}

/** Metres inside the gravest kind of zone, the deepest. */
function depthOf({ lie: { judgement } }: CheckedPlace): number {
  const isInRed = judgement.redRelation === 'inside';
  const inside = judgement.zones.filter(
    ({ relation, zoneClass }) => relation === 'inside' && (!isInRed || isRed(zoneClass)),
  );
  return Math.max(0, ...inside.map(({ signedDistanceMeters }) => -signedDistanceMeters));
}

const isRough = ({ accuracy }: CheckedPlace) => accuracy === 'block' || accuracy === 'town';

function roughFinding({ key, label, accuracy }: CheckedPlace): Finding {
  const known = ACCURACY_LABELS[accuracy];
  return {
    ...{ gravity: 'unknown', code: 'place-rough', place: key, way: null, amount: 0 },
    ja: `${label.ja}:位置は「${known.ja}」の代表点です。経路の始まりと終わりが実際と違うことがあります`,
    en: `${label.en}: the position stands for an area (${known.en}); ways may begin or end elsewhere`,
  };
}

function designationFindings({ key, label, isForLandslides }: CheckedPlace): Finding[] {
  const about = { place: key, way: null, amount: 0 };
  if (isForLandslides === false)
    return [
      {
        ...{ gravity: 'danger', code: 'not-for-landslides', ...about },
        ja: `${label.ja}:崖崩れ・土石流・地すべりの避難場所に指定されていません`,
        en: `${label.en}: not designated for landslides`,
      },
    ];
  if (isForLandslides === null)
    return [
      {
        ...{ gravity: 'unknown', code: 'landslides-not-known', ...about },
        ja: `${label.ja}:土砂災害の避難場所に指定されているか、一覧からは分かりません`,
        en: `${label.en}: its list does not say whether it is designated for landslides`,
      },
    ];
  return [];
}
