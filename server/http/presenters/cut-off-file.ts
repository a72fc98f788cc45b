import type { CutOffAnswer } from '#contract/cut-off';
import { CARE_LEVEL_LABELS } from '#domain/resident/care-level';
import { ACCURACY_LABELS, PHENOMENON_LABELS } from '#domain/resident/labels';
import { plainCell } from '../../output/plain-cell.ts';
import type { CutOffList } from '../../services/routing/cut-off-list.ts';
import type { BodyWriter } from '../endpoint.ts';
import { csvBody } from './csv-body.ts';

type Language = 'ja' | 'en';
type Person = CutOffList['people'][number];
type Cell = string | number | null;

const STATES: Readonly<
  Record<CutOffAnswer['people'][number]['foot']['state'], Readonly<Record<Language, string>>>
> = {
  'cut-off': { ja: '孤立する', en: 'cut off' },
  'cut-off-before': { ja: '前から孤立', en: 'cut off before' },
  longer: { ja: '遠回り', en: 'longer way' },
  'as-before': { ja: '変わらない', en: 'as before' },
};

const COLUMNS: readonly {
  readonly ja: string;
  readonly en: string;
  cell(person: Person, language: Language): Cell;
}[] = [
  { ja: '氏名', en: 'Name', cell: ({ name }) => plainCell(name) },
  { ja: '年齢', en: 'Age', cell: ({ age }) => age },
  { ja: '地区', en: 'District', cell: ({ district }) => plainCell(district) },
  { ja: '住所', en: 'Address', cell: ({ address }) => plainCell(address) },
  { ja: '電話', en: 'Telephone', cell: ({ phone }) => plainCell(phone) },
  {
    ja: '要介護度',
    en: 'Care level',
    cell: ({ careLevel }, language) =>
      careLevel === null ? null : CARE_LEVEL_LABELS[careLevel][language],
  },
  { ja: '優先', en: 'Tier', cell: ({ tier }) => tier },
  {
    ja: '電源',
    en: 'Power',
    cell: ({ needsPower }, language) => {
      if (needsPower === null) return language === 'ja' ? '不明' : 'unknown';
      if (language === 'ja') return needsPower ? '要る' : '要らない';
      return needsPower ? 'needs it' : 'no';
    },
  },
  {
    ja: '位置',
    en: 'Position',
    cell: ({ accuracy }, language) => ACCURACY_LABELS[accuracy][language],
  },
  { ja: '徒歩', en: 'On foot', cell: ({ foot }, language) => reachText(foot, language) },
  { ja: '車', en: 'By vehicle', cell: ({ vehicle }, language) => reachText(vehicle, language) },
];

/** Who is cut off, a line each; below the table what is taken as closed, and when this was made. */
export function cutOffFile(list: CutOffList, madeAt: string, fileName: string): BodyWriter {
  return csvBody(fileName, function* (language) {
    yield COLUMNS.map((column) => column[language]);
    for (const person of list.people) yield COLUMNS.map(({ cell }) => cell(person, language));
    yield [];
    const isJapanese = language === 'ja';
    for (const closed of closedLines(list, language))
      yield [isJapanese ? '通れないとする道' : 'Taken as closed', plainCell(closed)];
    yield [
      isJapanese ? '合わせて通れないとした道の本数' : 'Roads taken as closed in all',
      list.closedRoads,
    ];
    if (list.question.isCutOffOnly)
      yield [isJapanese ? '載せた人' : 'People listed', isJapanese ? '孤立する人だけ' : 'Cut off'];
    const dates = list.data.roads.map(
      ({ source, asOf }) => `${source} ${asOf ?? (isJapanese ? '日付不明' : 'date unknown')}`,
    );
    yield [isJapanese ? '道路データ' : 'Roads as of', plainCell(dates.join(', '))];
    yield [isJapanese ? '作成日時' : 'Made at', madeAt];
  });
}

function closedLines({ roads, question }: CutOffList, language: Language): string[] {
  const isJapanese = language === 'ja';
  const byHand = roads.roads.map(({ name }, at) => {
    if (name !== null) return name;
    const { district, meets } = roads.whereabouts[at]!;
    const lies = [
      ...(district === null ? [] : [district]),
      ...(meets.length === 0
        ? []
        : [isJapanese ? `${meets.join('・')}に接する` : `meets ${meets.join(', ')}`]),
    ].join(isJapanese ? '、' : ', ');
    const unnamed = isJapanese ? '名前のない道' : 'road without a name';
    if (lies === '') return unnamed;
    return isJapanese ? `${unnamed}(${lies})` : `${unnamed} (${lies})`;
  });
  return [
    ...byHand,
    ...question.closedPhenomena.map((one) =>
      isJapanese
        ? `${PHENOMENON_LABELS[one].ja}の特別警戒区域にかかる道`
        : `Roads in red zones: ${PHENOMENON_LABELS[one].en}`,
    ),
    ...(question.closedArea == null ? [] : [isJapanese ? '囲んだ範囲の道' : 'Roads in an area']),
  ];
}

function reachText(reach: Person['foot'], language: Language): string {
  const { state, extraSeconds, extraRedMeters } = reach;
  if (state !== 'longer') return STATES[state][language];
  const minutes = Math.round((extraSeconds ?? 0) / 60);
  const red = Math.round(extraRedMeters ?? 0);
  const sign = (value: number) => (value < 0 ? `−${-value}` : `+${value}`);
  const longer = `${STATES.longer[language]} ${sign(minutes)}${language === 'ja' ? '分' : ' min'}`;
  if (red === 0) return longer;
  return language === 'ja'
    ? `${longer}、特別警戒区域 ${sign(red)} m`
    : `${longer}, red zone ${sign(red)} m`;
}
