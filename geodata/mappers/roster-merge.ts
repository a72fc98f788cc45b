import type { Disability } from '#domain/resident/disability';
import type { SupporterEntry } from '#domain/resident/roster-entry';
import type { ImportReason } from '#geodata/item';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import { uniqueDisabilities } from './disability.ts';
import type { RosterDraft } from './roster-row.ts';
import { comparable } from './roster-text.ts';

/** Facts that a person has one of; a second value is a contradiction. */
const SINGLE = {
  nameKana: 'フリガナ',
  birthDate: '生年月日',
  sex: '性別',
  address: '住所',
  phone: '電話番号',
  districtName: '地区',
  careLevel: '要介護度',
  household: '世帯の状況',
  communication: '意思疎通',
  plan: '個別避難計画',
} as const;
type SingleField = keyof typeof SINGLE;

type Identity = Pick<RosterDraft, 'name' | 'birthDate'>;

/** Same number, but neither the name nor the birth date fits: a wrong number, not another row. */
export function isAnotherPerson(first: Identity, next: Identity): boolean {
  return (
    differs(first.name || null, next.name || null) &&
    first.birthDate !== null &&
    next.birthDate !== null &&
    first.birthDate !== next.birthDate
  );
}

/** Adds a further row of the same person: lists are united, of contradicting values the earlier stays. */
export function mergeRosterRows(first: RosterDraft, next: RosterDraft): RosterDraft {
  const repairs: ImportReason[] = [...first.repairs, ...next.repairs];
  const contradiction = (column: string) =>
    repairs.push(ROSTER_REASONS.contradiction(column, next.rowNumber));
  if (differs(first.name, next.name)) contradiction('氏名');
  for (const field of Object.keys(SINGLE) as SingleField[])
    if (differs(first[field], next[field])) contradiction(SINGLE[field]);
  if (
    first.located &&
    next.located &&
    String(first.located.position) !== String(next.located.position)
  )
    contradiction('緯度・経度');

  const unite = <T>(
    column: string,
    a: readonly T[] | null,
    b: readonly T[] | null,
    tidy: (all: readonly T[]) => readonly T[],
  ): readonly T[] | null => {
    if (a === null || b === null) return a ?? b;
    if ((a.length === 0) !== (b.length === 0))
      repairs.push(ROSTER_REASONS.noneContradicted(column, next.rowNumber));
    return tidy([...a, ...b]);
  };
  const careFrom = first.careLevel === null ? next : first;
  return {
    rowNumber: first.rowNumber,
    rosterNumber: first.rosterNumber,
    name: first.name ?? next.name,
    nameKana: first.nameKana ?? next.nameKana,
    birthDate: first.birthDate ?? next.birthDate,
    sex: first.sex ?? next.sex,
    address: first.address ?? next.address,
    phone: first.phone ?? next.phone,
    districtName: first.districtName ?? next.districtName,
    reason: joinTexts(first.reason, next.reason, '、'),
    careLevel: careFrom.careLevel,
    careForm: careFrom.careForm,
    disabilities: unite<Disability>(
      '障害',
      first.disabilities,
      next.disabilities,
      uniqueDisabilities,
    ),
    devices: unite('医療機器', first.devices, next.devices, (all) => [...new Set(all)]),
    household: first.household ?? next.household,
    communication: first.communication ?? next.communication,
    plan: first.plan ?? next.plan,
    supporters: unite('支援者', first.supporters, next.supporters, uniqueSupporters),
    notes: joinTexts(first.notes, next.notes, '\n'),
    located: first.located ?? next.located,
    repairs: uniqueReasons(repairs),
  };
}

/** Texts differ if they still do without spaces, width and variation selectors. */
function differs(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b && comparable(a) !== comparable(b);
}

/** The same text in every row of a person is said once. */
function joinTexts(a: string | null, b: string | null, separator: string): string | null {
  if (a === null || b === null) return a ?? b;
  return a.split(separator).includes(b) ? a : a + separator + b;
}

/** One name is one supporter, unless both phone and address say that it is a namesake. */
function uniqueSupporters(supporters: readonly SupporterEntry[]): SupporterEntry[] {
  const byPerson = new Map<string, SupporterEntry>();
  for (const supporter of supporters) {
    const key = comparable(supporter.name);
    const known = byPerson.get(key);
    if (known === undefined) byPerson.set(key, supporter);
    else if (differs(known.phone, supporter.phone) && differs(known.address, supporter.address))
      byPerson.set(`${key} ${supporter.phone}`, supporter);
    else
      byPerson.set(key, {
        name: known.name,
        relationship: joinTexts(known.relationship, supporter.relationship, '、'),
        phone: joinTexts(known.phone, supporter.phone, '、'),
        address: joinTexts(known.address, supporter.address, '、'),
      });
  }
  return [...byPerson.values()];
}

function uniqueReasons(reasons: readonly ImportReason[]): ImportReason[] {
  return [...new Map(reasons.map((reason) => [reason.ja, reason])).values()];
}
