import type { ZoneClass } from '../../hazard/zone.ts';
import { CARE_LEVEL_LABELS, type CareLevel } from '../../resident/care-level.ts';
import { type Bilingual, PHENOMENON_LABELS } from '../../resident/labels.ts';
import type { LngLat, RoadTruth, RouteTruth, ZoneKind, ZonesThere } from './truth.ts';

export const words = (ja: string, en: string): Bilingual => ({ ja, en });
export const NOT_KNOWN = words('分からない', 'Not known');

const CLASSES: Readonly<Record<ZoneClass, Bilingual>> = {
  red: words('特別警戒区域', 'Red zone'),
  'red-before-designation': words('特別警戒区域(指定前)', 'Red zone (before designation)'),
  yellow: words('警戒区域', 'Yellow zone'),
  'yellow-before-designation': words('警戒区域(指定前)', 'Yellow zone (before designation)'),
};

function kindWords({ zoneClass, phenomenon, relation }: ZoneKind): Bilingual {
  const [zone, what] = [CLASSES[zoneClass], PHENOMENON_LABELS[phenomenon]];
  return relation === 'inside'
    ? words(`${zone.ja}・${what.ja}`, `${zone.en}, ${what.en.toLowerCase()}`)
    : words(
        `${zone.ja}・${what.ja}に入るか判定できない`,
        `Whether in: ${zone.en.toLowerCase()}, ${what.en.toLowerCase()}, cannot be judged`,
      );
}

function kindsInWords(kinds: readonly ZoneKind[]): Bilingual {
  const counted = new Map<string, { words: Bilingual; count: number }>();
  for (const kind of kinds) {
    const said = kindWords(kind);
    const one = counted.get(said.ja);
    counted.set(said.ja, { words: said, count: (one?.count ?? 0) + 1 });
  }
  const all = [...counted.values()].map(({ words: said, count }) =>
    count === 1 ? said : words(`${said.ja}(${count}か所)`, `${said.en} (${count} of them)`),
  );
  return words(all.map(({ ja }) => ja).join('、'), all.map(({ en }) => en).join('; '));
}

/** Outside of the zones on the map is all that can be said; of the ground it says nothing. */
export function zonesInWords({ relation, redRelation, kinds }: ZonesThere): Bilingual {
  if (kinds.length === 0)
    return relation === 'outside' ? words('区域外', 'Not in a designated zone') : NOT_KNOWN;
  const said = kindsInWords(kinds);
  const isRedUnknown =
    redRelation === 'undetermined' && !kinds.some((one) => one.relation === 'undetermined');
  return isRedUnknown
    ? words(`${said.ja}(特別警戒区域は未調査)`, `${said.en} (red zone not surveyed)`)
    : said;
}

export function routeInWords({ redMeters, anyMeters, zones, isKnown }: RouteTruth): Bilingual {
  if (!isKnown) return NOT_KNOWN;
  if (zones.kinds.length === 0)
    return words('区域の中を通らない', 'Runs through no designated zone');
  const said = kindsInWords(zones.kinds);
  return words(
    `区域内 ${anyMeters} m(うち特別警戒区域 ${redMeters} m): ${said.ja}`,
    `${anyMeters} m in zones (${redMeters} m of them red): ${said.en}`,
  );
}

export const careInWords = (level: CareLevel | null): Bilingual =>
  level === null ? NOT_KNOWN : CARE_LEVEL_LABELS[level];

export function placeInWords(address: string | null, position: LngLat | null): Bilingual {
  const at = position === null ? null : `${position[0].toFixed(5)}, ${position[1].toFixed(5)}`;
  if (address === null && at === null) return NOT_KNOWN;
  const text = address === null ? `${at}` : at === null ? address : `${address} (${at})`;
  return words(text, text);
}

export function groupsInWords(groups: readonly string[] | null): Bilingual {
  if (groups === null) return NOT_KNOWN;
  return groups.length === 0
    ? words('だれも受け入れない', 'Nobody')
    : words(groups.join('、'), groups.join(', '));
}

export function widthInWords({ width, isThere }: RoadTruth): Bilingual {
  if (isThere === false) return words('道路データにない', 'Not among the roads');
  if (width === null) return words('幅員は分からない', 'Width not known');
  const { leastMeters, mostMeters } = width;
  if (mostMeters === leastMeters) return words(`幅員 ${leastMeters} m`, `${leastMeters} m wide`);
  return mostMeters === null
    ? words(`幅員 ${leastMeters} m以上`, `${leastMeters} m wide or more`)
    : words(`幅員 ${leastMeters}〜${mostMeters} m`, `${leastMeters} to ${mostMeters} m wide`);
}
