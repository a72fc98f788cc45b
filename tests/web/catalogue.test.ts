import { describe, expect, test } from 'vitest';
import { english } from '../../web/i18n/english.ts';
import { japanese } from '../../web/i18n/messages.ts';

type Texts = [path: string, text: string][];

/** Every text of a catalogue; a text with gaps is filled with a mark. */
function textsOf(value: unknown, path = ''): Texts {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const gaps = Array.from({ length: value.length }, () => '7');
    const filled: unknown = value(...(path.endsWith('join') ? [['7', '7']] : gaps));
    return [[path, String(filled)]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => textsOf(child, `${path}.${key}`));
}

/** Of each file of a language: those of a place that is fetched later stand outside of the first catalogue. */
const ofPlaces = (language: 'ja' | 'en') =>
  Object.values(
    language === 'ja'
      ? import.meta.glob<object>('../../web/i18n/ja/*.ts', { eager: true })
      : import.meta.glob<object>('../../web/i18n/en/*.ts', { eager: true }),
  );
const ja = textsOf(Object.assign({}, japanese, ...ofPlaces('ja')));
const en = textsOf(Object.assign({}, english, ...ofPlaces('en')));
/** What is said in the other language on purpose: the way to it, and heads of columns as files have them. */
const CROSSING = [
  ...['.frame.switchLanguage', '.frame.language'],
  ...['.charts.figures.explain', '.resources.importHint'],
];

describe('the message catalogue', () => {
  test('says the same things in both languages', () => {
    expect(en.map(([path]) => path)).toEqual(ja.map(([path]) => path));
    expect(ja.length).toBeGreaterThan(250);
  });

  test('leaves no text empty and no English text in Japanese', () => {
    expect([...ja, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
    const japaneseLetters = /[\u3040-\u30ff\u4e00-\u9fff]/;
    const strays = en.filter(
      ([path, text]) => japaneseLetters.test(text) && !CROSSING.includes(path),
    );
    expect(strays).toEqual([]);
  });

  test('never calls a place safe', () => {
    const safe = [...ja, ...en].filter(([, text]) => /安全|\bsafe(?:ly|ty)?\b/i.test(text));
    expect(safe).toEqual([]);
  });
});
