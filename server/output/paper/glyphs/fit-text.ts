import type { FontCoverage } from './font-coverage.ts';

/** A character of a text that cannot be printed as it was received. */
export interface GlyphFinding {
  /**
   * `missing`: no font has it, the geta mark 〓 stands in its place. `base-form`: the fonts have the character and
   * not the form that the variation sequence asks for.
   */
  readonly kind: 'missing' | 'base-form';
  readonly character: string;
  /** E.g. `U+E000`, `U+8FBB U+E0102`. */
  readonly code: string;
  readonly printedAs: string;
}

/** A text to be printed, or its pieces where one needs another font than the first that has its characters. */
export type FittedText = string | readonly { readonly text: string; readonly family: string }[];

export interface Fitted {
  readonly text: FittedText;
  readonly findings: readonly GlyphFinding[];
}

/** What Japanese typesetting puts where a character is not at hand. */
export const GETA = '〓';

/**
 * A text as the fonts can print it, in their order: never a blank, never a box. Every character that is printed
 * as something else is told.
 */
export function fitText(text: string, fonts: readonly FontCoverage[]): Fitted {
  const first = fonts[0];
  if (first === undefined) throw new Error('text cannot be fitted to no font');
  if (isOrdinary(text, fonts)) return { text, findings: [] };
  const pieces: { text: string; family: string }[] = [];
  /** Whether somewhere another font than the first that has the character is needed. */
  let isChosen = false;
  const findings: GlyphFinding[] = [];
  const add = (piece: string, family: string) => {
    const last = pieces.at(-1);
    if (last?.family === family) last.text += piece;
    else pieces.push({ text: piece, family });
  };
  const characters = [...text];
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index]!;
    const next = characters[index + 1];
    const selector = next !== undefined && isSelector(next) ? next : null;
    if (selector !== null) index++;
    const codePoint = character.codePointAt(0)!;
    if (isSpace(character)) {
      add(character === '\n' ? '\n' : ' ', first.family);
      continue;
    }
    // A selector without a base, joiners, direction marks: nothing is seen of them.
    if (isSelector(character) || /^\p{Default_Ignorable_Code_Point}$/u.test(character)) continue;
    const received = character + (selector ?? '');
    const holder = fonts.find((font) => font.has(codePoint));
    if (holder === undefined) {
      add(GETA, first.family);
      findings.push({
        kind: 'missing',
        character: received,
        code: codeOf(received),
        printedAs: GETA,
      });
      continue;
    }
    const former =
      selector === null
        ? holder
        : fonts.find((font) => font.hasSequence(codePoint, selector.codePointAt(0)!));
    if (former === undefined) {
      add(character, holder.family);
      const code = codeOf(received);
      findings.push({ kind: 'base-form', character: received, code, printedAs: character });
    } else {
      add(received, former.family);
      if (former !== holder) isChosen = true;
    }
  }
  return { text: isChosen ? pieces : pieces.map((piece) => piece.text).join(''), findings };
}

/** Nearly every text: characters that the fonts have, and nothing that asks for more. */
function isOrdinary(text: string, fonts: readonly FontCoverage[]): boolean {
  if (/[\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text)) return false;
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    if (!isSpace(character) && !fonts.some((font) => font.has(codePoint))) return false;
  }
  return !/[^\S ]/.test(text);
}

const isSelector = (character: string) => /^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u.test(character);
/** Spaces and control characters of every kind take a space. */
const isSpace = (character: string) => /^[\s\p{Cc}]$/u.test(character);

function codeOf(text: string): string {
  return [...text]
    .map((one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
