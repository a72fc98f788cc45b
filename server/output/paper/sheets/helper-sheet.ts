import type { Booking } from '#domain/plan/booking';
import { blocksOf, findBookings, type HelperTimeline } from '#domain/plan/bookings';
import type { DepartureLevel } from '#domain/plan/plan';
import type { PlanDepartureAnswer } from '#domain/plan/plan-departure';
import type { Block, NoticesBlock, Printed, Sheet } from '../sheet.ts';
import { CONFIDENTIAL, NO_GUARANTEE, stageWarning } from './notices.ts';
import type { PlanOnPaper } from './plan-on-paper.ts';
import { asOfPrinted, dateWithEra, LEVEL_WORDS } from './plan-words.ts';
import { supporterSheet } from './supporter-sheet.ts';

const LEVELS: readonly DepartureLevel[] = [3, 4];

/** One person whom the helper comes to. */
export interface HelperPart {
  readonly residentId: string;
  readonly plan: PlanOnPaper;
  readonly supporterId: string;
  /** As if this helper alone came; null where it was not reckoned. */
  readonly departure: PlanDepartureAnswer | null;
  /** null where another one of the plan's supporters is there first, and this one stands in. */
  readonly booking: Booking | null;
}

export interface HelperOnPaper {
  readonly municipalityName: string;
  readonly name: string;
  readonly isOrganisation: boolean;
  readonly isNameShared: boolean;
  readonly parts: readonly HelperPart[];
  /** From where one plan ends to where another begins; null = not known. */
  readonly backMinutes: (fromResidentId: string, toResidentId: string) => number | null;
  /** Dates (YYYY-MM-DD) of the roads by which the ways were found. */
  readonly roadsAsOf: readonly (string | null)[];
  readonly printedOn: string;
}

/** All of one helper's part: to whom first and until when, what falls together, then a sheet for each person. */
export function helperSheet(helper: HelperOnPaper): Sheet {
  const parts = helper.parts.toSorted(byStart);
  const notInUse = parts.filter(({ plan }) => stageWarning(plan.stage) !== null).length;
  return {
    municipality: helper.municipalityName,
    title: { ja: '支援する方へ', en: 'For the supporter' },
    person: null,
    subtitle: [
      `${helper.name} 様の分`,
      `${parts.length}人`,
      `${dateWithEra(helper.printedOn)}に印刷`,
    ],
    planAddress: null,
    warning:
      notInUse === 0
        ? null
        : `このうち${notInUse}人の計画は、まだ運用していないか、見直しが必要です。`,
    footer: CONFIDENTIAL,
    blocks: [
      peopleOf(parts),
      ...LEVELS.flatMap((level) => timelineOf(parts, level)),
      clashesOf(helper, parts),
      NO_GUARANTEE,
      ...parts.flatMap(pagesOf),
    ],
  };
}

const startOf = ({ departure }: HelperPart) => departure?.latestStartMinutes ?? Infinity;
const levelOf = ({ plan }: HelperPart) => plan.content.departure.startAt;
const orderIn = ({ plan, supporterId }: HelperPart) =>
  plan.content.supporters.findIndex(({ id }) => id === supporterId) + 1;

/** The lower level comes first, and in it whoever has to be begun first. */
function byStart(a: HelperPart, b: HelperPart): number {
  if (levelOf(a) !== levelOf(b)) return levelOf(a) - levelOf(b);
  const [one, other] = [startOf(a), startOf(b)];
  return one === other ? (a.residentId < b.residentId ? -1 : 1) : one - other;
}

function peopleOf(parts: readonly HelperPart[]): Block {
  return {
    kind: 'table',
    title: { ja: 'だれのところへ(始める時刻の早い順)', en: 'To whom, the earliest start first' },
    heads: ['順', '氏名・住所', 'いつまでに始めるか', '避難先', '役目'],
    widths: [7, 38, 40, 28, 22],
    rows: parts.map((part, index): readonly Printed[] => {
      const { person, content } = part.plan;
      const { name, address } = person;
      return [
        String(index + 1),
        address === null ? name : `${name} ${address}`,
        part.departure?.sentence.ja ?? null,
        content.destination?.name ?? null,
        part.booking === null ? `代わり(${orderIn(part)}番目)` : '先に行く人',
      ];
    }),
    none: null,
  };
}

/** Each begun as late as it may be. Who stands in has no time of their own yet. */
function timelineOf(parts: readonly HelperPart[], level: DepartureLevel): Block[] {
  const own = parts.filter((part) => part.booking !== null && levelOf(part) === level);
  if (own.length === 0) return [];
  const minutes = (value: number | undefined): Printed =>
    value === undefined ? null : `${value}分後`;
  return [
    {
      kind: 'table',
      title: {
        ja: `時間の流れ(遅くとも、${LEVEL_WORDS[level]}の発表から)`,
        en: `Times at the latest, after level ${level}`,
      },
      heads: ['氏名', '連絡を受ける', '出る', '本人の家に着く', '避難先へ出る', '避難先に着く'],
      widths: [32, 20, 18, 22, 20, 20],
      rows: own.map(({ plan, booking }) => {
        const blocks = booking === null ? [] : blocksOf(booking);
        const ends = blocks.map(({ toMinutes }) => toMinutes);
        return [
          plan.person.name,
          minutes(blocks[0]?.fromMinutes),
          ...[0, 1, 2, 3].map((at) => minutes(ends[at])),
        ];
      }),
      none: null,
    },
  ];
}

function clashesOf(helper: HelperOnPaper, parts: readonly HelperPart[]): NoticesBlock {
  const roads = asOfPrinted(helper.roadsAsOf);
  return {
    kind: 'notices',
    title: { ja: '時間の重なり', en: 'Where two need you at once' },
    lines: [
      ...(helper.isOrganisation
        ? [
            '団体の分です。だれがどなたのところへ行くかを、団体の中で決めてください。時間の重なりは計算していません。',
          ]
        : LEVELS.flatMap((level) => clashLines(helper, parts, level))),
      ...(helper.isNameShared
        ? [
            '同じ氏名の支援する人が、ほかの計画にもいます。同じ人かどうか、市の担当が電話番号を確かめてください。',
          ]
        : []),
      `道は道路データで探しました(${roads ?? '道路データがなく、来る道の時間は含みません'})。実際にかかる時間は天気や道のようすで変わります。`,
    ],
  };
}

function clashLines(
  { backMinutes }: HelperOnPaper,
  parts: readonly HelperPart[],
  level: DepartureLevel,
): string[] {
  const own = parts.filter((part) => levelOf(part) === level);
  const bookings = own.flatMap(({ booking }) => (booking === null ? [] : [booking]));
  if (bookings.length === 0) return [];
  const names = new Map(own.map(({ residentId, plan }) => [residentId, plan.person.name]));
  const nameOf = (residentId: string) => `${names.get(residentId) ?? '不明'}さん`;
  // Known to be one helper: a name alone would be asked about here once more.
  const one = bookings.map((booking) => ({ ...booking, helper: ONE }));
  const [timeline] = findBookings(one, backMinutes);
  return timeline === undefined ? [] : linesOf(timeline, level, nameOf);
}
const ONE = { name: '支援', phone: '0', address: null };

function linesOf(
  { clashes, openPlanIds, order, planIds }: HelperTimeline,
  level: DepartureLevel,
  nameOf: (residentId: string) => string,
): string[] {
  const said = `警戒レベル${level}の発表から`;
  const clashing = clashes.map(({ planIds: [a, b], fromMinutes, toMinutes, withVehicle }) => {
    const car = withVehicle ? '車も同じです。' : '';
    return `${nameOf(a)}と${nameOf(b)}:${said}${fromMinutes}分後から${toMinutes}分後まで重なります。${car}`;
  });
  const late = (order?.stops ?? []).filter(({ lateByMinutes }) => lateByMinutes > 0);
  const inOrder =
    clashes.length === 0 || order === null || order.stops.length < 2
      ? []
      : [
          `${said}すぐに始めるときの順:${order.stops.map(({ planId }) => nameOf(planId)).join('→')}${
            late.length === 0
              ? '(間に合う計算です)'
              : `(${late.map(({ planId, lateByMinutes }) => `${nameOf(planId)}は${lateByMinutes}分遅れる計算`).join('、')}。ほかの人が必要です)`
          }${order.unknownWaysBack > 0 ? '。次の家までの道の分からないところは含みません' : ''}`,
        ];
  const open = openPlanIds.map(
    (id) => `${nameOf(id)}:時刻を計算できないため、重なるかどうか分かりません(要確認)。`,
  );
  const none =
    clashes.length > 0 || planIds.length < 2 || openPlanIds.length > 0
      ? []
      : [`警戒レベル${level}:計算した時刻では、重なりは見つかりませんでした。`];
  return [...clashing, ...inOrder, ...open, ...none];
}

/** What stands on the sheet of one plan, with the person above it; what is said in front is not said again. */
function pagesOf(part: HelperPart): Block[] {
  const { plan, supporterId } = part;
  const { person, stage, version } = plan;
  const warning = stageWarning(stage);
  const sheet = supporterSheet(plan, supporterId);
  return [
    { kind: 'new-page' },
    {
      kind: 'rows',
      title: { ja: `${person.name} 様`, en: person.nameKana ?? '' },
      rows: [
        { label: '住所', text: person.address },
        { label: '電話', text: person.phone },
        { label: '計画', text: `第${version}版(支援する人 ${orderIn(part)}番目)` },
        ...(warning === null ? [] : [{ label: '注意', text: warning }]),
      ],
    },
    ...sheet.blocks.filter((block) => block !== NO_GUARANTEE),
  ];
}
