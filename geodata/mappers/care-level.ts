import { CARE_LEVELS, type CareLevel } from '#domain/resident/care-level';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import {
  comparable,
  NOT_SAID,
  type Parsed,
  parsed,
  singleDigit,
  textOrNull,
} from './roster-text.ts';

const WORDS: ReadonlyMap<string, CareLevel> = new Map([
  ['非該当', '01'],
  ['自立', '01'],
  ['該当なし', '01'],
  ['該当無し', '01'],
  ['認定なし', '01'],
  ['認定無し', '01'],
  ['なし', '01'],
  ['無し', '01'],
  ['無', '01'],
  ['事業対象者', '06'],
  ['事業対象', '06'],
  ['総合事業対象者', '06'],
  ['経過的要介護', '11'],
]);

const SUPPORT: readonly CareLevel[] = ['12', '13'];
const CARE: readonly CareLevel[] = ['21', '22', '23', '24', '25'];
const DIGIT = '([1-9一二三四五]|I{1,3}|IV|V)';

/** How the level was written; a bare digit may be a code that lost its leading zero. */
export interface ParsedCareLevel extends Parsed<CareLevel> {
  readonly form: 'word' | 'code' | 'digit' | null;
}

/**
 * 要介護状態区分 in the forms that files use: code (`23`), words (`要介護3`, `介3`, `要支援1`, `支1`,
 * full-width, kanji digits, a remark in brackets) or a bare `1`–`5`, which is a care level. What
 * is not understood stays unknown: 未申請 or 申請中 is not 非該当.
 */
export function parseCareLevel(cell: string | undefined, column = '要介護度'): ParsedCareLevel {
  const text = textOrNull(cell);
  if (text === null) return { ...NOT_SAID, form: null };
  const plain = comparable(text).replace(/\(.*\)$/u, '');
  const level = fromCode(plain) ?? fromWord(plain) ?? fromBareDigit(plain);
  if (level !== null) return level;
  return { ...parsed<CareLevel>(null, ROSTER_REASONS.unreadable(column, text)), form: null };
}

function fromCode(plain: string): ParsedCareLevel | null {
  const code = CARE_LEVELS.find((level) => level === plain);
  return code === undefined ? null : { ...parsed(code), form: 'code' };
}

function fromWord(plain: string): ParsedCareLevel | null {
  const fixed = WORDS.get(plain);
  if (fixed !== undefined) return { ...parsed(fixed), form: 'word' };
  const care = new RegExp(`^(?:要?介護?度?|介護度要介護)${DIGIT}$`, 'u').exec(plain);
  const support = new RegExp(`^(?:要?支援?|介護度要支援)${DIGIT}$`, 'u').exec(plain);
  const level = levelAt(CARE, care?.[1]) ?? levelAt(SUPPORT, support?.[1]);
  return level === null ? null : { ...parsed(level), form: 'word' };
}

function fromBareDigit(plain: string): ParsedCareLevel | null {
  const level = /^[1-5]$/.test(plain) ? levelAt(CARE, plain) : null;
  return level === null ? null : { ...parsed(level), form: 'digit' };
}

function levelAt(levels: readonly CareLevel[], digit: string | undefined): CareLevel | null {
  const number = digit === undefined ? null : singleDigit(digit);
  return number === null ? null : (levels[number - 1] ?? null);
}
