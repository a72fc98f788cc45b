/** Why a place is judged as it is. */
export const reasons = {
  title: 'この判定の理由',
  position: '調べた位置',
  accuracy: (accuracy: string, radius: string) => `${accuracy}(誤差 半径${radius})`,
  listedPosition: '施設の一覧に載っている位置(誤差は見込んでいません)',
  noPosition: '位置が分かりません',
  rule: '決め方',
  relation: {
    inside:
      '家まで分かる位置が区域の中(境界線上を含む)にあるか、誤差の円がすべて区域の中に入るため、区域内としました。',
    undetermined:
      '位置が家まで分からず、誤差に余裕距離を足した範囲に区域があるため、内か外か決められません。',
    near: '区域の外ですが、誤差に余裕距離を足した範囲に区域があるため、区域の近くとしました。',
    outside: '誤差に余裕距離を足した範囲に区域がないため、区域外としました。',
  },
  margin: '余裕距離(誤差に足す距離)',
  compared: '比べた区域データ',
  noCredit: '出典の記載なし',
  licence: (licence: string) => `利用条件 ${licence}`,
  assessed: '判定した日時',
  traceHint: '区域を選ぶと、その境界までの線と距離が地図に出ます。',
  traced: '地図に線を表示中',
  openZone: (name: string) => `${name}の詳細を開く`,
};
