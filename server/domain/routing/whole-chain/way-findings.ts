import { metresText } from '#domain/geo/metres-text';
import { PHENOMENA, type ZoneClass } from '#domain/hazard/zone';
import type { Problem } from '#domain/problem';
import { type Bilingual, PHENOMENON_LABELS } from '#domain/resident/labels';
import type { Route } from '../route/route.ts';
import type { Finding, FindingCode, Gravity, WayKey } from './finding.ts';

/** What of a route is looked at. */
export type RouteFigures = Pick<
  Route,
  'exposure' | 'steps' | 'steepestPercent' | 'lengthMeters' | 'widthUnknownMeters'
> & {
  readonly unknown: readonly { readonly lengthMeters: number }[];
  readonly walkToRoad: { readonly lengthMeters: number };
  readonly walkFromRoad: { readonly lengthMeters: number };
};

/** A way of the chain: what it comes to, or why there is none. */
export interface CheckedWay {
  readonly key: WayKey;
  /** e.g. 自宅から避難先まで. */
  readonly label: Bilingual;
  /** Whether it is gone on foot, pushed or carried. */
  readonly isOnFoot: boolean;
  readonly route: RouteFigures | null;
  readonly problem: Problem | null;
  /** Metres of its long walks off every road, straight lines, that meet a red zone. */
  readonly offRoadInRedMeters: number;
}

/** The usual limit of a ramp, 1/12 (移動等の円滑化の促進に関する法律施行令). */
const STEEP_PERCENT = 8.3;
/** As far as people who need support are expected to go on foot (?), for the city to set. */
const FAR_ON_FOOT_METERS = 500;

/** A garden path is as long; farther than this off every road somebody has to look how it is gone. */
export const OFF_ROAD_METERS = 50;

const RED = ['red', 'red-before-designation'] as const;
const YELLOW = ['yellow', 'yellow-before-designation'] as const;
const NAMES: Readonly<Record<ZoneClass, Bilingual>> = {
  red: { ja: '特別警戒区域', en: 'red zones' },
  'red-before-designation': { ja: '特別警戒区域(指定前)', en: 'red zones before designation' },
  yellow: { ja: '警戒区域', en: 'yellow zones' },
  'yellow-before-designation': { ja: '警戒区域(指定前)', en: 'yellow zones before designation' },
};

/** What is found about one way. Without zone data nothing is said of zones, and nothing is taken for none. */
export function wayFindings(way: CheckedWay, hasZoneData: boolean): Finding[] {
  const { route, problem, label } = way;
  const findings: Finding[] = [];
  const tell = (gravity: Gravity, code: FindingCode, amount: number, ja: string, en: string) =>
    findings.push({
      ...{ gravity, code, place: null, way: way.key, amount },
      ja: `${label.ja}:${ja}`,
      en: `${label.en}: ${en}`,
    });
  if (route === null) {
    if (problem !== null) tell('danger', 'no-way', 0, problem.ja, problem.en);
    return findings;
  }
  if (hasZoneData) {
    for (const zoneClass of RED) tellZones(tell, 'danger', 'way-in-red', route, zoneClass);
    for (const zoneClass of YELLOW) tellZones(tell, 'caution', 'way-in-yellow', route, zoneClass);
  }
  const { steps, steepestPercent, unknown, widthUnknownMeters } = route;
  if (way.isOnFoot) {
    if (steps.flights > 0)
      tell(
        ...(['caution', 'steps', steps.flights] as const),
        `階段が${steps.flights}か所あります`,
        `${steps.flights} flights of steps`,
      );
    const slope = Math.abs(steepestPercent ?? 0);
    if (slope > STEEP_PERCENT)
      tell(
        ...(['caution', 'steep', slope] as const),
        `最も急な勾配は${slope.toFixed(1)}%です(スロープの基準${STEEP_PERCENT}%を超えます)`,
        `as steep as ${slope.toFixed(1)} % (beyond the ${STEEP_PERCENT} % of a ramp)`,
      );
    const meters =
      route.lengthMeters + route.walkToRoad.lengthMeters + route.walkFromRoad.lengthMeters;
    if (meters > FAR_ON_FOOT_METERS)
      tell(
        ...(['caution', 'far-on-foot', meters] as const),
        `歩く距離が${metresText(meters)}メートルあります(目安は${FAR_ON_FOOT_METERS}メートルまで)`,
        `${metresText(meters)} m on foot (${FAR_ON_FOOT_METERS} m is what is planned for)`,
      );
  }
  if (steepestPercent === null && route.lengthMeters > 0)
    tell('unknown', 'slope-unknown', 0, '標高データがなく、勾配が分かりません', 'slope not known');
  const toCheck = unknown.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0);
  if (unknown.length > 0)
    tell(
      ...(['unknown', 'check-on-site', toCheck] as const),
      `通れるか現地で確認が要る区間が${unknown.length}か所、計${metresText(toCheck)}メートルあります`,
      `${unknown.length} stretches, ${metresText(toCheck)} m, to be checked on site`,
    );
  else if (widthUnknownMeters > 0)
    tell(
      ...(['unknown', 'width-unknown', widthUnknownMeters] as const),
      `幅員の分からない道が${metresText(widthUnknownMeters)}メートルあります`,
      `${metresText(widthUnknownMeters)} m of road of unknown width`,
    );
  const offRoad = Math.max(route.walkToRoad.lengthMeters, route.walkFromRoad.lengthMeters);
  const { offRoadInRedMeters } = way;
  if (offRoadInRedMeters > 0)
    tell(
      ...(['danger', 'off-road-in-red', offRoadInRedMeters] as const),
      `道のない所を直線で${metresText(offRoadInRedMeters)}メートル行く計算で、その直線は特別警戒区域にかかります`,
      `${metresText(offRoadInRedMeters)} m in a straight line where there is no road, and that line meets a red zone`,
    );
  else if (offRoad > OFF_ROAD_METERS)
    tell(
      ...(['unknown', 'off-road', offRoad] as const),
      `道のない所を直線で${metresText(offRoad)}メートル行く計算です。その間に何があるかは調べていません`,
      `${metresText(offRoad)} m in a straight line where there is no road; what lies on it was not looked at`,
    );
  return findings;
}

function tellZones(
  tell: (gravity: Gravity, code: FindingCode, amount: number, ja: string, en: string) => void,
  gravity: Gravity,
  code: FindingCode,
  { exposure }: RouteFigures,
  zoneClass: ZoneClass,
): void {
  const meters = exposure.byClass[zoneClass];
  if (!(meters > 0)) return;
  const parts = PHENOMENA.flatMap((phenomenon) => {
    const of = exposure.byPhenomenon[zoneClass][phenomenon];
    const { ja, en } = PHENOMENON_LABELS[phenomenon];
    return of > 0
      ? [{ ja: `${ja}${metresText(of)}メートル`, en: `${en} ${metresText(of)} m` }]
      : [];
  });
  const { ja, en } = NAMES[zoneClass];
  tell(
    ...([gravity, code, meters] as const),
    `${ja}を${metresText(meters)}メートル通ります(${parts.map((part) => part.ja).join('、')})`,
    `${metresText(meters)} m inside ${en} (${parts.map((part) => part.en).join(', ')})`,
  );
}
