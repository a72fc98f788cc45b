/** Told on the map where a list's filters hold that is not on the screen. */
export const mapFilter = {
  text: (count: string) => `対象者の一覧で選んだ条件(${count}件)に合う人だけが、地図に出ています。`,
  all: 'すべての人を出す',
};
