import type { SupporterEntry } from '#domain/resident/roster-entry';
import type { ImportReason } from '#geodata/item';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import type { SupporterMapping } from './roster-mapping.ts';
import { parsePhone } from './roster-phone.ts';
import { isNo, type Parsed, parsed, textOrNull } from './roster-text.ts';

/**
 * Supporters of one row. `[]` where every name column says "none", `null` where nothing is said. One
 * without a name is left out: an unnamed supporter must not count as help.
 */
export function parseSupporters(
  record: Readonly<Record<string, string>>,
  mappings: readonly SupporterMapping[],
): Parsed<readonly SupporterEntry[]> {
  const supporters: SupporterEntry[] = [];
  const repairs: ImportReason[] = [];
  let saysNone = false;
  for (const mapping of mappings) {
    const cell = (header: string | undefined) =>
      header === undefined ? null : textOrNull(record[header]);
    const name = cell(mapping.name);
    const phone = parsePhone(cell(mapping.phone) ?? undefined);
    const rest = {
      relationship: cell(mapping.relationship),
      phone: phone.value,
      address: cell(mapping.address),
    };
    if (name !== null && isNo(name)) saysNone = true;
    else if (name !== null) {
      supporters.push({ name, ...rest });
      repairs.push(...phone.repairs);
    } else if (rest.relationship !== null || rest.phone !== null || rest.address !== null)
      repairs.push(ROSTER_REASONS.supporterNameMissing());
  }
  if (supporters.length > 0 || (saysNone && repairs.length === 0))
    return parsed(supporters, ...repairs);
  return parsed<readonly SupporterEntry[]>(null, ...repairs);
}
