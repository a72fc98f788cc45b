import type { RoadWidth } from '#domain/road/road';
import type { OsmTags } from '#geodata/steps/osm/osm-visitor';
import { metersOf } from './measures.ts';

/** An estimate (est_width) is by eye: nobody knows it to better than a metre. */
const ESTIMATE_MARGIN_METERS = 1;
/** No carriageway is as wide: a slip of the pen, such as millimetres. */
const WIDEST_METERS = 100;

/**
 * Width by `width`, else by `est_width`, never more than a posted or built limit (`maxwidth`,
 * `maxwidth:physical`): whoever is wider does not get through.
 */
export function widthOfWay(tags: OsmTags): RoadWidth | null {
  const range =
    rangeOf(tags.get('width')) ?? around(rangeOf(tags.get('est_width')), ESTIMATE_MARGIN_METERS);
  const limits = [tags.get('maxwidth'), tags.get('maxwidth:physical')].flatMap(
    (text) => metersOf(text) ?? [],
  );
  if (limits.length === 0)
    return range === null
      ? null
      : { leastMeters: range[0], mostMeters: range[1], from: 'osm-width' };
  const limit = Math.min(...limits);
  return {
    leastMeters: range === null ? limit : Math.min(range[0], limit),
    mostMeters: range === null || range[1] === null ? limit : Math.min(range[1], limit),
    from: 'osm-width',
  };
}

type Range = readonly [least: number, most: number | null];

/** `3.5`, `3-4`, `<3`, `>4`, `~3`; of several (`3;4`) the narrowest to the widest. */
function rangeOf(text: string | undefined): Range | null {
  if (text === undefined) return null;
  const plain = text.normalize('NFKC').trim();
  const bound = /^([<>~≈])\s*(.+)$/.exec(plain);
  if (bound !== null) {
    const meters = sane(metersOf(bound[2]));
    if (meters === null) return null;
    if (bound[1] === '<') return [0, meters];
    return bound[1] === '>' ? [meters, null] : around([meters, meters], ESTIMATE_MARGIN_METERS);
  }
  const parts = plain.split(/\s*[;〜~–-]\s*/).map((part) => sane(metersOf(part)));
  const known = parts.filter((part) => part !== null);
  if (known.length === 0 || known.length < parts.length) return null;
  return [Math.min(...known), Math.max(...known)];
}

function sane(meters: number | null): number | null {
  return meters === null || meters > WIDEST_METERS ? null : meters;
}

function around(range: Range | null, margin: number): Range | null {
  if (range === null) return null;
  const [least, most] = range;
  return [Math.max(0, least - margin), most === null ? null : most + margin];
}
