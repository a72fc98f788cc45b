import type { PlanSupporter } from '#domain/plan/plan';
import type { Block, Sheet } from '../sheet.ts';
import { CONFIDENTIAL, NO_GUARANTEE, stageWarning } from './notices.ts';
import { ITEMS, routeRows, timeline } from './person-sheet.ts';
import { MAP_HEIGHTS_MM, planMap } from './plan-map.ts';
import type { PlanOnPaper } from './plan-on-paper.ts';
import {
  dateWithEra,
  destinationDetails,
  deviceWords,
  LEVEL_WORDS,
  latestStartWords,
  listed,
  MEANS_WORDS,
  partWords,
  roomWords,
  supporterTitle,
} from './plan-words.ts';

/**
 * For one supporter: this person, the own part in it and what has to be known for it. Neither the other
 * supporters, nor medicine, care services and the address of relatives.
 *
 * @throws where the plan does not name the supporter
 */
export function supporterSheet(plan: PlanOnPaper, supporterId: string): Sheet {
  const { person, content, surroundings, version, printedOn } = plan;
  const order = content.supporters.findIndex(({ id }) => id === supporterId);
  const supporter = content.supporters[order];
  if (supporter === undefined) throw new Error('the plan does not name this supporter');
  return {
    municipality: plan.municipalityName,
    title: { ja: '支援する方へ', en: 'For the supporter' },
    person: {
      name: person.name,
      kana: person.nameKana,
      facts: [person.address, `電話 ${person.phone ?? '不明(要確認)'}`],
    },
    subtitle: [
      `${supporterTitle(supporter)} 様の分(支援する人 ${order + 1}番目)`,
      `第${version}版`,
      `${dateWithEra(printedOn)}に印刷`,
    ],
    planAddress: plan.planAddress,
    warning: stageWarning(plan.stage),
    footer: CONFIDENTIAL,
    blocks: [
      ownPart(plan, supporter),
      helpRows(plan),
      contacts(plan),
      NO_GUARANTEE,
      planMap(person, content, surroundings, {
        heightMm: MAP_HEIGHTS_MM.supporter,
        supporterIds: [supporterId],
      }),
      routeRows(content),
      timeline(content),
      { ...ITEMS, items: content.items },
    ],
  };
}

function ownPart({ content }: PlanOnPaper, supporter: PlanSupporter): Block {
  const { departure, destination, secondDestination, means } = content;
  const { readyMinutes } = supporter;
  return {
    kind: 'answers',
    answers: [
      {
        title: { ja: 'いつ', en: 'When' },
        answer: `「${LEVEL_WORDS[departure.startAt]}」が出たら`,
        details: [
          { label: '出るまで', text: readyMinutes === null ? null : `連絡から約${readyMinutes}分` },
          { label: '始める時刻', text: latestStartWords(content) },
        ],
      },
      {
        title: { ja: 'なにを', en: 'Your part' },
        answer: partWords(supporter),
        details: [{ label: '手段', text: means === null ? null : `${MEANS_WORDS[means]}避難する` }],
      },
      {
        title: { ja: 'どこへ', en: 'Where to' },
        answer: destination?.name ?? null,
        details: destinationDetails(destination, secondDestination),
      },
    ],
  };
}

function helpRows({ content: { home, body } }: PlanOnPaper): Block {
  const moving = [body.mobility, ...body.equipment].filter((text) => text !== null);
  return {
    kind: 'rows',
    title: { ja: '支援のときに知っておくこと', en: 'What to know' },
    rows: [
      { label: 'いる部屋', text: roomWords(home) },
      { label: '移動', text: listed(moving, null) },
      ...body.devices.map((device) => ({ label: '医療機器', text: deviceWords(device) })),
      { label: '会話・連絡', text: body.communication },
      ...(body.dementia === null ? [] : [{ label: '認知症など', text: body.dementia }]),
      { label: '気をつけること', text: body.caution },
    ],
  };
}

/** To tell that the person has arrived, or cannot be reached. */
function contacts({ content }: PlanOnPaper): Block {
  return {
    kind: 'table',
    title: { ja: '連絡先(上から順に)', en: 'Whom to call, in this order' },
    heads: ['氏名(続柄)', '電話'],
    widths: [70, 50],
    rows: content.contacts.map((contact) => [supporterTitle(contact), contact.phone]),
    none: null,
  };
}
