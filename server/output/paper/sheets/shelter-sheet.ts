import type { PlanDevice } from '#domain/plan/plan';
import type { Block, Printed, Sheet } from '../sheet.ts';
import { CONFIDENTIAL, stageWarning } from './notices.ts';
import type { PlanOnPaper } from './plan-on-paper.ts';
import { dateWithEra, deviceWords, LEVEL_WORDS, listed, MEANS_WORDS } from './plan-words.ts';

interface ShelterOnPaper {
  readonly municipalityName: string;
  readonly shelterName: string;
  /** Plans whose first destination it is, as far as the reader may see them. */
  readonly plans: readonly PlanOnPaper[];
  readonly printedOn: string;
}

/**
 * Whom a shelter expects, and what it has to have ready for them. Neither the address and the state of the home
 * nor the way there: it does not need them.
 */
export function shelterSheet({ plans, ...shelter }: ShelterOnPaper): Sheet {
  const notInUse = plans.filter(({ stage }) => stageWarning(stage) !== null).length;
  return {
    municipality: shelter.municipalityName,
    title: { ja: `受け入れ予定者 ${shelter.shelterName}`, en: 'Expected at the shelter' },
    person: null,
    subtitle: [`${plans.length}人`, `${dateWithEra(shelter.printedOn)}に印刷`],
    planAddress: null,
    warning:
      notInUse === 0
        ? null
        : `このうち${notInUse}人の計画は、まだ運用していないか、見直しが必要です。`,
    footer: CONFIDENTIAL,
    blocks: [summary(plans), list(plans), ...plans.map(needs)],
  };
}

function summary(plans: readonly PlanOnPaper[]): Block {
  const devices = plans.flatMap(({ content }) => content.body.devices);
  const lying = plans.filter(({ content }) => content.means === 'stretcher').length;
  const sitting = plans.filter(({ content }) => content.means === 'wheelchair').length;
  const unknownMeans = plans.filter(({ content }) => content.means === null).length;
  return {
    kind: 'rows',
    title: { ja: 'そなえるもの', en: 'What to have ready' },
    rows: [
      {
        label: '来る手段',
        text: `ストレッチャー ${lying}人、車いす ${sitting}人、手段が不明 ${unknownMeans}人`,
      },
      { label: '電源', text: powerWords(devices) },
    ],
  };
}

/** What is not known is not counted as nothing. */
function powerWords(devices: readonly PlanDevice[]): string {
  const watts = devices.reduce((sum, device) => sum + (device.watts ?? 0), 0);
  const unknown = devices.filter((device) => device.watts === null).length;
  const more = unknown === 0 ? '' : `、ほかに消費電力の不明な機器 ${unknown}台(要確認)`;
  return `医療機器 ${devices.length}台、あわせて${watts}W${more}`;
}

function list(plans: readonly PlanOnPaper[]): Block {
  return {
    kind: 'table',
    title: { ja: '一覧', en: 'List' },
    heads: ['氏名(フリガナ)', '年齢', '出発', '手段', '到着', '時刻'],
    widths: [46, 18, 46, 28, 13, 18],
    rows: plans.map(({ person, content: { means, departure } }) => [
      person.nameKana === null ? person.name : `${person.name}(${person.nameKana})`,
      person.age === null ? '不明' : String(person.age),
      LEVEL_WORDS[departure.startAt],
      means === null ? null : MEANS_WORDS[means],
      '□',
      '',
    ]),
    none: 'まだ誰もいません',
  };
}

function needs({ person, content }: PlanOnPaper): Block {
  const { body, supporters, contacts } = content;
  const moving = [body.mobility, ...body.equipment].filter((text) => text !== null);
  const withPhone = (one: { name: string; relationship: string | null; phone: string | null }) =>
    `${one.relationship === null ? one.name : `${one.name}(${one.relationship})`} ${one.phone ?? '電話 不明'}`;
  const rows: { label: string; text: Printed }[] = [
    { label: '要介護度', text: person.careLevel },
    { label: '移動', text: listed(moving, null) },
    { label: '薬', text: body.medicine },
    ...body.devices.map((device) => ({ label: '医療機器', text: deviceWords(device) })),
    { label: '会話・連絡', text: body.communication },
    ...(body.dementia === null ? [] : [{ label: '認知症など', text: body.dementia }]),
    { label: '気をつけること', text: body.caution },
    { label: '連れて来る人', text: listed(supporters.map(withPhone), null) },
    { label: '連絡先', text: listed(contacts.slice(0, 2).map(withPhone), null) },
  ];
  return { kind: 'rows', title: { ja: person.name, en: person.nameKana ?? '' }, rows };
}
