/** A date as offices write it: 「昭和12年3月4日」. Years from 1912 on. */
export function wareki({ year, month, day }: { year: number; month: number; day: number }): string {
  const code = year * 10_000 + month * 100 + day;
  const [era, first] =
    code >= 20190501
      ? ['令和', 2019]
      : code >= 19890108
        ? ['平成', 1989]
        : code >= 19261225
          ? ['昭和', 1926]
          : ['大正', 1912];
  const number = year - Number(first) + 1;
  return `${era}${number === 1 ? '元' : number}年${month}月${day}日`;
}
