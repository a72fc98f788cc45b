import type { FIRE_ANSWERS, FireCheckAnswer } from '#contract/fire-check';
import { plainCell } from '../../output/plain-cell.ts';
import type { BodyWriter } from '../endpoint.ts';
import { csvBody } from './csv-body.ts';

type Language = 'ja' | 'en';
type Person = FireCheckAnswer['people'][number];
type Reach = NonNullable<Person['reach']>;
interface Column {
  readonly ja: string;
  readonly en: string;
  cell(person: Person, language: Language): string | number | null;
}

const ANSWER_TEXTS: Readonly<
  Record<(typeof FIRE_ANSWERS)[number], Readonly<Record<Language, string>>>
> = {
  reached: { ja: '車両で到達', en: 'Reached by vehicle' },
  'check-on-site': { ja: '現地確認が必要', en: 'Check on site' },
  'on-foot': { ja: '途中から徒歩', en: 'On foot from where it stops' },
  unreached: { ja: '到達できない', en: 'Not reached' },
  undetermined: {
    ja: '判定できません(位置が町丁目・街区まで)',
    en: 'Undetermined: place known by block or town alone',
  },
};

const HYDRANT_TEXTS: Readonly<
  Record<Reach['hydrant']['state'], Readonly<Record<Language, string>>>
> = {
  within: { ja: '届く', en: 'Within reach' },
  'none-within': { ja: '届く範囲に記録なし', en: 'None recorded within reach' },
  'not-recorded': { ja: '消火栓の記録がないため不明', en: 'Unknown: no hydrants are recorded' },
};

const minutes = (seconds: number) => Number((seconds / 60).toFixed(1));
const whole = (meters: number) => Math.round(meters);
const ofReach =
  (cell: (reach: Reach, language: Language) => string | number | null): Column['cell'] =>
  ({ reach }, language) =>
    reach === null ? null : cell(reach, language);
const roadList = (roads: Reach['unknownRoads'], language: Language) =>
  plainCell(
    roads
      .map(({ id, name, reasons }) => {
        const why = reasons.map((reason) => reason[language]).join(' ');
        return `${name === null ? '' : `${name} `}${id}${why === '' ? '' : ` (${why})`}`;
      })
      .join(language === 'ja' ? '、' : ', '),
  );

const COLUMNS: readonly Column[] = [
  { ja: '優先順位', en: 'Rank', cell: ({ rank }) => rank },
  { ja: '氏名', en: 'Name', cell: ({ name }) => plainCell(name) },
  { ja: '地区', en: 'District', cell: ({ district }) => plainCell(district ?? '') },
  { ja: '結果', en: 'Answer', cell: ({ answer }, language) => ANSWER_TEXTS[answer][language] },
  { ja: '出動元', en: 'Station', cell: ofReach(({ station }) => plainCell(station)) },
  { ja: '走行時間(分)', en: 'Minutes', cell: ofReach(({ seconds }) => minutes(seconds)) },
  {
    ja: '走行距離(m)',
    en: 'Metres driven',
    cell: ofReach(({ driveMeters }) => whole(driveMeters)),
  },
  {
    ja: '車両の停止位置 緯度',
    en: 'Last point: latitude',
    cell: ofReach(({ lastPoint }) => lastPoint.position[1]),
  },
  {
    ja: '車両の停止位置 経度',
    en: 'Last point: longitude',
    cell: ofReach(({ lastPoint }) => lastPoint.position[0]),
  },
  {
    ja: '停止位置から徒歩(m)',
    en: 'Metres on foot',
    cell: ofReach(({ walkRoadMeters, walkOffRoadMeters }) =>
      whole(walkRoadMeters + walkOffRoadMeters),
    ),
  },
  {
    ja: '通れると分かっている道だけのとき徒歩(m)',
    en: 'Metres on foot by known roads alone',
    cell: ({ knownWalkMeters }) => (knownWalkMeters === null ? null : whole(knownWalkMeters)),
  },
  {
    ja: '車両が進めない道',
    en: 'Stopped at',
    cell: ofReach(({ stoppedAt }, language) =>
      stoppedAt === null ? null : roadList([stoppedAt], language),
    ),
  },
  {
    ja: '現地確認が必要な道',
    en: 'To check on site',
    cell: ofReach(({ unknownRoads, unknownWalkRoads }, language) =>
      roadList([...unknownRoads, ...unknownWalkRoads], language),
    ),
  },
  {
    ja: '道から離れている',
    en: 'Far from roads',
    cell: ({ isFarFromRoads }, language) =>
      isFarFromRoads ? (language === 'ja' ? 'はい' : 'yes') : null,
  },
  {
    ja: '消火栓',
    en: 'Hydrant',
    cell: ofReach(({ hydrant }, language) => HYDRANT_TEXTS[hydrant.state][language]),
  },
  {
    ja: '消火栓まで(m)',
    en: 'Metres to the hydrant',
    cell: ofReach(({ hydrant }) => (hydrant.meters === null ? null : whole(hydrant.meters))),
  },
];

/** The fire department's check as a table, a line for each person, with the dates of the data. */
export function fireCheckFile({ people, data }: FireCheckAnswer, fileName: string): BodyWriter {
  return csvBody(fileName, function* (language) {
    const words = language === 'ja' ? ['道路データ', '日付不明'] : ['Roads as of', 'date unknown'];
    const dates = data.roads.map(({ source, asOf }) => `${source} ${asOf ?? words[1]}`).join(', ');
    yield [...COLUMNS.map((column) => column[language]), words[0] ?? ''];
    for (const person of people)
      yield [...COLUMNS.map(({ cell }) => cell(person, language)), plainCell(dates)];
  });
}
