export const settings = {
  title: '設定',
  warning: {
    title: '警戒レベル',
    none: '発表中の警戒レベルはありません',
    line: (text: string) => `警戒レベル:${text}`,
    noneDeclared: '発表なし',
    everywhere: '市内全域',
    districts: (count: number) => `${count}地区`,
    badge: (level: number, name: string, where: string) => `警戒レベル${level} ${name}、${where}`,
    level: (level: number) => `警戒レベル${level}`,
    inForceSince: (moment: string, by: string) => `${moment} ${by}`,
    change: '発表・切り替え',
    lift: 'すべて解除する',
    formTitle: '発表する警戒レベルと地区',
    notInForce: '発表しない',
    chosen: '地区を選ぶ',
    noDistricts: '地区が登録されていないため、市内全域だけを選べます。',
    note: '理由・メモ(任意)',
    setBy: '発表した人の所属と氏名',
    save: '発表する',
    saving: '保存しています',
    cancel: 'やめる',
    done: '警戒レベルを切り替えました',
    lifted: '警戒レベルを解除しました',
    history: 'これまでの発表',
    noteOfSupport: '避難に支援が必要な人は、警戒レベル3で避難を始めます。',
    districtMissing: '地区を一つ以上選ぶか、市内全域にしてください。',
  },
  keepPeople: {
    title: 'ネットワークがないときの控え',
    explain:
      '最後に読み込んだ内容は、この端末に控えておき、サーバーにつながらないときに表示します。対象者の内容は暗号にして控え、画面を閉じると読めなくなります。',
    keep: (hours: string) =>
      `画面を閉じても、対象者の一覧を${hours}時間までこの端末で見られるようにする`,
    shared: 'ほかの人も使う端末では選ばないでください。',
    forget: 'この端末の控えをすべて消す',
    forgotten: '控えを消しました。',
  },
  zoneDataLimit: {
    title: '区域データの期限',
    explain:
      '区域データがこの年数より古いとき、最初のページで知らせます。土砂災害防止法の基礎調査は、おおむね5年ごとです。',
    label: '期限(年)',
    save: '期限を変える',
    changed: (before: string, after: string) =>
      `区域データの期限を${before}年から${after}年に変えました`,
  },
  margin: {
    title: '余裕距離',
    explain:
      '位置の誤差にこの距離を足した範囲に区域があるとき、「区域の近く」または「判定できません」とします。',
    label: '余裕距離(メートル)',
    save: '変更して判定し直す',
    started: '全員の判定をやり直しています。終わると一覧と地図に出ます。',
    changed: (before: string, after: string) => `余裕距離を${before}から${after}に変えました`,
  },
};
