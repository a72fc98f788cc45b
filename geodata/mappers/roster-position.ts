import {
  ACCURACIES,
  type Accuracy,
  DEFAULT_RADIUS_METERS,
  type LocatedPosition,
} from '#domain/resident/accuracy';
import type { ImportReason } from '#geodata/item';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import { comparable, NOT_SAID, type Parsed, parsed, textOrNull } from './roster-text.ts';

type KnownAccuracy = Exclude<Accuracy, 'none'>;

const ACCURACY_WORDS: Readonly<Record<KnownAccuracy, readonly string[]>> = {
  building: ['建物', '建物単位', '家屋', '号', '住居番号', '番地号', 'building'],
  manual: ['手動', '手入力', '手作業', '現地確認', '現地', '職員確認', 'manual'],
  block: ['街区', '街区まで', '街区レベル', '番地', '番', '地番', 'block'],
  town: [
    '町丁目',
    '町名',
    '町名まで',
    '大字・町丁目レベル',
    '町丁・字',
    '町字',
    '丁目',
    '大字',
    '大字・町丁目',
    '字',
    '町',
    'town',
  ],
};
const BY_WORD = new Map(
  (Object.entries(ACCURACY_WORDS) as [KnownAccuracy, readonly string[]][]).flatMap(
    ([accuracy, words]) =>
      words.map((word): [string, KnownAccuracy] => [comparable(word), accuracy]),
  ),
);
export const ACCURACY_LABELS_JA: Readonly<Record<KnownAccuracy, string>> = {
  building: '建物',
  manual: '手動',
  block: '街区',
  town: '町丁目',
};

/** Where Japan lies; the two ranges share no number, so swapped columns are recognised. */
const LATITUDES = { from: 20, to: 46 };
const LONGITUDES = { from: 122, to: 154 };

export interface PositionCells {
  readonly latitude: string | undefined;
  readonly longitude: string | undefined;
  readonly accuracy: string | undefined;
  /** The file has a column for the accuracy; without one a note at each row would only be noise. */
  readonly hasAccuracyColumn: boolean;
  /** What a position without a readable accuracy counts as. */
  readonly assumed: KnownAccuracy;
}

/** The position that a row carries itself, in decimal degrees. */
export function parsePosition(cells: PositionCells): Parsed<LocatedPosition> {
  const [latitudeText, longitudeText] = [textOrNull(cells.latitude), textOrNull(cells.longitude)];
  if (latitudeText === null && longitudeText === null) return NOT_SAID;
  const a = decimalDegrees(latitudeText);
  const b = decimalDegrees(longitudeText);
  const swapped = within(b, LATITUDES) && within(a, LONGITUDES);
  if (!swapped && !(within(a, LATITUDES) && within(b, LONGITUDES)))
    return parsed<LocatedPosition>(null, ROSTER_REASONS.positionUnreadable());
  const repairs: ImportReason[] = swapped ? [ROSTER_REASONS.positionSwapped()] : [];

  let accuracy = readAccuracy(cells.accuracy);
  if (accuracy === 'none') return parsed<LocatedPosition>(null, ...repairs);
  if (accuracy === null) {
    accuracy = cells.assumed;
    if (cells.hasAccuracyColumn)
      repairs.push(ROSTER_REASONS.accuracyAssumed(ACCURACY_LABELS_JA[accuracy]));
  }
  const radiusMeters = DEFAULT_RADIUS_METERS[accuracy];
  return parsed<LocatedPosition>(
    { accuracy, position: swapped ? [a, b] : [b, a], radiusMeters },
    ...repairs,
  );
}

function readAccuracy(cell: string | undefined): Accuracy | null {
  const text = textOrNull(cell);
  if (text === null) return null;
  const plain = comparable(text).replace(/(?:レベル|単位|精度)$/u, '');
  if (plain === 'なし' || plain === 'NONE') return 'none';
  return (
    BY_WORD.get(plain) ?? ACCURACIES.find((accuracy) => accuracy.toUpperCase() === plain) ?? null
  );
}

function decimalDegrees(text: string | null): number {
  const plain = text === null ? '' : comparable(text).replace(/(?:°|度)$/u, '');
  return /^[0-9]{2,3}(?:\.[0-9]+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

function within(value: number, range: { from: number; to: number }): boolean {
  return value >= range.from && value <= range.to;
}
