import { bboxOf } from '#domain/geo/bbox';
import type { Bbox, Position } from '#domain/geo/position';
import { MAP_WIDTH_MM } from '../lay-out.ts';
import type { MapMark } from '../map/map-content.ts';
import { frameAround } from '../map/map-frame.ts';
import { type MapPage, mapPages } from '../map/map-pages.ts';
import type { Block, MapBlock, Sheet } from '../sheet.ts';
import { CONFIDENTIAL, NO_GUARANTEE } from './notices.ts';
import { creditsOf } from './plan-map.ts';
import type { PlanOnPaper, Surroundings } from './plan-on-paper.ts';
import { asOfPrinted, dateWithEra, districtWords, MEANS_WORDS } from './plan-words.ts';

interface DistrictOnPaper {
  readonly municipalityName: string;
  readonly districtName: string;
  /** People of the district with a plan, as far as the reader may see them. */
  readonly plans: readonly PlanOnPaper[];
  readonly surroundings: Surroundings;
  readonly printedOn: string;
}

const SCALE = 2500;
/** Under it stands the list of those on the page. */
const HEIGHT_MM = 150;
const INDEX = { widthMm: MAP_WIDTH_MM, heightMm: 165 };
const PAGE = { widthMm: MAP_WIDTH_MM, heightMm: HEIGHT_MM };

/** A district on paper: an index map, then a page for each piece where somebody lives, with the list of them. */
export function mapBook(district: DistrictOnPaper): Sheet {
  const { plans, printedOn } = district;
  const people = plans.map((plan, index) => ({ number: index + 1, plan }));
  const placed = people.filter(({ plan }) => plan.person.position !== null);
  const unplaced = people.length - placed.length;
  const homes = placed.map(({ plan }) => plan.person.position!);
  const pages = mapPages(homes, PAGE, SCALE);
  return {
    municipality: district.municipalityName,
    title: {
      ja: `${districtWords(district.districtName)} 避難支援の地図`,
      en: 'Map book of the district',
    },
    person: null,
    subtitle: [`${plans.length}人`, `地図 ${pages.length}枚`, `${dateWithEra(printedOn)}に印刷`],
    planAddress: null,
    warning:
      unplaced === 0 ? null : `このうち${unplaced}人の家の位置は不明で、地図にありません(要確認)。`,
    footer: CONFIDENTIAL,
    blocks: [
      indexMap(district, homes, pages),
      NO_GUARANTEE,
      ...pages.flatMap((page) => pageBlocks(district, placed, page)),
    ],
  };
}

/** All that the maps of the book show; null where no home is known. */
export function seenByMapBook(homes: readonly Position[]): Bbox | null {
  const box = boxOfPages(mapPages(homes, PAGE, SCALE));
  return box === null ? null : frameAround(box, INDEX).bbox;
}

function boxOfPages(pages: readonly MapPage[]): Bbox | null {
  if (pages.length === 0) return null;
  // A page shows a little more than its piece: what it has in common with its neighbours.
  return bboxOf(
    pages.flatMap(({ box: [west, south, east, north] }) => {
      const [lng, lat] = [(east - west) / 10, (north - south) / 10];
      return [
        [west - lng, south - lat],
        [east + lng, north + lat],
      ] as const;
    }),
  );
}

interface Numbered {
  readonly number: number;
  readonly plan: PlanOnPaper;
}

function indexMap(
  { surroundings }: DistrictOnPaper,
  homes: readonly Position[],
  pages: readonly MapPage[],
): MapBlock {
  return {
    ...mapOf(
      surroundings,
      homes.map((position) => home(position, '')),
    ),
    title: { ja: '索引図', en: 'Index' },
    box: boxOfPages(pages),
    heightMm: INDEX.heightMm,
    pieces: pages,
    scale: null,
  };
}

function pageBlocks(
  { surroundings }: DistrictOnPaper,
  people: readonly Numbered[],
  { label, box }: MapPage,
): Block[] {
  const here = people.filter(({ plan }) => isIn(plan.person.position!, box));
  const marks = here.flatMap(({ number, plan }): MapMark[] => {
    const { position, accuracy, radiusMeters } = plan.person;
    const isWide = accuracy === 'block' || accuracy === 'town';
    return [{ ...home(position!, String(number)), radiusMeters: isWide ? radiusMeters : null }];
  });
  const destinations = new Map(
    people.flatMap(({ plan: { content } }) => {
      const at = content.destination?.place.position ?? null;
      if (content.destination === null || at === null) return [];
      const mark: MapMark = {
        kind: 'destination',
        position: [at.lng, at.lat],
        label: content.destination.name,
        radiusMeters: null,
      };
      return [[`${at.lng} ${at.lat}`, mark]];
    }),
  );
  return [
    { kind: 'new-page' },
    {
      ...mapOf(surroundings, [...destinations.values(), ...marks]),
      title: { ja: `地図 ${label}`, en: `Map ${label}` },
      box: middleOf(box),
      heightMm: HEIGHT_MM,
      pieces: [],
      scale: SCALE,
    },
    {
      kind: 'table',
      title: { ja: 'この地図の人', en: 'On this map' },
      heads: ['番号', '氏名', '住所', '手段', '避難先'],
      widths: [12, 32, 48, 26, 40],
      rows: here.map(({ number, plan: { person, content } }) => [
        String(number),
        person.name,
        person.address,
        content.means === null ? null : MEANS_WORDS[content.means],
        content.destination?.name ?? null,
      ]),
      none: '',
    },
  ];
}

function mapOf(surroundings: Surroundings, marks: readonly MapMark[]) {
  const { zones, ground, zonesAsOf, roadsAsOf } = surroundings;
  return {
    kind: 'map' as const,
    content: { marks, route: [], zones, ground },
    cautions: [
      ...(asOfPrinted(zonesAsOf) === null ? ['土砂災害警戒区域のデータがありません。'] : []),
      ...(asOfPrinted(roadsAsOf) === null ? ['道路のデータがありません。'] : []),
    ],
    credits: creditsOf(surroundings),
  };
}

const home = (position: Position, label: string): MapMark => ({
  kind: 'home',
  position,
  label,
  radiusMeters: null,
});

const isIn = ([lng, lat]: Position, [west, south, east, north]: Bbox) =>
  west <= lng && lng <= east && south <= lat && lat <= north;

/** At a given scale the middle alone says what is seen. */
function middleOf([west, south, east, north]: Bbox): Bbox {
  const [lng, lat] = [(west + east) / 2, (south + north) / 2];
  return [lng, lat, lng, lat];
}
