import type { RoadKind, RoadWidth } from '#domain/road/road';
import type { ImportReason } from '#geodata/item';
import { ROAD_REASONS } from './road-reasons.ts';
import type { RoadAttributes } from './road-record.ts';

/**
 * Attributes of GSI's road centre lines in each of its spellings: `rnkWidth` (ベクトルタイル提供実験,
 * experimental_rdcl), `vt_rnkwidth` (最適化ベクトルタイル, RdCL); upper and lower case differ between
 * converters. Values are texts (`3m-5.5m未満`), or codes in 地理院地図Vector.
 */
export type GsiRoadProperties = ReadonlyMap<string, unknown>;

/** Properties by their name without `vt_` and in lower case. */
export function gsiProperties(properties: Readonly<Record<string, unknown>>): GsiRoadProperties {
  return new Map(
    Object.entries(properties).map(([name, value]) => [
      name.toLowerCase().replace(/^vt_/, ''),
      value,
    ]),
  );
}

export function isGsiRoad(properties: Readonly<Record<string, unknown>>): boolean {
  const names = gsiProperties(properties);
  return names.has('rnkwidth') && names.has('rdctg');
}

/** Metres from and to of the classes of width, by their code. 5 (その他) and 6 (不明) say nothing. */
const CLASSES: readonly (readonly [least: number, most: number | null])[] = [
  [0, 3],
  [3, 5.5],
  [5.5, 13],
  [13, 19.5],
  [19.5, null],
];
/** 道路分類 by its code. */
const CATEGORIES = ['国道', '都道府県道', '市区町村道等', '高速自動車国道等', 'その他', '不明'];
/** Wider is no road: a slip in the unit. */
const WIDEST_CENTIMETERS = 20_000;

export type GsiRoadReading =
  | { readonly kind: 'road'; readonly attributes: RoadAttributes }
  | { readonly kind: 'left-out'; readonly reason: ImportReason };

/** What a centre line is. One-way traffic, surface and barriers are not in these data: unknown. */
export function readGsiRoad(properties: GsiRoadProperties): GsiRoadReading {
  const text = (name: string) => String(properties.get(name) ?? '').trim();
  const state = text('state');
  if (/建設中/.test(state)) return { kind: 'left-out', reason: ROAD_REASONS.notOpen };
  // 地物コード 27xy: x = 0 ordinary, 1 garden path, 2 foot path, 3 steps; y = 3 bridge, 4 tunnel.
  const code = /^27(\d)(\d)$/.exec(text('ftcode') || text('code'));
  const kind = kindOf(text('type') || state, code?.[1], text('rdctg'), text('motorway'));
  return {
    kind: 'road',
    attributes: {
      kind,
      name: nameOf(text('name') || text('commonname')),
      width: widthOf(properties),
      lanes: null,
      surface: 'unknown',
      isBridge: /橋|高架/.test(state) || code?.[2] === '3',
      isTunnel: /トンネル/.test(state) || code?.[2] === '4',
      stepCount: kind === 'steps' ? null : 0,
      oneway: 'both',
      access: { foot: 'unknown', wheelchair: 'unknown', car: 'unknown', emergency: 'unknown' },
      maxHeightMeters: null,
      maxWeightTonnes: null,
    },
  };
}

function nameOf(text: string): string | null {
  return text === '' || text === 'null' ? null : text;
}

function kindOf(
  type: string,
  typeCode: string | undefined,
  category: string,
  motorway: string,
): RoadKind {
  if (/石段/.test(type) || typeCode === '3') return 'steps';
  if (/徒歩道/.test(type) || typeCode === '2') return 'path';
  if (/庭園路/.test(type) || typeCode === '1') return 'service';
  const said = /^\d$/.test(category) ? (CATEGORIES[Number(category)] ?? '') : category;
  // Names of the category end in 道 all alike: the motorway first, for 高速自動車国道等 holds 国道.
  if (/高速/.test(said) || /^(?:1|true|高速)/.test(motorway)) return 'motorway';
  if (/国道/.test(said)) return 'trunk';
  if (/主要道路/.test(said)) return 'primary';
  return /都道府県道/.test(said) ? 'secondary' : 'street';
}

/**
 * Centimetres where they are there, else the class. Where the two contradict each other nobody knows
 * which is right: from the narrower to the wider.
 */
function widthOf(properties: GsiRoadProperties): RoadWidth | null {
  const range = classOf(properties.get('rnkwidth'));
  const centimeters = Number(properties.get('width') ?? 0);
  if (!(centimeters > 0 && centimeters <= WIDEST_CENTIMETERS))
    return range === null
      ? null
      : { leastMeters: range[0], mostMeters: range[1], from: 'gsi-class' };
  const meters = centimeters / 100;
  const [least, most] = range ?? [meters, meters];
  // Within the class what was measured is meant.
  const isWithin = least <= meters && (most === null || meters <= most);
  return {
    leastMeters: isWithin ? meters : Math.min(least, meters),
    mostMeters: isWithin ? meters : most === null ? null : Math.max(most, meters),
    from: 'gsi-centimetres',
  };
}

function classOf(value: unknown): readonly [least: number, most: number | null] | null {
  const text = String(value ?? '').normalize('NFKC');
  if (/^[0-9]$/.test(text.trim())) return CLASSES[Number(text)] ?? null;
  const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
  const [first, second] = numbers;
  if (first === undefined) return null;
  if (second !== undefined) return [Math.min(first, second), Math.max(first, second)];
  if (/未満|以下/.test(text)) return [0, first];
  return /以上/.test(text) ? [first, null] : null;
}
