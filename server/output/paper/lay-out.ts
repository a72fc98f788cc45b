import { bboxOf } from '#domain/geo/bbox';
import type { Phenomenon, ZoneClass } from '#domain/hazard/zone';
import { PHENOMENON_LABELS } from '#domain/resident/labels';
import { fitText } from './glyphs/fit-text.ts';
import type { FontCoverage } from './glyphs/font-coverage.ts';
import { drawMap } from './map/draw-map.ts';
import { markSvg } from './map/draw-marks.ts';
import { MARK_KINDS, type MarkKind } from './map/map-content.ts';
import { frameAround } from './map/map-frame.ts';
import { routeSample, zoneSample } from './map/samples.ts';
import { qrOfPlan } from './qr.ts';
import type { MapBlock, Sheet } from './sheet.ts';

export const MAP_WIDTH_MM = 180;

interface LaidOutSheet extends Omit<Sheet, 'blocks'> {
  readonly qr: string | null;
  readonly blocks: readonly object[];
}

/** A sheet as the templates read it: maps and the QR code are drawn, and each map has its legend. */
export function layOutSheet(sheet: Sheet, fonts: readonly FontCoverage[]): LaidOutSheet {
  return {
    ...sheet,
    qr: sheet.planAddress === null ? null : qrOfPlan(sheet.planAddress),
    blocks: sheet.blocks.map((block) => (block.kind === 'map' ? layOutMap(block, fonts) : block)),
  };
}

function layOutMap(block: MapBlock, fonts: readonly FontCoverage[]): object {
  const { kind, title, content, box, heightMm, cautions, credits, scale, pieces } = block;
  if (box === null) return { kind, title, svg: null, legend: [], alt: '', cautions, credits };
  const paper = { widthMm: MAP_WIDTH_MM, heightMm };
  const frame = frameAround(box, paper, scale ?? undefined);
  const fitted = content.marks.map((mark) => ({ ...mark, label: fitPlain(mark.label, fonts) }));
  const { svg, zones } = drawMap({ ...content, marks: fitted }, frame, pieces);
  const marks = MARK_KINDS.filter((one) => content.marks.some((mark) => mark.kind === one));
  const scaleWords = `縮尺 1:${frame.scale.toLocaleString('en')}(A4で等倍に印刷したとき)`;
  return {
    kind,
    title,
    svg,
    // Not printed a second time: so that a character that is missing on the map is told.
    labels: content.marks.map(({ label }) => label),
    alt: marks.map((one) => MARK_LABELS[one]).join('、'),
    legend: [
      ...marks.toReversed().map((one) => ({ mark: markSvg(one), label: MARK_LABELS[one] })),
      ...(content.route.length > 0 ? [{ mark: routeSample(), label: '避難経路' }] : []),
      ...zones.toReversed().map((zone) => ({
        mark: zoneSample(zone.zoneClass, zone.phenomenon),
        label: zoneLabel(zone.zoneClass, zone.phenomenon),
      })),
    ],
    cautions: zones.length > 0 ? cautions : [NO_ZONES_SEEN, ...cautions],
    credits: [scaleWords, ...credits],
  };
}

/** Never more than that: nobody has been told that the ground there holds. */
const NO_ZONES_SEEN =
  'この図の範囲に、指定された区域はデータにありません。区域の外でも土砂災害は起こることがあります。';

const MARK_LABELS: Readonly<Record<MarkKind, string>> = {
  home: '自宅',
  destination: '避難先',
  'second-destination': '第2の避難先',
  supporter: '支援する人',
};

const CLASS_LABELS: Readonly<Record<ZoneClass, string>> = {
  red: '特別警戒区域',
  'red-before-designation': '特別警戒区域(指定前)',
  yellow: '警戒区域',
  'yellow-before-designation': '警戒区域(指定前)',
};

const zoneLabel = (zoneClass: ZoneClass, phenomenon: Phenomenon) =>
  `${CLASS_LABELS[zoneClass]} ${PHENOMENON_LABELS[phenomenon].ja}`;

/** The box of all that a map has to show; null where that is nothing. */
export function boxOfMap({ marks, route }: Pick<MapBlock['content'], 'marks' | 'route'>) {
  const positions = [...marks.map(({ position }) => position), ...route];
  return positions.length === 0 ? null : bboxOf(positions);
}

/** On a map a text is of one font. */
function fitPlain(label: string, fonts: readonly FontCoverage[]): string {
  const { text } = fitText(label, fonts);
  return typeof text === 'string' ? text : text.map((piece) => piece.text).join('');
}
