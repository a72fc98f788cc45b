/** Metres of one unit, as lengths are written in OSM (https://wiki.openstreetmap.org/wiki/Map_features/Units). */
const METERS: Readonly<Record<string, number>> = {
  '': 1,
  m: 1,
  meter: 1,
  meters: 1,
  metre: 1,
  metres: 1,
  メートル: 1,
  cm: 0.01,
  km: 1000,
  ft: 0.3048,
  feet: 0.3048,
};
const METERS_PER_INCH = 0.0254;

/** Tonnes of one unit; `st` is the short ton. */
const TONNES: Readonly<Record<string, number>> = {
  '': 1,
  t: 1,
  トン: 1,
  kg: 0.001,
  st: 0.907_184_74,
  lbs: 0.000_453_592_37,
  lb: 0.000_453_592_37,
};

const NUMBER = /^(\d+(?:[.,]\d+)?)\s*(\D*)$/;
/** Feet and inches: `12'`, `12'6"`. */
const FEET = /^(\d+(?:\.\d+)?)\s*['′]\s*(?:(\d+(?:\.\d+)?)\s*(?:["″]|'')?)?$/;

/** Metres of a text such as `3.5`, `3.5 m`, `350 cm`, `12'6"`; null where it is none. */
export function metersOf(text: string | undefined): number | null {
  const plain = text?.normalize('NFKC').trim().toLowerCase() ?? '';
  const feet = FEET.exec(plain);
  if (feet !== null)
    return rounded(
      Number(feet[1]) * METERS.ft! +
        (feet[2] === undefined ? 0 : Number(feet[2]) * METERS_PER_INCH),
    );
  return measured(plain, METERS);
}

/** Tonnes of a text such as `3.5`, `3.5 t`, `10000 kg`; null where it is none. */
export function tonnesOf(text: string | undefined): number | null {
  return measured(text?.normalize('NFKC').trim().toLowerCase() ?? '', TONNES);
}

/** A whole number from 1 on; null for anything else. */
export function countOf(text: string | undefined): number | null {
  const count = Number(text?.normalize('NFKC').trim() || Number.NaN);
  return Number.isInteger(count) && count > 0 && count < 10_000 ? count : null;
}

function measured(text: string, units: Readonly<Record<string, number>>): number | null {
  const found = NUMBER.exec(text);
  if (found === null) return null;
  const unit = Object.hasOwn(units, found[2]!.trim()) ? units[found[2]!.trim()]! : null;
  const value = Number(found[1]!.replace(',', '.'));
  return unit === null || value <= 0 ? null : rounded(value * unit);
}

/** To the millimetre or the kilogram: what a product in binary adds is no measure. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
