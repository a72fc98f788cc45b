import type { Sex } from '#domain/resident/roster-entry';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import { comparable, NOT_SAID, type Parsed, parsed, textOrNull } from './roster-text.ts';

/** Words, and the codes of JIS X 0303 (1 male, 2 female). 0 and 9 say that it is not known. */
const SEX_WORDS: ReadonlyMap<string, Sex | null> = new Map<string, Sex | null>([
  ...['男', '男性', 'M', 'MALE', '1', '01'].map((word): [string, Sex] => [word, 'male']),
  ...['女', '女性', 'F', 'FEMALE', '2', '02'].map((word): [string, Sex] => [word, 'female']),
  ...['その他', 'OTHER', 'X'].map((word): [string, Sex] => [word, 'other']),
  ...['0', '9', '回答なし', '無回答'].map((word): [string, null] => [word, null]),
]);

export function parseSex(cell: string | undefined, column = '性別'): Parsed<Sex> {
  const text = textOrNull(cell);
  if (text === null) return NOT_SAID;
  const sex = SEX_WORDS.get(comparable(text));
  return sex === undefined
    ? parsed<Sex>(null, ROSTER_REASONS.unreadable(column, text))
    : parsed(sex);
}
