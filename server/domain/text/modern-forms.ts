/**
 * Old or variant characters that stand in names of places and people beside the new ones; both sides of
 * a match go through this.
 */
const VARIANTS = new Map(
  [
    '櫻桜 澤沢 濱浜 濵浜 廣広 嶋島 嶌島 國国 龍竜 瀧滝 瀨瀬 嶽岳 﨑崎 碕崎 邊辺 邉辺 淺浅 鹽塩 嚴厳 對対 壽寿 寶宝',
    '寳宝 榮栄 惠恵 實実 條条 來来 靜静 舊旧 會会 鐵鉄 眞真 黑黒 德徳 學学 圓円 萬万 藏蔵 豐豊 縣県 區区 驛駅 槇槙',
    '檜桧 藪薮 曾曽 與与 齋斎 關関 鷗鴎 塚塚 增増 橫横 彌弥 莊荘 壹一 壱一 弐二 弍二 貳二 參三 参三 拾十 丗卅',
  ]
    .join(' ')
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);
const ANY_VARIANT = new RegExp(`[${[...VARIANTS.keys()].join('')}]`, 'gu');

/** The text with old and variant characters in their new form: 濱 → 浜. */
export function modernForms(text: string): string {
  return text.replace(ANY_VARIANT, (character) => VARIANTS.get(character) ?? character);
}
