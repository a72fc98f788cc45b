import {
  CONSENT_PURPOSES,
  CONSENT_STATES,
  type ConsentPurpose,
  type ConsentState,
} from '#domain/access/consent';
import type { ConsentRecord } from '#domain/access/consent-record';
import { CONSENT_REASONS } from '#geodata/consent-reasons';
import type { ImportReason } from '#geodata/item';
import { parseJapaneseDate } from './japanese-date.ts';
import { comparable, isNo, isYes, oneSpelling, textOrNull } from './roster-text.ts';

/** Headers of the template; each with others that lists of cities have. */
export const CONSENT_COLUMNS = {
  rosterNumber: ['名簿番号', '整理番号', '管理番号', 'rosterNumber'],
  purpose: ['目的', '同意の目的', '提供の目的', 'purpose'],
  state: ['状態', '同意の状態', '同意状況', '同意', 'state'],
  decidedOn: ['年月日', '同意年月日', '確認年月日', '日付', 'date'],
  explainedBy: ['説明した人', '説明者', '担当者', 'explainedBy'],
  onPaper: ['書面', '書面の有無', '同意書', 'onPaper'],
} as const;
type Field = keyof typeof CONSENT_COLUMNS;
export type ConsentHeaders = Readonly<Partial<Record<Field, string>>>;

const PURPOSES: Readonly<Record<ConsentPurpose, readonly string[]>> = {
  roster: ['roster', '名簿', '名簿情報', '名簿の提供', '名簿情報の提供'],
  plan: ['plan', '計画', '個別避難計画', '個別計画', '計画の提供', '個別避難計画の提供'],
};
const STATES: Readonly<Record<ConsentState, readonly string[]>> = {
  'not-asked': ['not-asked', '未確認', '未実施', '未'],
  asked: ['asked', '確認中', '回答待ち', '返事待ち', '依頼中', '未回答'],
  agreed: ['agreed', '同意', '同意あり', '同意有', '同意する', '同意済', '同意済み'],
  refused: ['refused', '不同意', '拒否', '同意なし', '同意無', '同意しない', '辞退'],
  withdrawn: ['withdrawn', '撤回', '同意の撤回', '同意撤回', '取消', '取り消し'],
};

/** Which header holds what; null where a row would not say whose, for what and which consent it is. */
export function consentHeaders(headers: readonly string[]): ConsentHeaders | null {
  const found: Partial<Record<Field, string>> = {};
  for (const [field, names] of Object.entries(CONSENT_COLUMNS) as [Field, readonly string[]][]) {
    const header = names
      .map((name) => headers.find((one) => comparable(one) === comparable(name)))
      .find((one) => one !== undefined);
    if (header !== undefined) found[field] = header;
  }
  const isComplete = found.rosterNumber !== undefined && found.purpose !== undefined;
  return isComplete && found.state !== undefined ? found : null;
}

export type ReadConsent =
  | { readonly value: ConsentRecord; readonly repairs: readonly ImportReason[] }
  | { readonly reason: ImportReason };

/** A row as a consent, or why it is none: what is unclear is never taken for a consent. */
export function readConsentRow(
  record: Readonly<Record<string, string>>,
  headers: ConsentHeaders,
): ReadConsent {
  const cell = (field: Field) => {
    const header = headers[field];
    return header === undefined ? '' : (record[header]?.trim() ?? '');
  };
  const rosterNumber = textOrNull(oneSpelling(cell('rosterNumber')));
  if (rosterNumber === null) return { reason: CONSENT_REASONS.numberMissing };
  const purpose = named(CONSENT_PURPOSES, PURPOSES, cell('purpose'));
  if (purpose === null) return { reason: CONSENT_REASONS.purposeUnknown(cell('purpose')) };
  const state = named(CONSENT_STATES, STATES, cell('state'));
  if (state === null) return { reason: CONSENT_REASONS.stateUnknown(cell('state')) };
  const date = parseJapaneseDate(cell('decidedOn'), { column: '年月日' });
  if (date.value === null && textOrNull(cell('decidedOn')) !== null)
    return { reason: CONSENT_REASONS.dateUnreadable(cell('decidedOn')) };
  const explainedBy = textOrNull(cell('explainedBy'));
  const isDecided = state !== 'not-asked' && state !== 'asked';
  if (isDecided && (date.value === null || explainedBy === null))
    return { reason: CONSENT_REASONS.undecidedDate };
  const paper = textOrNull(cell('onPaper'));
  const isUnclear = paper !== null && !isYes(paper) && !isNo(paper);
  return {
    value: {
      ...{ rosterNumber, purpose, state, explainedBy },
      decidedOn: date.value,
      onPaper: paper !== null && isYes(paper),
    },
    repairs: [...date.repairs, ...(isUnclear ? [CONSENT_REASONS.paperUnreadable(paper)] : [])],
  };
}

function named<Name extends string>(
  names: readonly Name[],
  spellings: Readonly<Record<Name, readonly string[]>>,
  text: string,
): Name | null {
  const said = comparable(text);
  return names.find((name) => spellings[name].some((one) => comparable(one) === said)) ?? null;
}
