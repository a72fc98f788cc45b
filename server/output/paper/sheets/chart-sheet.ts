import type { Charts } from '#contract/chart';
import { FACT_SOURCE_LABELS } from '#domain/chart/facts';
import type { Block, Sheet } from '../sheet.ts';
import { dateWithEra } from './plan-words.ts';

interface ChartOnPaper {
  readonly municipalityName: string;
  readonly charts: Charts;
  /** Names of districts, each on pages of its own; several make a booklet. */
  readonly districts: readonly Charts['districts'][number][];
  /** YYYY-MM-DD */
  readonly printedOn: string;
}

const FOOTER =
  '地域福祉カルテ。数値は作成者の役割で見られる人だけを数えています。少ない人数が分かるため、配るときは市の公開データを使ってください。';
const WORDS = {
  hidden: '非表示',
  'not-recorded': '未記録',
  'not-computable': '計算不可',
  wrong: '式の誤り',
} as const;

/** What the sums over all districts are called: of the city alone where they are of everybody in it. */
const SUMS: Readonly<Record<Charts['cityIsOf'], { readonly ja: string; readonly en: string }>> = {
  everybody: { ja: '市全体', en: 'The city as a whole' },
  seen: { ja: '全地区(見える人)', en: 'All districts (people who are seen)' },
  districts: { ja: '担当地区の計', en: 'Own districts' },
};

/** The chart of one district on a page of A4, or a booklet of all with the figures of the city in front. */
export function chartSheet({ charts, districts, ...paper }: ChartOnPaper): Sheet {
  const [only] = districts;
  const isBooklet = districts.length > 1;
  return {
    municipality: paper.municipalityName,
    title: isBooklet
      ? { ja: '地域福祉カルテ 全地区', en: 'District charts' }
      : { ja: `地域福祉カルテ ${nameOf(only)}`, en: 'District chart' },
    person: null,
    subtitle: [
      `${dateWithEra(paper.printedOn)}に印刷`,
      ...(isBooklet ? [`${districts.length}地区`] : []),
    ],
    planAddress: null,
    warning: null,
    footer: FOOTER,
    blocks: [
      ...(isBooklet ? [cityTable(charts), datesOf(charts)] : []),
      ...districts.flatMap((district, place): Block[] => [
        ...(isBooklet || place > 0 ? [{ kind: 'new-page' } as const] : []),
        table(charts, district),
        ...(isBooklet ? [] : [datesOf(charts)]),
      ]),
    ],
  };
}

const nameOf = (district: Charts['districts'][number] | undefined) => district?.name ?? '地区不明';

type Item = Charts['items'][number];
const labelOf = ({ label, unit }: Item) => (unit.ja === '' ? label.ja : `${label.ja}(${unit.ja})`);

function textOf(item: Item, figures: Charts['city']): string {
  const figure = figures[item.id];
  if (figure === undefined) return WORDS['not-recorded'];
  if (figure.state !== 'known') return WORDS[figure.state];
  const number = figure.value.toLocaleString('en-US', {
    ...{ minimumFractionDigits: item.decimals, maximumFractionDigits: item.decimals },
  });
  return number;
}

/** Items in two columns, down the left one first: all of a district stands on one page. */
function inTwo(items: readonly Item[], cellsOf: (item: Item) => readonly string[]): string[][] {
  const half = Math.ceil(items.length / 2);
  const empty = items[0] === undefined ? [] : cellsOf(items[0]).map(() => '');
  return items.slice(0, half).map((item, place) => {
    const right = items[half + place];
    return [...cellsOf(item), ...(right === undefined ? empty : cellsOf(right))];
  });
}

function table(charts: Charts, district: Charts['districts'][number]): Block {
  const name = nameOf(district);
  const sum = SUMS[charts.cityIsOf].ja;
  return {
    kind: 'table',
    title: { ja: name, en: 'Figures of the district and of the city' },
    heads: ['項目', name, sum, '項目', name, sum],
    widths: [42, 13, 13, 42, 13, 13],
    isDense: true,
    rows: inTwo(charts.items, (item) => [
      labelOf(item),
      textOf(item, district.figures),
      textOf(item, charts.city),
    ]),
    none: null,
  };
}

function cityTable(charts: Charts): Block {
  const sum = SUMS[charts.cityIsOf];
  return {
    kind: 'table',
    title: sum,
    heads: ['項目', sum.ja, '項目', sum.ja],
    widths: [46, 14, 46, 14],
    isDense: true,
    rows: inTwo(charts.items, (item) => [labelOf(item), textOf(item, charts.city)]),
    none: null,
  };
}

function datesOf({ dates }: Charts): Block {
  return {
    kind: 'notices',
    title: { ja: '使ったデータの時点', en: 'Dates of the data' },
    lines: [
      dates
        .map(
          ({ source, asOf }) =>
            `${FACT_SOURCE_LABELS[source].ja}: ${asOf === null ? '時点不明' : dateWithEra(asOf)}`,
        )
        .join('、'),
      '「未記録」と「非表示」は、0ではありません。',
    ],
  };
}
