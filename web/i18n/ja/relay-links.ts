/** Words of the ways from a person's panel to relay sheets, resources and the guide. */
export const relayLinks = {
  write: 'つなぐシートを書く',
  sheets: 'この人のシート',
  near: '歩いて行ける地域の資源',
  guide: 'この情報の扱い方',
};
