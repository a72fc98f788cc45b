import type { Random } from '../random.ts';

type Name = readonly [written: string, kana: string];
const names = (text: string): Name[] =>
  text.split(' ').map((pair) => {
    const [written, kana] = pair.split(':');
    return [written ?? '', kana ?? ''];
  });

const FAMILY = names(
  '佐藤:サトウ 鈴木:スズキ 高橋:タカハシ 田中:タナカ 渡辺:ワタナベ 伊藤:イトウ 山本:ヤマモト 中村:ナカムラ 小林:コバヤシ 加藤:カトウ 吉田:ヨシダ 山田:ヤマダ 佐々木:ササキ 山口:ヤマグチ 松本:マツモト 井上:イノウエ 木村:キムラ 林:ハヤシ 清水:シミズ 斎藤:サイトウ 山崎:ヤマサキ 森:モリ 池田:イケダ 橋本:ハシモト 阿部:アベ 石川:イシカワ 山下:ヤマシタ 中島:ナカシマ 小川:オガワ 前田:マエダ 岡田:オカダ 長谷川:ハセガワ 藤田:フジタ 後藤:ゴトウ 近藤:コンドウ 村上:ムラカミ 遠藤:エンドウ 青木:アオキ 坂本:サカモト 藤井:フジイ 西村:ニシムラ 福田:フクダ 太田:オオタ 三浦:ミウラ 岡本:オカモト 松田:マツダ 中川:ナカガワ 中野:ナカノ 原田:ハラダ 小野:オノ 田村:タムラ 竹内:タケウチ 金子:カネコ 和田:ワダ 中山:ナカヤマ 石田:イシダ 上田:ウエダ 森田:モリタ 柴田:シバタ 酒井:サカイ 宮崎:ミヤザキ 横山:ヨコヤマ 高木:タカギ 安藤:アンドウ 谷口:タニグチ 大野:オオノ 丸山:マルヤマ 今井:イマイ 河野:コウノ 藤原:フジワラ 久保:クボ 松尾:マツオ 野口:ノグチ 千葉:チバ 岩崎:イワサキ 桜井:サクライ 木下:キノシタ 渡邊:ワタナベ 濵田:ハマダ 髙田:タカタ 﨑山:サキヤマ 浜本:ハマモト 沖野:オキノ 磯部:イソベ 灘:ナダ 汐見:シオミ 浦上:ウラガミ 津森:ツモリ',
);

/** Given names of a generation; by the decade of birth. */
const FEMALE_OLD = names(
  '和子:カズコ 節子:セツコ 幸子:サチコ 洋子:ヨウコ 文子:フミコ 千代:チヨ ハル:ハル キヨ:キヨ 光子:ミツコ 久子:ヒサコ 美代子:ミヨコ 照子:テルコ 静子:シズコ 敏子:トシコ ヨシ子:ヨシコ 貞子:サダコ トメ:トメ 富子:トミコ 弘子:ヒロコ 京子:キョウコ 信子:ノブコ 八重子:ヤエコ',
);
const MALE_OLD = names(
  '清:キヨシ 茂:シゲル 勇:イサム 実:ミノル 正:タダシ 博:ヒロシ 昭:アキラ 進:ススム 三郎:サブロウ 正雄:マサオ 武:タケシ 義雄:ヨシオ 和夫:カズオ 幸雄:ユキオ 忠雄:タダオ 一郎:イチロウ 勝:マサル 弘:ヒロシ 繁:シゲル 利夫:トシオ',
);
const FEMALE_YOUNG = names(
  '美咲:ミサキ 陽子:ヨウコ 真由美:マユミ 恵:メグミ 直美:ナオミ 由美:ユミ 久美子:クミコ 智子:トモコ 裕子:ユウコ 愛:アイ 彩:アヤ 結衣:ユイ さくら:サクラ 葵:アオイ 凛:リン 千尋:チヒロ 麻衣:マイ 香織:カオリ',
);
const MALE_YOUNG = names(
  '誠:マコト 隆:タカシ 健一:ケンイチ 浩二:コウジ 大輔:ダイスケ 翔太:ショウタ 拓也:タクヤ 健太:ケンタ 直樹:ナオキ 蓮:レン 大翔:ヒロト 悠斗:ユウト 颯太:ソウタ 哲也:テツヤ 剛:ツヨシ 和也:カズヤ 亮:リョウ 学:マナブ',
);

export interface PersonName {
  readonly family: string;
  readonly given: string;
  readonly familyKana: string;
  readonly givenKana: string;
}

export type Sex = 'female' | 'male';

/** A name of common words; whoever bears it is invented. */
export function personName(
  sex: Sex,
  birthYear: number,
  random: Random,
  family?: PersonName,
): PersonName {
  const isOld = birthYear < 1962;
  const given = random.pick(
    sex === 'female' ? (isOld ? FEMALE_OLD : FEMALE_YOUNG) : isOld ? MALE_OLD : MALE_YOUNG,
  );
  const [written, kana] = family ? [family.family, family.familyKana] : random.pick(FAMILY);
  return { family: written, familyKana: kana, given: given[0], givenKana: given[1] };
}
