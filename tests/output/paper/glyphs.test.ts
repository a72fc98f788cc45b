import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAPER_FONTS, paperCoverages } from '../../../server/output/paper/fonts.ts';
import { fitSheet } from '../../../server/output/paper/glyphs/fit-sheet.ts';
import { fitText } from '../../../server/output/paper/glyphs/fit-text.ts';
import { readFontCoverage } from '../../../server/output/paper/glyphs/font-coverage.ts';

const fonts = paperCoverages();
const fitted = (text: string) => fitText(text, fonts);

describe('characters and fonts', () => {
  it.each(['髙﨑', '𠮷野', '𡈽', '①㈱', '鷗', '葛飾', 'カクウ タロウ', 'Ⓐ'])('has %s', (text) => {
    expect(fitted(text)).toEqual({ text, findings: [] });
  });

  it('puts a geta mark for a private-use character and tells its code', () => {
    expect(fitted('山\uE000太')).toEqual({
      text: '山〓太',
      findings: [{ kind: 'missing', character: '\uE000', code: 'U+E000', printedAs: '〓' }],
    });
  });

  it('takes the font that has the form which a variation sequence asks for', () => {
    // The second font alone has this form of 葛; the first has the character.
    const { text, findings } = fitted('葛\u{E0100}城');
    expect(findings).toEqual([]);
    const pieces = typeof text === 'string' ? [{ text, family: 'any' }] : text;
    expect(pieces.map((piece) => piece.text).join('')).toBe('葛\u{E0100}城');
    const holder = pieces.find((piece) => piece.text.includes('\u{E0100}'))!;
    const font = fonts.find(({ family }) => family === holder.family) ?? fonts[0]!;
    expect(font.hasSequence('葛'.codePointAt(0)!, 0xe0100)).toBe(true);
  });

  it('names for each piece a font that has all of its characters', () => {
    const { text } = fitted('葛\u{E0101}城𠮷㈱\u{E0101}');
    const pieces = typeof text === 'string' ? [] : text;
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) {
      const font = fonts.find(({ family }) => family === piece.family)!;
      for (const character of piece.text.replaceAll(/[\u{E0100}-\u{E01EF}]/gu, ''))
        expect(font.has(character.codePointAt(0)!), character).toBe(true);
    }
  });

  it('prints the usual form where no font has the one that is asked for, and says so', () => {
    const { text, findings } = fitted('川\u{E01EF}');
    expect(text).toBe('川');
    expect(findings).toEqual([
      { kind: 'base-form', character: '川\u{E01EF}', code: 'U+5DDD U+E01EF', printedAs: '川' },
    ]);
  });

  it('makes a space of control characters, and nothing of what is never seen', () => {
    expect(fitted('山\u0007田\u200B\u202E一\nに').text).toBe('山 田一\nに');
    expect(fitted('\u{E0100}山')).toEqual({ text: '山', findings: [] });
  });

  it('has the same characters in each weight that is printed', () => {
    for (const { family, folders, file } of PAPER_FONTS) {
      const usual = readFontCoverage(family, file);
      const bold = folders
        .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
        .find((name) => /Bold\.(otf|ttf)$/.test(name))!;
      const other = readFontCoverage(family, bold);
      expect(dirname(bold)).not.toBe('');
      for (let code = 0x20; code < 0x2ffff; code++)
        if (usual.has(code) !== other.has(code)) expect.fail(`${family} U+${code.toString(16)}`);
    }
  });

  it('tells in which field of a sheet the character stands', () => {
    const sheet = {
      person: { name: '\uE000', kana: null },
      blocks: [
        {
          kind: 'table',
          title: { ja: '連絡先', en: '' },
          heads: ['氏名', '電話'],
          rows: [['\uE001', null]],
        },
      ],
    };
    const { data, findings } = fitSheet(sheet, fonts);
    expect(findings.map(({ field, code }) => `${field}: ${code}`)).toEqual([
      '氏名: U+E000',
      '連絡先 氏名: U+E001',
    ]);
    expect(JSON.stringify(data)).not.toMatch(/[\uE000-\uF8FF]/);
  });
});
