import type { SupportersHidden } from '#domain/access/supporters-hidden';
import { metresText } from '#domain/geo/metres-text';
import type { Bilingual } from '#domain/resident/labels';
import { type Finding, type Gravity, worstFirst } from './finding.ts';
import type { Meeting } from './meeting.ts';
import { type CheckedPlace, placeFindings } from './place-findings.ts';
import { type CheckedWay, wayFindings } from './way-findings.ts';

/** A supporter as far as the meeting is concerned. */
export interface CheckedSupporter {
  readonly number: number;
  /** e.g. 支援者「…」. */
  readonly label: Bilingual;
  readonly isPlaced: boolean;
  readonly meeting: Meeting;
}

export interface CheckedChain {
  readonly hasZoneData: boolean;
  readonly places: readonly CheckedPlace[];
  readonly ways: readonly CheckedWay[];
  /** null: the roster does not say who helps, or it is not for the actor to see. */
  readonly supporters: readonly CheckedSupporter[] | null;
  /** Why they are null though the roster may name some; null: then the roster does not say. */
  readonly supportersHidden: SupportersHidden | null;
}

/** Everything that was found about a chain, worst first. */
export function explainChain(chain: CheckedChain): Finding[] {
  const { hasZoneData, places, ways, supporters, supportersHidden } = chain;
  const used = ways.filter((way) => isUsed(way, supporters ?? []));
  return worstFirst([
    ...(hasZoneData ? [] : [NO_ZONE_DATA]),
    ...used.flatMap((way) => wayFindings(way, hasZoneData)),
    ...places.flatMap((place) => placeFindings(place, hasZoneData)),
    ...(supporters === null ? [noSupportersTold(supportersHidden)] : []),
    ...(supporters?.length === 0 ? [NO_SUPPORTER] : []),
    ...(supporters ?? []).flatMap(meetingFindings),
  ]);
}

/**
 * Whether a way is gone by the better way to meet. That from the home to the destination always counts:
 * nobody knows that a supporter will come.
 */
export function isUsed(
  { key }: Pick<CheckedWay, 'key'>,
  supporters: readonly Pick<CheckedSupporter, 'number' | 'meeting'>[],
): boolean {
  if (key.kind === 'direct') return true;
  const meeting = supporters.find(({ number }) => number === key.supporter)?.meeting;
  return meeting?.better === (key.kind === 'to-home' ? 'at-home' : 'at-supporter');
}

const general = (
  gravity: Gravity,
  code: Finding['code'],
  { ja, en }: Bilingual,
  amount = 0,
): Finding => ({ gravity, code, place: null, way: null, amount, ja, en });

const NO_ZONE_DATA = general('undetermined', 'no-zone-data', {
  ja: '区域データがないため、区域の中かどうかは分かりません',
  en: 'There is no zone data: whether anything lies in a zone is not known',
});
const NO_SUPPORTER = general('caution', 'no-supporter', {
  ja: '避難支援等実施者が決まっていません',
  en: 'Nobody is named who helps to evacuate',
});
const SUPPORTERS_NOT_KNOWN = general('unknown', 'supporters-not-known', {
  ja: '避難支援等実施者がいるか、この名簿からは分かりません',
  en: 'Whether somebody helps to evacuate is not known from this roster',
});

const SUPPORTERS_OF_NO_CONSENT = general('unknown', 'supporters-hidden', {
  ja: '避難支援等実施者は、本人の同意がないため、この役割には見えません。いるかどうかも分かりません',
  en: 'Who helps to evacuate is not shown to this role, as the person has not agreed: whether there is anybody is not told',
});
const SUPPORTERS_OF_ROLE = general('unknown', 'supporters-hidden', {
  ja: '避難支援等実施者は、この役割には見えません。いるかどうかも分かりません',
  en: 'Who helps to evacuate is not shown to this role: whether there is anybody is not told',
});

function noSupportersTold(hidden: SupportersHidden | null): Finding {
  if (hidden === null) return SUPPORTERS_NOT_KNOWN;
  return hidden === 'role' ? SUPPORTERS_OF_ROLE : SUPPORTERS_OF_NO_CONSENT;
}

function meetingFindings({ number, label, isPlaced, meeting }: CheckedSupporter): Finding[] {
  const place = `supporter-${number}` as const;
  const { better, atHome, atSupporter } = meeting;
  if (better === null)
    return [
      {
        ...general(
          isPlaced ? 'danger' : 'unknown',
          'no-meeting',
          isPlaced
            ? {
                ja: `${label.ja}:落ち合って避難先まで行ける経路がありません`,
                en: `${label.en}: no way to meet and go to the destination together`,
              }
            : {
                ja: `${label.ja}:家の位置が分からないため、落ち合う経路を調べられません`,
                en: `${label.en}: the home is not placed, so ways to meet cannot be looked for`,
              },
        ),
        place,
      },
    ];
  if (better === 'at-home' || atSupporter === null) return [];
  const why =
    atHome === null
      ? {
          ja: '落ち合えます(自宅で落ち合う経路はありません)',
          en: 'they can meet, as they cannot at the home',
        }
      : atHome.redMeters > atSupporter.redMeters
        ? {
            ja: `特別警戒区域を通る長さが${metresText(atHome.redMeters)}メートルから${metresText(atSupporter.redMeters)}メートルに減ります`,
            en: `it is ${metresText(atSupporter.redMeters)} m in red zones instead of ${metresText(atHome.redMeters)} m`,
          }
        : {
            ja: `${Math.round((atHome.seconds - atSupporter.seconds) / 60)}分短くなります`,
            en: `it takes ${Math.round((atHome.seconds - atSupporter.seconds) / 60)} minutes less`,
          };
  return [
    {
      ...general('note', 'better-at-supporter', {
        ja: `${label.ja}:本人が支援者の家へ向かうと、${why.ja}。本人だけで行けるかを確かめてください`,
        en: `${label.en}: where the resident goes to the supporter, ${why.en}. See whether the resident can go alone`,
      }),
      place,
    },
  ];
}
