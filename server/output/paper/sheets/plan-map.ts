import { bboxOf } from '#domain/geo/bbox';
import type { Bbox, Position } from '#domain/geo/position';
import type { PlanContent, PlanDestination } from '#domain/plan/plan';
import { boxOfMap, MAP_WIDTH_MM } from '../lay-out.ts';
import type { MapMark, MarkKind } from '../map/map-content.ts';
import { frameAround } from '../map/map-frame.ts';
import type { MapBlock } from '../sheet.ts';
import type { PersonOnPaper, Surroundings } from './plan-on-paper.ts';
import { asOfPrinted } from './plan-words.ts';

interface MapOptions {
  readonly heightMm: number;
  /** Which supporters are drawn: on a supporter's own sheet that one alone. */
  readonly supporterIds: readonly string[];
}

/** Home, way and destinations of one plan on a map. */
export function planMap(
  person: PersonOnPaper,
  content: PlanContent,
  surroundings: Surroundings,
  { heightMm, supporterIds }: MapOptions,
): MapBlock {
  const marks = marksOf(person, content, supporterIds);
  return {
    kind: 'map',
    title: { ja: '避難経路の地図', en: 'Map of the way' },
    content: {
      ...{ marks, route: lineOf(content) },
      ...{ zones: surroundings.zones, ground: surroundings.ground },
    },
    box: boxOfPlan(person, content),
    heightMm,
    pieces: [],
    scale: null,
    cautions: cautionsOf(person, content, surroundings),
    credits: creditsOf(surroundings),
  };
}

/** Heights of the maps on the sheets that have one; each is as broad as the page. */
export const MAP_HEIGHTS_MM = { person: 96, supporter: 122 } as const;

/** All that the maps of a plan show, on whichever sheet; null where no place of it is known. */
export function seenByMaps(person: PersonOnPaper, content: PlanContent): Bbox | null {
  const box = boxOfPlan(person, content);
  if (box === null) return null;
  const frames = Object.values(MAP_HEIGHTS_MM).map((heightMm) =>
    frameAround(box, { widthMm: MAP_WIDTH_MM, heightMm }),
  );
  return bboxOf(
    frames.flatMap(({ bbox: [west, south, east, north] }) => [
      [west, south],
      [east, north],
    ]),
  );
}

function boxOfPlan(person: PersonOnPaper, content: PlanContent): Bbox | null {
  const marks = marksOf(
    person,
    content,
    content.supporters.map(({ id }) => id),
  );
  const route = lineOf(content);
  const core = { marks: marks.filter(({ kind }) => CORE.includes(kind)), route };
  return boxOfMap(core) ?? boxOfMap({ marks, route });
}

function marksOf(
  person: PersonOnPaper,
  { destination, secondDestination, supporters }: PlanContent,
  supporterIds: readonly string[],
): MapMark[] {
  return [
    ...homeMark(person),
    ...destinationMark('destination', destination),
    ...destinationMark('second-destination', secondDestination),
    ...supporters.flatMap(({ id, name, place }) =>
      supporterIds.includes(id) && place.position !== null
        ? [mark('supporter', place.position, name)]
        : [],
    ),
  ];
}

const lineOf = ({ route }: PlanContent): Position[] =>
  (route?.line ?? []).map(([lng, lat]) => [lng, lat]);

/** What decides the scale; who comes from afar is drawn where they lie inside. */
const CORE: readonly MarkKind[] = ['home', 'destination'];

const mark = (kind: MarkKind, at: { lng: number; lat: number }, label: string): MapMark => ({
  kind,
  position: [at.lng, at.lat],
  label,
  radiusMeters: null,
});

function homeMark({ position, accuracy, radiusMeters }: PersonOnPaper): MapMark[] {
  if (position === null) return [];
  const isWide = accuracy === 'block' || accuracy === 'town';
  return [{ kind: 'home', position, label: '自宅', radiusMeters: isWide ? radiusMeters : null }];
}

function destinationMark(kind: MarkKind, destination: PlanDestination | null): MapMark[] {
  const at = destination?.place.position ?? null;
  return destination === null || at === null ? [] : [mark(kind, at, destination.name)];
}

function cautionsOf(
  { position, accuracy }: PersonOnPaper,
  { route, destination, secondDestination }: PlanContent,
  { zonesAsOf, roadsAsOf }: Surroundings,
): string[] {
  const isWide = accuracy === 'block' || accuracy === 'town';
  return [
    position === null ? '自宅の位置は不明です(要確認)。' : null,
    isWide ? '自宅の位置は点線の円の中のどこかで、正確には分かっていません(要確認)。' : null,
    destination !== null && destination.place.position === null
      ? '避難先の位置は不明です(要確認)。'
      : null,
    secondDestination !== null && secondDestination.place.position === null
      ? '第2の避難先の位置は不明です(要確認)。'
      : null,
    route === null ? '避難経路はまだ決まっていません(要確認)。' : null,
    zonesAsOf.length === 0
      ? '土砂災害警戒区域のデータがありません。区域は描かれていません。'
      : null,
    roadsAsOf.length === 0 ? '道路のデータがありません。道路は描かれていません。' : null,
  ].filter((words) => words !== null);
}

export function creditsOf({ zonesAsOf, roadsAsOf, credits }: Surroundings): string[] {
  const zones = asOfPrinted(zonesAsOf);
  const roads = asOfPrinted(roadsAsOf);
  return [
    `区域データ: ${zones ?? 'なし'} ・ 道路データ: ${roads ?? 'なし'}`,
    ...(credits.length === 0 ? [] : [`出典: ${credits.join('、')}`]),
  ];
}
