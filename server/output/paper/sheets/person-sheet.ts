import type { PlanContent } from '#domain/plan/plan';
import type { AnswersBlock, Block, Printed, Sheet } from '../sheet.ts';
import { NO_GUARANTEE, SHORT_NOTICE, stageWarning } from './notices.ts';
import { MAP_HEIGHTS_MM, planMap } from './plan-map.ts';
import type { PlanOnPaper } from './plan-on-paper.ts';
import {
  CONTACT_WORDS,
  dateWithEra,
  destinationDetails,
  deviceWords,
  districtWords,
  homeWords,
  LEVEL_WORDS,
  latestStartWords,
  listed,
  MEANS_WORDS,
  metersWords,
  minutesWords,
  partWords,
  roomWords,
  routeWords,
  supporterTitle,
} from './plan-words.ts';

/** The plan as it hangs on the refrigerator: when, where to and with whom first, then the map and the rest. */
export function personSheet(plan: PlanOnPaper): Sheet {
  const { person, content, surroundings, version, printedOn } = plan;
  return {
    municipality: plan.municipalityName,
    title: { ja: '個別避難計画', en: 'Individual evacuation plan' },
    person: {
      name: person.name,
      kana: person.nameKana,
      facts: [
        birthWords(plan),
        person.address === null ? null : person.address,
        `電話 ${person.phone ?? '不明(要確認)'}`,
      ],
    },
    subtitle: [
      ...(person.district === null ? [] : [districtWords(person.district)]),
      `第${version}版`,
      `${dateWithEra(printedOn)}に印刷`,
    ],
    planAddress: plan.planAddress,
    warning: stageWarning(plan.stage),
    footer: SHORT_NOTICE,
    blocks: [
      answersOf(plan),
      timeline(content),
      contactsOf(content),
      { ...ITEMS, items: content.items },
      NO_GUARANTEE,
      planMap(person, content, surroundings, {
        heightMm: MAP_HEIGHTS_MM.person,
        supporterIds: content.supporters.map(({ id }) => id),
      }),
      routeRows(content),
      stateRows(plan),
      ...signatures(content),
    ],
  };
}

function birthWords({ person: { birthDate, age } }: PlanOnPaper): Printed {
  if (birthDate === null) return '生年月日 不明(要確認)';
  return `${dateWithEra(birthDate)}生まれ${age === null ? '' : `(${age}歳)`}`;
}

export function answersOf({ content }: PlanOnPaper): AnswersBlock {
  const { departure, destination, secondDestination, means, supporters } = content;
  const preparation = departure.preparationMinutes;
  return {
    kind: 'answers',
    answers: [
      {
        title: { ja: 'いつ', en: 'When' },
        answer: `「${LEVEL_WORDS[departure.startAt]}」が出たら`,
        details: [
          { label: '支度の時間', text: preparation === null ? null : `約${preparation}分` },
          { label: '始める時刻', text: latestStartWords(content) },
        ],
      },
      {
        title: { ja: 'どこへ', en: 'Where to' },
        answer: destination?.name ?? null,
        details: destinationDetails(destination, secondDestination, destination?.reason ?? null),
      },
      {
        title: { ja: 'だれと', en: 'With whom' },
        answer: means === null ? null : `${MEANS_WORDS[means]}避難する`,
        details:
          supporters.length === 0
            ? [{ label: '支援する人', text: null }]
            : supporters.flatMap((supporter, index) => [
                { label: `支援する人 ${index + 1}`, text: supporterTitle(supporter) },
                { label: '電話', text: supporter.phone },
                ...(supporter.part === null ? [] : [{ label: '役割', text: partWords(supporter) }]),
              ]),
      },
    ],
  };
}

export function timeline({ departure }: PlanContent): Block {
  return {
    kind: 'table',
    title: { ja: 'すること', en: 'What to do at which level' },
    heads: ['いつ', 'だれが', 'なにを'],
    widths: [43, 24, 67],
    rows: [...departure.steps]
      .sort((a, b) => a.level - b.level)
      .map(({ level, who, what }) => [LEVEL_WORDS[level], who, what]),
    none: null,
  };
}

export function contactsOf({ contacts }: PlanContent): Block {
  return {
    kind: 'table',
    title: { ja: '連絡先(上から順に)', en: 'Whom to call, in this order' },
    heads: ['種別', '氏名(続柄)', '電話', '住所'],
    widths: [17, 33, 28, 42],
    rows: contacts.map((contact) => [
      CONTACT_WORDS[contact.kind],
      supporterTitle(contact),
      contact.phone,
      contact.address,
    ]),
    none: null,
  };
}

export const ITEMS = {
  kind: 'checks',
  title: { ja: '持っていく物', en: 'What to take along' },
  none: null,
} as const;

export function routeRows({ route }: PlanContent): Block {
  const rows =
    route === null
      ? [{ label: '経路', text: null }]
      : [
          {
            label: '道のりと時間',
            text: `${metersWords(route.lengthMeters)}、${minutesWords(route.durationSeconds)}(${route.isNight ? '夜' : '昼'}の目安)`,
          },
          { label: '確かめたこと', text: routeWords(route).join('。') },
        ];
  return { kind: 'rows', title: { ja: '避難経路', en: 'The way' }, rows };
}

function stateRows({ person, content }: PlanOnPaper): Block {
  const { home, body, care, pets, notes } = content;
  const careLines = [care.managerName, care.managerOffice, care.managerPhone].filter(
    (line) => line !== null,
  );
  return {
    kind: 'rows',
    title: { ja: '住まいと、からだのこと', en: 'Home and health' },
    rows: [
      { label: '自宅の区域の判定', text: person.hazardSentence },
      { label: 'いる部屋', text: roomWords(home) },
      { label: '建物', text: homeWords(home) },
      { label: '要介護度', text: person.careLevel },
      { label: '移動', text: listed([body.mobility, ...body.equipment].filter(isSaid), null) },
      { label: '薬', text: body.medicine },
      ...body.devices.map((device) => ({ label: '医療機器', text: deviceWords(device) })),
      { label: '会話・連絡', text: body.communication },
      ...(body.dementia === null ? [] : [{ label: '認知症など', text: body.dementia }]),
      { label: '気をつけること', text: body.caution },
      { label: 'ケアマネジャー', text: listed(careLines, null) },
      { label: '使うサービス', text: listed(care.services, null) },
      ...(pets === null ? [] : [{ label: 'ペット', text: pets }]),
      ...(notes === null ? [] : [{ label: 'そのほか', text: notes }]),
    ],
  };
}

const isSaid = (text: string | null): text is string => text !== null;

const SIGNERS = { person: '本人', family: '家族', proxy: '代理人' } as const;

/** Those that were given; where nobody has signed, a line to sign by hand. */
function signatures({ signatures: given }: PlanContent): Block[] {
  const rows = given.map(({ signer, name, date }) => [SIGNERS[signer], name, dateWithEra(date)]);
  return [
    {
      kind: 'table',
      title: { ja: '内容の確認', en: 'Agreed by' },
      heads: ['', '氏名', '日付'],
      widths: [34, 56, 34],
      rows: rows.length > 0 ? rows : [['本人・家族・代理人', '', '    年  月  日']],
      none: '',
    },
  ];
}
