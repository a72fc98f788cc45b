import { RELATIONS } from '#domain/hazard/relation';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import { SHELTER_KINDS } from '#domain/shelter/shelter';
import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';
import type { PointedFeature } from '../../state/pointed-feature.ts';

/** What is said beside a feature, from what the tile carries: never a person's name. */
export function tipLines({ kind, properties }: PointedFeature, words: Words): string[] {
  const { terms } = words;
  if (kind === 'cluster') {
    const count = Number(properties.count ?? properties.point_count ?? 0);
    const tier1 = Number(properties.tier1 ?? 0);
    return [
      terms.people(formatNumber(count)),
      `${terms.tier(1)} ${terms.people(formatNumber(tier1))}`,
    ];
  }
  if (kind === 'resident')
    return [
      terms.tier(Number(properties.tier ?? 0)),
      relationText(properties, words),
      ...(Number(properties.power) === 1 ? [words.map.entries.power] : []),
    ];
  if (kind === 'shelter') {
    const shelterKind = SHELTER_KINDS.find((one) => one === properties.kind);
    return [
      String(properties.name ?? ''),
      ...(shelterKind === undefined ? [] : [terms.shelterKind[shelterKind]]),
      relationText(properties, words),
    ].filter((line) => line !== '');
  }
  const phenomenon = PHENOMENA.find((one) => one === properties.phenomenon);
  const zoneClass = ZONE_CLASSES.find((one) => one === properties.zoneClass);
  return [
    phenomenon === undefined ? '' : terms.phenomenon[phenomenon],
    zoneClass === undefined ? '' : terms.zoneClass[zoneClass],
  ].filter((line) => line !== '');
}

function relationText(properties: PointedFeature['properties'], words: Words): string {
  if (properties.red === 'inside') return words.map.entries.insideRed;
  const relation = RELATIONS.find((one) => one === properties.relation);
  return relation === undefined ? '' : words.terms.relation[relation];
}
