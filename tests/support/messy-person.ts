import type { Random } from '#geodata/demo/random';
import { messyAddress, messyCareLevel, messyDate, type Place, toFullWidth } from './messy-cells.ts';
import type { TableCell } from './table-file.ts';

export const MESSY_HEADERS = [
  '整理番号',
  '氏　名',
  'ﾌﾘｶﾞﾅ',
  '生年月日',
  '性別',
  '現住所',
  '方書',
  '電話番号',
  '要支援理由',
  '介護度',
  '身体障害者手帳',
  '療育手帳',
  '精神手帳',
  '医療的ケア',
  '世帯状況',
  '避難支援者１（氏名）',
  '避難支援者１（続柄）',
  '避難支援者１（電話）',
  '血液型',
  '備考',
] as const;
type Header = (typeof MESSY_HEADERS)[number];
export type MessyPerson = Record<Header, TableCell>;

const SURNAMES: readonly (readonly [string, string])[] = [
  ...([
    ['髙橋', 'ﾀｶﾊｼ'],
    ['山﨑', 'ﾔﾏｻｷ'],
    ['濵田', 'ﾊﾏﾀﾞ'],
    ['架空', 'ｶｸｳ'],
    ['見本', 'ﾐﾎﾝ'],
  ] as const),
  ...([
    ['汐見', 'ｼｵﾐ'],
    ['浜路', 'ﾊﾏｼﾞ'],
    ['磯貝', 'ｲｿｶﾞｲ'],
    ['沖野', 'ｵｷﾉ'],
    ['德永', 'ﾄｸﾅｶﾞ'],
  ] as const),
  ...([
    ['谷川', 'ﾀﾆｶﾞﾜ'],
    ['峰岸', 'ﾐﾈｷﾞｼ'],
    ['\ue000本', 'ﾓﾘﾓﾄ'],
    ['黑木', 'ｸﾛｷ'],
    ['神﨑', 'ｶﾝｻﾞｷ'],
  ] as const),
];
const GIVEN_NAMES: readonly (readonly [string, string, '男' | '女'])[] = [
  ...([
    ['花子', 'ﾊﾅｺ', '女'],
    ['桜', 'ｻｸﾗ', '女'],
    ['千代', 'ﾁﾖ', '女'],
    ['フミ', 'ﾌﾐ', '女'],
  ] as const),
  ...([
    ['和子', 'ｶｽﾞｺ', '女'],
    ['節', 'ｾﾂ', '女'],
    ['太郎', 'ﾀﾛｳ', '男'],
    ['次郎', 'ｼﾞﾛｳ', '男'],
  ] as const),
  ...([
    ['茂', 'ｼｹﾞﾙ', '男'],
    ['清', 'ｷﾖｼ', '男'],
    ['正一', 'ｼｮｳｲﾁ', '男'],
    ['勇', 'ｲｻﾑ', '男'],
  ] as const),
];

/** A fictional person of a roster, each cell written as some office would. Nobody's phone begins with 000. */
export function messyPerson(number: number, place: Place, random: Random): MessyPerson {
  const [surname, surnameKana] = random.pick(SURNAMES);
  const [given, givenKana, sex] = random.pick(GIVEN_NAMES);
  const isYoung = random.chance(0.12);
  const year = isYoung ? random.integer(1960, 2015) : random.integer(1925, 1955);
  const date = `${year}-${pad(random.integer(1, 12))}-${pad(random.integer(1, 28))}`;
  const hasSupporter = random.chance(0.55);
  const phone = `000-${random.integer(1000, 9999)}-${random.integer(1000, 9999)}`;
  const careCode = isYoung
    ? '01'
    : random.weighted([
        ['01', 20],
        ['12', 10],
        ['13', 12],
        ['21', 16],
        ['22', 14],
        ['23', 12],
        ['24', 10],
        ['25', 6],
      ]);
  const digits = String(number).padStart(5, '0');
  return {
    整理番号: random.chance(0.1) ? toFullWidth(digits) : digits,
    '氏　名': `${surname}${random.pick(['　', '　', ' ', ''])}${given}`,
    ﾌﾘｶﾞﾅ: random.chance(0.9) ? `${surnameKana} ${givenKana}` : '',
    生年月日: random.chance(0.01)
      ? random.pick(['昭和99年9月9日', '不明', '12/3/4'])
      : messyDate(date, random),
    性別: random.pick([sex, sex, `${sex}性`, sex === '男' ? '1' : '2']),
    現住所: messyAddress(place, random),
    方書: random.chance(0.1)
      ? `${random.pick(['コーポ', 'メゾン'])}${random.pick(['汐', '浜', '丘'])}${toFullWidth('203')}号`
      : '',
    電話番号: random.pick([phone, toFullWidth(phone), phone.replaceAll('-', ''), '', '-']),
    要支援理由: random.pick([
      '歩行困難',
      '一人では\n避難できない',
      '認知症',
      '聞こえない、見えない',
      '',
    ]),
    介護度: random.chance(0.02)
      ? random.pick(['中度', '申請中', '要介護'])
      : messyCareLevel(careCode, random),
    身体障害者手帳: random.weighted([
      ['', 50],
      ['なし', 22],
      ['肢体（下肢）２級', 6],
      ['視覚1級・聴覚3級', 3],
      ['第1種1級 内部（心臓機能障害）', 6],
      ['体幹1級', 4],
      ['聴覚２級', 4],
      ['3級', 2],
      ['両上肢三級', 3],
    ]),
    療育手帳: isYoung ? random.pick(['マルA', 'A', 'マルB', 'B', '']) : '',
    精神手帳: random.weighted([
      ['', 80],
      ['なし', 12],
      ['２級', 5],
      ['1級', 3],
    ]),
    医療的ケア: random.weighted([
      ['', 55],
      ['無', 33],
      ['吸引器', 3],
      ['在宅酸素', 4],
      ['人工呼吸器・たん吸引', 1],
      ['人工透析(週3回)', 3],
      ['CPAP', 1],
    ]),
    世帯状況: random.weighted([
      ['独居', 25],
      ['ひとり暮らし', 10],
      ['高齢者のみ世帯', 20],
      ['同居', 30],
      ['日中独居', 5],
      ['施設入所', 4],
      ['', 6],
    ]),
    '避難支援者１（氏名）': hasSupporter
      ? random.pick(['見本　一', '架空 二葉', '自主防災会', '民生委員'])
      : random.pick(['', '', 'なし']),
    '避難支援者１（続柄）': hasSupporter ? random.pick(['長男', '長女', '隣人', '地域']) : '',
    '避難支援者１（電話）':
      hasSupporter && random.chance(0.7) ? phone.replace(/....$/, '0000') : '',
    血液型: random.pick(['A', 'B', 'O', 'AB', '']),
    備考: random.chance(0.05) ? '①玄関に段差, ②耳が遠い' : '',
  };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
