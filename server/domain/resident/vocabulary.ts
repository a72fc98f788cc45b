/**
 * Numbers the words of a closed vocabulary, told apart by length, first and last character. A text that has just
 * come from the database has no hash yet: looking it up in a Map reads all of it and costs twenty
 * times as much.
 */
export class Vocabulary<Word extends string> {
  readonly words: readonly Word[];
  readonly #codeBySlot: Uint8Array;
  readonly #signatureBySlot: Uint32Array;
  readonly #multiplier: number;

  /** Throws where two words agree in length, first and last character. */
  constructor(words: readonly Word[]) {
    this.words = words;
    if (new Set(words.map(signature)).size !== words.length)
      throw new Error(`Words that length and end letters do not tell apart: ${words.join(', ')}`);
    let multiplier = FIRST_MULTIPLIER;
    while (new Set(words.map((word) => slot(signature(word), multiplier))).size !== words.length)
      multiplier += MULTIPLIER_STEP;
    this.#multiplier = multiplier;
    this.#codeBySlot = new Uint8Array(SLOTS);
    this.#signatureBySlot = new Uint32Array(SLOTS);
    for (const [index, word] of words.entries()) {
      this.#codeBySlot[slot(signature(word), multiplier)] = index + 1;
      this.#signatureBySlot[slot(signature(word), multiplier)] = signature(word);
    }
  }

  /** The vocabulary's own text for one that was read. Throws on a word of another vocabulary. */
  wordOf(text: string): Word {
    const word = this.words[this.codeOf(text) - 1];
    if (word === undefined) throw new Error(`Not of this vocabulary: ${text}`);
    return word;
  }

  /** 0 for null, otherwise the place of the word counted from 1. Throws on a word of another vocabulary. */
  codeOf(word: string | null): number {
    if (word === null) return 0;
    const sign = signature(word);
    const at = slot(sign, this.#multiplier);
    if (this.#signatureBySlot[at] !== sign) throw new Error(`Not of this vocabulary: ${word}`);
    return this.#codeBySlot[at] ?? 0;
  }
}

const SLOTS = 64;
/** Odd and large, so that the top six bits of a product mix all of the signature. */
const FIRST_MULTIPLIER = 0x9e3779b1;
const MULTIPLIER_STEP = 0x3c6ef372;

function slot(sign: number, multiplier: number): number {
  return Math.imul(sign, multiplier) >>> 26;
}

function signature(word: string): number {
  const last = word.length - 1;
  return ((last << 16) | (word.charCodeAt(0) << 8) | word.charCodeAt(last)) >>> 0;
}
