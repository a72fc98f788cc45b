import type { TrainingWay } from '../../drill-routes.ts';
import type { Block, Sheet } from '../sheet.ts';
import { minutesWords } from './plan-words.ts';

interface CardsOnPaper {
  readonly municipalityName: string;
  readonly drillTitle: string;
  readonly date: string;
  readonly startTime: string | null;
  readonly ways: readonly TrainingWay[];
  /** What the roads are of (YYYY-MM-DD), and what was closed. */
  readonly roadsAsOf: string | null;
  readonly closedRoads: number;
}

const FOOTER =
  '訓練で使うものです。個人の情報が書かれています。訓練が終わったら市に返してください。';

/** A card for each vehicle and each person who comes without one, to take along. */
export function routeCards({ ways, ...drill }: CardsOnPaper): Sheet {
  const when = drill.startTime === null ? drill.date : `${drill.date} ${drill.startTime}開始`;
  return {
    municipality: drill.municipalityName,
    title: { ja: `経路カード ${drill.drillTitle}`, en: 'Route cards' },
    ...{ person: null, planAddress: null },
    subtitle: [when, `道路データ: ${drill.roadsAsOf ?? '日付不明'}`],
    warning:
      drill.closedRoads === 0
        ? null
        : `想定で通行止めの道路が${drill.closedRoads}本あります。実際の通行止めは現地の指示に従ってください。`,
    footer: FOOTER,
    blocks: ways.flatMap((way, at): Block[] => [
      ...(at === 0 ? [] : [{ kind: 'new-page' as const }]),
      cardOf(way),
      stopsOf(way),
    ]),
  };
}

function cardOf({ name, kind, figures }: TrainingWay): Block {
  const figure = (say: (known: NonNullable<TrainingWay['figures']>) => string) =>
    figures === null ? '不明(道が分からない区間があります)' : say(figures);
  return {
    kind: 'rows',
    title: { ja: name, en: kind === 'vehicle' ? 'Vehicle' : 'Person' },
    rows: [
      {
        label: '道のり',
        text: figure(({ lengthMeters }) => `${(lengthMeters / 1000).toFixed(1)} km`),
      },
      { label: '移動の時間', text: figure(({ durationSeconds }) => minutesWords(durationSeconds)) },
      { label: '特別警戒区域の中', text: figure(({ redMeters }) => `${Math.round(redMeters)} m`) },
      { label: '担当者', text: '' },
    ],
  };
}

function stopsOf({ stops }: TrainingWay): Block {
  return {
    kind: 'table',
    title: { ja: '立ち寄り先', en: 'Stops' },
    heads: ['順', '場所', '予定(開始からの分)', '実際の時刻', '確認'],
    widths: [8, 46, 20, 18, 8],
    rows: stops.map(({ name, minute }, at) => [
      ...[String(at + 1), name, minute === null ? '―' : String(minute), '', '□'],
    ]),
    none: '―',
  };
}
