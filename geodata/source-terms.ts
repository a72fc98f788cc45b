import type { ImportSource } from '#contract/dataset';

/**
 * Terms under which a source is published (利用条件), where a file does not say. Given as where to look
 * them up: they differ by year and prefecture and are not this program's to state. An officer can say
 * them anew. Lists of the city itself have none.
 */
export const SOURCE_TERMS: Readonly<Partial<Record<ImportSource, string>>> = {
  'ksj-a33':
    '国土数値情報ダウンロードサイトの利用規約(年度と都道府県で条件が違います。配布元で確かめてください)',
  'gsi-shelters': '国土地理院コンテンツ利用規約',
  'gsi-roads': '国土地理院コンテンツ利用規約',
  gazetteer: '位置参照情報ダウンロードサービスの利用約款(国土交通省)',
};
