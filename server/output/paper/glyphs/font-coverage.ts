import { readFileSync } from 'node:fs';
import opentype from 'opentype.js';

/** What a font has glyphs for. */
export interface FontCoverage {
  /** As the templates name it. */
  readonly family: string;
  has(codePoint: number): boolean;
  /** A variation sequence (UTS 37): a base character and the selector of one of its forms. */
  hasSequence(base: number, selector: number): boolean;
}

/** Reads the character map of a font file (OpenType `cmap`, format 14 for the sequences). */
export function readFontCoverage(family: string, file: string): FontCoverage {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  // A file's own buffer: of a small one Node may give a part of a larger one.
  const font = opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer, {
    lowMemory: true,
  });
  const { glyphIndexMap, varSelectorList } = font.tables.cmap;
  return {
    family,
    has: (codePoint) => (glyphIndexMap[codePoint] ?? 0) > 0,
    hasSequence(base, selector) {
      const forms = varSelectorList?.[selector];
      if (forms === undefined) return false;
      const isUsual = forms.defaultUVS?.ranges.some(
        ({ startUnicodeValue: start, additionalCount }) =>
          start <= base && base <= start + additionalCount,
      );
      return isUsual === true || forms.nonDefaultUVS?.uvsMappings[base] !== undefined;
    },
  };
}
