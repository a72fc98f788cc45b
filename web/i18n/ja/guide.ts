/** Words around the guide to personal data; what it says comes from the table of roles. */
export const guide = {
  title: '個人情報の扱い',
  tabs: '見え方と個人情報の扱いの切り替え',
  intro:
    '見える情報で、してよいこと・してはいけないことをまとめました。紙に印刷して手元に置けます。',
  read: '読みました',
  readAt: (moment: string) => `${moment} に読みました(この役割・この版)`,
  version: (version: string) => `版 ${version}`,
  table: '役割の表から作られています。くわしい表は「見え方」で見られます。',
  openTable: '「見え方」を開く',
  print: '印刷(A4)',
  notice:
    'この役割で初めてのサインインです(または案内が変わりました)。個人情報の扱いを読んでください。',
  open: '読む',
  operator: 'このコンピューターの管理者として使っています。',
};
