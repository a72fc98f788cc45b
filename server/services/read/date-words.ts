import type { Bilingual } from '#domain/resident/labels';

const FIRST_YEAR_OF_REIWA = 2019;

/** A date as a Japanese office writes it, e.g. 2024年11月30日(令和6年); the date is YYYY-MM-DD. */
export function dateWords(date: string): Bilingual {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const western = `${year}年${month}月${day}日`;
  const reiwa = year - FIRST_YEAR_OF_REIWA + 1;
  const isReiwa = date >= '2019-05-01';
  const era = reiwa === 1 ? '元' : String(reiwa);
  return { ja: isReiwa ? `${western}(令和${era}年)` : western, en: date };
}

/** When the zone data is of, for every dataset in force; a file may not say. */
export function asOfWords(dates: readonly (string | null)[]): Bilingual {
  const words = [...new Set(dates)].map((date) =>
    date === null ? { ja: '時点不明', en: 'of unknown date' } : dateWords(date),
  );
  return {
    ja: `区域データ ${words.map(({ ja }) => ja).join('、')}`,
    en: `zone data ${words.map(({ en }) => en).join(', ')}`,
  };
}
