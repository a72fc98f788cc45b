/** A word of a place name with its reading. */
export type Word = readonly [written: string, kana: string];

const words = (text: string): Word[] =>
  text.split(' ').map((pair) => {
    const [written, kana] = pair.split(':');
    return [written ?? '', kana ?? ''];
  });

/** What stands first in a name. */
export const FIRST_WORDS = words(
  '青:あお 赤:あか 朝:あさ 浅:あさ 石:いし 岩:いわ 梅:うめ 榎:えのき 大:おお 奥:おく 柏:かしわ 金:かな 上:かみ 鴨:かも 北:きた 霧:きり 桐:きり 楠:くす 栗:くり 黒:くろ 小:こ 桜:さくら 笹:ささ 里:さと 汐:しお 白:しら 城:しろ 杉:すぎ 鈴:すず 砂:すな 高:たか 鷹:たか 竹:たけ 椿:つばき 鶴:つる 寺:てら 鳥:とり 中:なか 長:なが 波:なみ 西:にし 東:ひがし 日:ひ 柊:ひいらぎ 広:ひろ 深:ふか 藤:ふじ 古:ふる 星:ほし 前:まえ 松:まつ 三:み 水:みず 南:みなみ 峰:みね 宮:みや 柳:やなぎ 百合:ゆり 横:よこ 若:わか',
);

/** What stands last: by the sea, in a valley, on flat land, on a hill. */
export const SEA_WORDS = words(
  '浦:うら 浜:はま 崎:さき 津:つ 江:え 磯:いそ 泊:どまり 瀬:せ 潟:がた 湊:みなと',
);
export const VALLEY_WORDS = words(
  '谷:だに 沢:さわ 川:かわ 迫:さこ 越:ごえ 尾:お 倉:くら 滝:たき 淵:ふち 畑:はた 根:ね 窪:くぼ',
);
export const FLAT_WORDS = words(
  '田:だ 原:はら 町:まち 里:さと 宮:みや 木:ぎ 井:い 本:もと 橋:はし 塚:づか 島:じま 園:その 台:だい',
);
export const MOUNTAIN_WORDS = words('山:やま 岳:だけ 峰:みね 森:もり ヶ嶺:がね');

/** Places of the real city that the model is taken after, and of its neighbours: not used. */
export const REAL_NAMES: ReadonlySet<string> = new Set(
  '大野 平良 宮内 津田 浅原 吉和 友田 佐方 可愛 桜尾 串戸 阿品 玖島 栗栖 宮島 地御前 大竹 小方 岩国 五日市 井口 高須 草津 古江 廿日市 峠 新宮 住吉 天神 本町'.split(
    ' ',
  ),
);
