import type { PlanContent, PlanDestination } from '#domain/plan/plan';
import { boxOfMap } from '../lay-out.ts';
import type { MapMark, MarkKind } from '../map/map-content.ts';
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
  const { destination, secondDestination, route } = content;
  const marks = [
    ...homeMark(person),
    ...destinationMark('destination', destination),
    ...destinationMark('second-destination', secondDestination),
    ...content.supporters.flatMap(({ id, name, place }) =>
      supporterIds.includes(id) && place.position !== null
        ? [mark('supporter', place.position, name)]
        : [],
    ),
  ];
  const line = (route?.line ?? []).map(([lng, lat]) => [lng, lat] as const);
  const core = { marks: marks.filter(({ kind }) => CORE.includes(kind)), route: line };
  return {
    kind: 'map',
    title: { ja: '避難経路の地図', en: 'Map of the way' },
    content: { marks, route: line, zones: surroundings.zones, ground: surroundings.ground },
    box: boxOfMap(core) ?? boxOfMap({ marks, route: line }),
    heightMm,
    pieces: [],
    scale: null,
    cautions: cautionsOf(person, content, surroundings),
    credits: creditsOf(surroundings),
  };
}

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
