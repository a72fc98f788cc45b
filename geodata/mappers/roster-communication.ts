import type { CommunicationNeed } from '#domain/resident/facts';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import { comparable, isNo, NOT_SAID, type Parsed, parsed, textOrNull } from './roster-text.ts';

const PATTERNS: Readonly<Record<Exclude<CommunicationNeed, 'none'>, RegExp>> = {
  perception:
    /聞こえ|聴こえ|聞き取|難聴|補聴|聴覚|耳|手話|筆談|要約筆記|見え|視覚|視力|点字|盲|失語|発語|発話|文字盤|音声情報|放送/u,
  judgement: /判断|理解|認知症|認知機能|知的|見当識|精神/u,
  language: /外国|英語|中国語|韓国語|ポルトガル語|ベトナム語|タガログ語|日本語/u,
};
const LABELS: Readonly<Record<CommunicationNeed, string>> = {
  none: '支障なし',
  perception: '見聞きに支障',
  judgement: '判断に支障',
  language: '言語に支障',
};
const FINE =
  /^(?:特に)?(?:問題|支障)(?:は)?(?:なし|無し|無|ない)$|^(?:可|可能|良好|普通|できる|会話可|会話可能)$/u;
/** 「聞こえに問題なし」 speaks of hearing and says the opposite. */
const NEGATED =
  /(?:問題|支障|困難|障害|不自由)[はがも]?(?:なし|無し|無|ない)|(?:良好|可|可能|できる)$/u;

/** 意思疎通: in what way announcements do not reach the person or cannot be judged. */
export function parseCommunication(
  cell: string | undefined,
  column = '意思疎通',
): Parsed<CommunicationNeed> {
  const text = textOrNull(cell);
  if (text === null) return NOT_SAID;
  const plain = comparable(text);
  if (isNo(text) || FINE.test(plain)) return parsed<CommunicationNeed>('none');
  const found = (Object.keys(PATTERNS) as Exclude<CommunicationNeed, 'none'>[])
    .map((need) => ({ need, at: plain.search(PATTERNS[need]) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const first = found[0];
  if (first === undefined || NEGATED.test(plain))
    return parsed<CommunicationNeed>(null, ROSTER_REASONS.unreadable(column, text));
  if (found.length === 1) return parsed<CommunicationNeed>(first.need);
  return parsed<CommunicationNeed>(
    first.need,
    ROSTER_REASONS.severalNeeds(text, LABELS[first.need]),
  );
}
