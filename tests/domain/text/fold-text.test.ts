import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldAddress, foldText } from '#domain/text/fold-text';

describe('one spelling for finding', () => {
  test.each([
    ['ﾜﾀﾅﾍﾞ ﾕｳｺ', 'わたなべ ゆうこ'],
    ['渡邉', '渡辺'],
    ['髙橋', '高橋'],
    ['濵﨑', '浜崎'],
    ['シヨウジ', 'しょうじ'],
    ['R‐0012', 'r0012'],
    ['佐藤 花子', '佐藤花子'],
    ['シーサイド', 'シ-サイド'],
    ['辻󠄀', '辻'],
  ])('%s is %s', (a, b) => expect(foldText(a)).toBe(foldText(b)));

  test.each([
    ['阿品二丁目3番地の5号', '阿品2-3-5'],
    ['阿品十二丁目3番', '阿品12丁目3'],
    ['大字阿品 12番地', '阿品12'],
    ['阿品2-3', '阿品２−３'],
  ])('the address %s is %s', (a, b) => expect(foldAddress(a)).toBe(foldAddress(b)));

  test('numbers of an address stay apart', () => {
    expect(foldAddress('阿品2-3')).not.toBe(foldAddress('阿品23'));
    expect(foldText('佐藤')).not.toBe(foldText('斎藤'));
  });

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { examples: [['\u{1D157}\u{1D165}\uFC5E']] },
    );
  });
});
