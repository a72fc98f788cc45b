import { metresText } from '#domain/geo/metres-text';
import type { ZoneJudgement } from '#domain/hazard/judgement';
import type { Relation } from '#domain/hazard/relation';
import { isRed, type ZoneClass } from '#domain/hazard/zone';
import type { Accuracy } from '#domain/resident/accuracy';
import { type Bilingual, PHENOMENON_LABELS } from '#domain/resident/labels';
import { asOfWords } from './date-words.ts';

/** What the sentence is made from. */
export interface JudgedPlace {
  readonly relation: Relation;
  readonly redRelation: Relation;
  /** Gravest first. */
  readonly zones: readonly Pick<
    ZoneJudgement,
    'zoneClass' | 'phenomenon' | 'relation' | 'signedDistanceMeters' | 'redNotSurveyed'
  >[];
  readonly accuracy: Accuracy;
  /** As-of dates of the zone data; empty where there is none. */
  readonly zoneDataAsOf: readonly (string | null)[];
}

const CLASS_WORDS: Readonly<Record<ZoneClass, Bilingual>> = {
  red: { ja: '特別警戒区域', en: 'red zone' },
  'red-before-designation': { ja: '特別警戒区域(指定前)', en: 'red zone before designation' },
  yellow: { ja: '警戒区域', en: 'yellow zone' },
  'yellow-before-designation': { ja: '警戒区域(指定前)', en: 'yellow zone before designation' },
};

const WHY_NOT_KNOWN: Readonly<Record<Accuracy, Bilingual>> = {
  town: { ja: '住所が町名までのため', en: 'the address is known to the town only' },
  block: { ja: '住所が街区までのため', en: 'the address is known to the block only' },
  none: { ja: '住所の位置が分からないため', en: 'the position of the address is not known' },
  building: { ja: '位置の誤差が大きいため', en: 'the position may be too far off' },
  manual: { ja: '位置の誤差が大きいため', en: 'the position may be too far off' },
};

/**
 * The judgement as it is shown and read aloud, e.g. 土石流の特別警戒区域内、境界から12メートル内側.
 * A place outside of every zone is 区域外 with the date of the data, and never called safe.
 */
export function judgementSentence(place: JudgedPlace): Bilingual {
  if (place.zoneDataAsOf.length === 0)
    return cannotJudge({
      ja: '区域データがありません',
      en: 'there is no zone data',
    });
  const [gravest] = place.zones;
  if (place.relation === 'outside')
    return {
      ja: `区域外(${asOfWords(place.zoneDataAsOf).ja})`,
      en: `Not in a designated zone (${asOfWords(place.zoneDataAsOf).en})`,
    };
  if (gravest === undefined || place.relation === 'undetermined')
    return cannotJudge(WHY_NOT_KNOWN[place.accuracy]);
  const main = relationToZone(gravest);
  const redIsOpen = place.redRelation === 'undetermined' && !isRed(gravest.zoneClass);
  if (!redIsOpen) return main;
  const why = place.zones.some((zone) => isRed(zone.zoneClass) && zone.relation === 'undetermined')
    ? WHY_NOT_KNOWN[place.accuracy]
    : { ja: '特別警戒区域が未調査のため', en: 'the red zone has not been surveyed' };
  return {
    ja: `${main.ja}。特別警戒区域かどうかは判定できません(${why.ja})`,
    en: `${main.en}. Whether it is in a red zone cannot be judged (${why.en})`,
  };
}

/** The same of somebody whose exact place is not shown: without zone and metres. */
export function maskedSentence({
  relation,
  redRelation,
  zoneDataAsOf,
}: Pick<JudgedPlace, 'relation' | 'redRelation' | 'zoneDataAsOf'>): Bilingual {
  if (redRelation === 'inside') return { ja: '特別警戒区域内', en: 'In a red zone' };
  if (relation === 'inside') return { ja: '警戒区域内', en: 'In a yellow zone' };
  if (relation === 'near') return { ja: '警戒区域のそば', en: 'Near a zone' };
  if (relation === 'undetermined') return { ja: '判定できません', en: 'Cannot be judged' };
  const asOf = asOfWords(zoneDataAsOf);
  return { ja: `区域外(${asOf.ja})`, en: `Not in a designated zone (${asOf.en})` };
}

function cannotJudge(why: Bilingual): Bilingual {
  return { ja: `判定できません(${why.ja})`, en: `Cannot be judged (${why.en})` };
}

function relationToZone({
  phenomenon,
  zoneClass,
  relation,
  signedDistanceMeters,
}: JudgedPlace['zones'][number]): Bilingual {
  const metres = metresText(signedDistanceMeters);
  const kind = PHENOMENON_LABELS[phenomenon];
  const words = CLASS_WORDS[zoneClass];
  return relation === 'inside'
    ? {
        ja: `${kind.ja}の${words.ja}内、境界から${metres}メートル内側`,
        en: `${kind.en}: inside a ${words.en}, ${metres} m from its boundary`,
      }
    : {
        ja: `${kind.ja}の${words.ja}のそば、境界から${metres}メートル外側`,
        en: `${kind.en}: near a ${words.en}, ${metres} m outside its boundary`,
      };
}
