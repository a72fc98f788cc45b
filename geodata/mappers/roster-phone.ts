import { ROSTER_REASONS } from '#geodata/roster-reasons';
import { comparable, NOT_SAID, type Parsed, parsed, textOrNull } from './roster-text.ts';

/**
 * A phone number as written. Spreadsheets take 0829301234 for a number and drop the zero; every
 * Japanese number begins with one, so 9 digits, or 10 that begin as a mobile or IP number does, had one.
 */
export function parsePhone(cell: string | undefined): Parsed<string> {
  const text = textOrNull(cell);
  if (text === null) return NOT_SAID;
  const digits = comparable(text);
  if (/^[1-9][0-9]{8}$|^[5-9]0[0-9]{8}$/.test(digits))
    return parsed(`0${digits}`, ROSTER_REASONS.phoneZeroRestored());
  return parsed(text);
}
