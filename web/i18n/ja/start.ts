export const start = {
  title: '最初のページ',
  partOfPeople: '次の数と一覧と順位は、法令と同意により自分に見える人だけのものです。',
  figuresOfMore:
    '次の三つの数には、氏名を見られない人も入っています。「うち見える人」と、その下の一覧と順位は、法令と同意により自分に見える人だけのものです。',
  heading: 'きょう確かめること',
  first: { title: 'まず支援する人', all: (count: string) => `第1優先の${count}人をすべて見る` },
  own: { title: '自分が支援する人', all: (count: string) => `支援する${count}人をすべて見る` },
  noOwn: '支援する人として見える人はいません',
  noFirst: '第1優先の人はいません',
  changes: {
    title: '変わったこと',
    sinceVisit: (moment: string) => `前回開いた ${moment} から`,
    sinceWeek: (moment: string) =>
      `このアカウントがこの端末で前に開いた記録はありません。${moment} からの7日分です。`,
    newlyInside: '新しく区域内になった人',
    noLongerInside: '区域内でなくなった人',
    newlyUndetermined: '新しく判定できなくなった人',
    moved: '位置を手で直した人',
    imports: '取り込んだデータ',
    none: '変わったことはありません',
    notComplete: '古い変化の一部は、もう記録に残っていません。',
    more: (count: string) => `ほか${count}人`,
    accepted: (count: string) => `${count}件`,
    rejected: (count: string) => `取り込めなかった行 ${count}件`,
    rolledBack: '元に戻しました',
  },
  freshness: {
    title: '区域データの時点',
    current: (date: string, years: string) => `${date}時点(期限は${years}年)`,
    old: (date: string, years: string) =>
      `${date}時点のデータです。期限の${years}年を過ぎています。新しい区域データを確かめてください。`,
    undated: '日付の記載がない区域データがあります。新しいかどうかを確かめてください。',
    toData: 'データの画面を開く',
    change: '期限を変える',
  },
};

export const search = {
  label: '人・住所・避難所・区域・地区をさがす',
  placeholder: '名前・住所・避難所・区域',
  people: '対象者',
  addresses: '住所',
  shelters: '避難所・避難場所',
  stations: '消防署所',
  zones: '区域',
  districts: '地区',
  count: (kind: string, count: string) => `${kind} ${count}件`,
  someOf: (kind: string, count: string, shown: string) => `${kind} ${count}件のうち${shown}件`,
  none: 'あてはまるものがありません',
  hint: '漢字・かな・名簿番号・住所のどれでもさがせます',
  searching: 'さがしています',
  failed: 'サーバーにつながらないため、さがせません。',
  districtPeople: (count: string) => `対象者 ${count}人`,
  radius: (metres: string) => `半径${metres}の範囲`,
};

export const point = {
  kind: '住所',
  noLabel: '地図の地点',
  accuracy: '位置の精度',
  radius: '範囲',
  coordinates: '座標',
  note: '住所の位置は位置参照情報から求めた代表点です。建物ごとの判定ではありません。',
};
