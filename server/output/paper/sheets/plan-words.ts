import type {
  DepartureLevel,
  DestinationKind,
  Means,
  PlanContact,
  PlanContent,
  PlanDestination,
  PlanDevice,
  PlanHome,
  PlanRoute,
  PlanSupporter,
} from '#domain/plan/plan';
import { planDeparture } from '#domain/plan/plan-departure';
import { DEVICE_LABELS } from '#domain/resident/labels';
import type { Printed } from '../sheet.ts';

export const MEANS_WORDS: Readonly<Record<Means, string>> = {
  'on-foot': '歩いて',
  wheelchair: '車いすで',
  car: '車で',
  'welfare-taxi': '福祉タクシーで',
  stretcher: 'ストレッチャー(担架)で',
};

export const DESTINATION_WORDS: Readonly<Record<DestinationKind, string>> = {
  'welfare-shelter': '福祉避難所',
  shelter: '指定避難所',
  relative: '親族・知人の家',
  'short-stay': '短期入所',
  facility: 'いつも使う施設',
  'upper-floor': '自宅の上の階(ほかに手だてがないとき)',
};

export const LEVEL_WORDS: Readonly<Record<DepartureLevel | 1 | 2 | 5, string>> = {
  1: '警戒レベル1 早期注意情報',
  2: '警戒レベル2 注意報',
  3: '警戒レベル3 高齢者等避難',
  4: '警戒レベル4 避難指示',
  5: '警戒レベル5 緊急安全確保',
};

const STRUCTURE_WORDS: Readonly<Record<NonNullable<PlanHome['structure']>, string>> = {
  wood: '木造',
  steel: '鉄骨造',
  'reinforced-concrete': '鉄筋コンクリート造',
  other: 'その他の構造',
};

export const CONTACT_WORDS: Readonly<Record<PlanContact['kind'], string>> = {
  family: '家族',
  emergency: '緊急連絡先',
};

/** 2026-11-29 → 2026年(令和8年)11月29日 */
export function dateWithEra(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    era: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at);
  return `${year}年(${era})${month}月${day}日`;
}

/** Dates of data in force, each once; null where there is no data at all. */
export function asOfPrinted(dates: readonly (string | null)[]): string | null {
  if (dates.length === 0) return null;
  const words = [...new Set(dates)].map((date) => (date === null ? '時点不明' : dateWithEra(date)));
  return words.join('、');
}

/** 山手 → 山手地区; many cities have the word in the name. */
export const districtWords = (name: string): string =>
  name.endsWith('地区') ? name : `${name}地区`;

export const minutesWords = (seconds: number): string =>
  `約${Math.max(1, Math.round(seconds / 60))}分`;

export function metersWords(meters: number): string {
  if (meters >= 1000) return `約${(meters / 1000).toFixed(1)}km`;
  return meters > 0 && meters < 10 ? '10m未満' : `約${Math.round(meters / 10) * 10}m`;
}

export function homeWords(home: PlanHome): Printed {
  const { structure, storeys, storey } = home;
  const parts = [
    structure === null ? '構造 不明' : STRUCTURE_WORDS[structure],
    storeys === null ? '階数 不明' : `${storeys}階建て`,
    storey === null ? '住む階 不明' : `${storey < 0 ? `地下${-storey}` : storey}階に住む`,
  ];
  return structure === null && storeys === null && storey === null ? null : parts.join('、');
}

export function roomWords({ usualRoom, bedroom }: PlanHome): Printed {
  if (usualRoom === null && bedroom === null) return null;
  return `ふだん ${usualRoom ?? '不明(要確認)'}、寝室 ${bedroom ?? '不明(要確認)'}`;
}

export function deviceWords({ device, batteryHours, watts, spare }: PlanDevice): string {
  const parts = [
    batteryHours === null ? '電池 不明' : `電池 ${batteryHours}時間`,
    watts === null ? '消費電力 不明' : `${watts}W`,
    `予備 ${spare ?? '不明'}`,
  ];
  return `${DEVICE_LABELS[device].ja}(${parts.join('、')})`;
}

export function supporterTitle({ name, relationship }: PlanSupporter | PlanContact): string {
  return relationship === null ? name : `${name}(${relationship})`;
}

export function partWords({ kind, part, hasVehicle }: PlanSupporter): Printed {
  if (kind === 'organisation' && hasVehicle === null) return part;
  const vehicle = hasVehicle === null ? '車の有無は不明' : hasVehicle ? '車を出せる' : '車はない';
  return part === null ? null : `${part}(${vehicle})`;
}

/** What was found on the way, the gravest first. Nothing found is not "nothing there". */
export function routeWords(route: PlanRoute): string[] {
  const { redMeters, anyMeters, unknownMeters } = route;
  const inside = [
    redMeters > 0 ? `特別警戒区域の中を${metersWords(redMeters)}通る` : null,
    anyMeters > redMeters
      ? `警戒区域(特別警戒区域を含む)の中を${metersWords(anyMeters)}通る`
      : null,
    unknownMeters > 0
      ? `通れるか不明な道が${metersWords(unknownMeters)}ある(現地確認が必要)`
      : null,
  ].filter((words) => words !== null);
  return anyMeters === 0 ? ['データにある区域の中は通らない', ...inside] : inside;
}

/** A list in words: '' of an empty list would be a blank, which says nothing. */
export const listed = (items: readonly string[], none: Printed): Printed =>
  items.length === 0 ? none : items.join('、');

/**
 * When to begin at the latest, by what the plan says. The supporter's way to the person is not in it, and is
 * named as left out.
 */
export function latestStartWords({ departure, route, supporters }: PlanContent): string {
  return planDeparture({
    plan: { departure, route, supporters },
    waySeconds: supporters.map(() => null),
    arrivalMinutes: {},
  }).sentence.ja;
}

/** What is to be known of the place to go to; `reason`: where it is told why this one. */
export function destinationDetails(
  destination: PlanDestination | null,
  second: PlanDestination | null,
  reason: string | null = null,
): { readonly label: string; readonly text: string | null }[] {
  if (destination === null) return [];
  return [
    { label: '種類', text: DESTINATION_WORDS[destination.kind] },
    { label: '住所', text: destination.address },
    { label: '電話', text: destination.phone },
    ...(reason === null ? [] : [{ label: '選んだ理由', text: reason }]),
    { label: '行けないとき', text: second?.name ?? null },
  ];
}
