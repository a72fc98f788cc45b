import type { Bilingual } from '../resident/labels.ts';
import type { DepartureLevel } from './plan.ts';

/**
 * Minutes after a level within which somebody must have arrived, as the next one is expected then. Nobody
 * can say when the next level comes: planning values (?), for the city to set by its own rains.
 */
export const USUAL_ARRIVAL_MINUTES: Readonly<Record<DepartureLevel, number>> = { 3: 120, 4: 60 };

export const DEPARTURE_PIECES = [
  'arrival',
  'travel',
  'preparation',
  'supporter-ready',
  'supporter-way',
] as const;
export type DeparturePiece = (typeof DEPARTURE_PIECES)[number];

/** Minutes with where they come from; null = not known, which is never "none". */
export interface KnownMinutes {
  readonly minutes: number | null;
  readonly source: Bilingual;
}

/** One supporter of the plan; both are null where nobody knows. */
export interface ComingSupporter {
  readonly name: string;
  readonly ready: KnownMinutes;
  readonly way: KnownMinutes;
}

export interface DepartureQuestion {
  readonly startAt: DepartureLevel;
  /** Minutes after the level at which the person must have arrived. */
  readonly arriveWithin: KnownMinutes;
  readonly travel: KnownMinutes;
  readonly preparation: KnownMinutes;
  /** Who is needed to start; null where the person starts alone. */
  readonly supporter: ComingSupporter | null;
}

export interface DepartureLine extends KnownMinutes {
  readonly piece: DeparturePiece;
  readonly label: Bilingual;
}

/**
 * When the first call has to go out at the latest, in minutes after the level. `reckoned`: every piece is
 * known. `at-latest`: some are not, and each of them makes it earlier. `too-late`: what is known alone
 * takes longer than there is.
 */
export interface Departure {
  readonly state: 'reckoned' | 'at-latest' | 'too-late';
  /** Below 0 where it had to be before the level; null where not even the arrival is known. */
  readonly latestStartMinutes: number | null;
  /** How many minutes it is too late at the least; null where it is not. */
  readonly lateByMinutes: number | null;
  readonly lines: readonly DepartureLine[];
  readonly missing: readonly DeparturePiece[];
  readonly sentence: Bilingual;
}

export const PIECE_LABELS: Readonly<Record<DeparturePiece, Bilingual>> = {
  arrival: { ja: '避難を終えている時刻', en: 'Time of arrival' },
  travel: { ja: '避難先までの移動', en: 'Way to the destination' },
  preparation: { ja: '支度', en: 'Getting ready' },
  'supporter-ready': { ja: '支援者が出るまで', en: 'Until the supporter sets out' },
  'supporter-way': { ja: '支援者が来るまで', en: "The supporter's way to the person" },
};

/**
 * Latest start = arrival − travel − preparation − the supporter's readiness and way to the person, one after
 * the other: nobody counts on being got ready before help is there. Whole minutes, rounded to the earlier.
 */
export function reckonDeparture(question: DepartureQuestion): Departure {
  const lines = linesOf(question);
  const [arrival, ...pieces] = lines;
  const missing = lines.filter(({ minutes }) => minutes === null).map(({ piece }) => piece);
  const within = arrival?.minutes ?? null;
  const taken = pieces.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const latest = within === null ? null : Math.floor(within - taken);
  const isTooLate = latest !== null && latest < 0;
  const state = isTooLate ? 'too-late' : missing.length > 0 ? 'at-latest' : 'reckoned';
  const lateByMinutes = isTooLate ? -latest : null;
  return {
    ...{ state, latestStartMinutes: latest, lateByMinutes, lines, missing },
    sentence: sentenceOf(question.startAt, latest, missing),
  };
}

function linesOf(question: DepartureQuestion): DepartureLine[] {
  const { arriveWithin, travel, preparation, supporter } = question;
  const line = (piece: DeparturePiece, { minutes, source }: KnownMinutes): DepartureLine => {
    if (minutes !== null && !(minutes >= 0 && minutes < Infinity))
      throw new RangeError(`${piece}: expected minutes from 0, got ${minutes}`);
    return { piece, label: PIECE_LABELS[piece], minutes, source };
  };
  return [
    line('arrival', arriveWithin),
    line('travel', travel),
    line('preparation', preparation),
    ...(supporter === null
      ? []
      : [line('supporter-ready', supporter.ready), line('supporter-way', supporter.way)]),
  ];
}

function sentenceOf(
  level: DepartureLevel,
  latest: number | null,
  missing: readonly DeparturePiece[],
): Bilingual {
  const without = {
    ja: missing.map((piece) => PIECE_LABELS[piece].ja).join('、'),
    en: missing.map((piece) => PIECE_LABELS[piece].en.toLowerCase()).join(', '),
  };
  if (latest === null)
    return {
      ja: `いつまでに始めるか計算できません(不明: ${without.ja})`,
      en: `The latest start cannot be reckoned (not known: ${without.en})`,
    };
  const more = {
    ja: missing.length === 0 ? '' : `(${without.ja}を含まない)`,
    en: missing.length === 0 ? '' : `, without ${without.en}`,
  };
  if (latest < 0)
    return {
      ja: `警戒レベル${level}の発表から始めても${-latest}分足りません${more.ja}`,
      en: `Beginning with level ${level} is ${-latest} min too late${more.en}`,
    };
  return missing.length === 0
    ? {
        ja: `警戒レベル${level}の発表から${latest}分後までに始める計算です`,
        en: `By reckoning, to be begun within ${latest} min of level ${level}`,
      }
    : {
        ja: `遅くとも警戒レベル${level}の発表から${latest}分後${more.ja}`,
        en: `At the latest ${latest} min after level ${level}${more.en}`,
      };
}
