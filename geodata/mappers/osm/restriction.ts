import type { TravelMode } from '#domain/road/road';
import type { ImportReason } from '#geodata/item';
import { ROAD_REASONS } from '#geodata/mappers/road-reasons';
import type { OsmMember, OsmTags } from '#geodata/steps/osm/osm-visitor';

/** A rule of turning as its relation has it: ways and a node by their numbers. */
export interface OsmRestriction {
  readonly id: number;
  readonly kind: 'no' | 'only';
  readonly fromWays: readonly number[];
  readonly viaNode: number;
  readonly toWays: readonly number[];
  readonly except: readonly TravelMode[];
}

export type RestrictionReading =
  | { readonly kind: 'restriction'; readonly restriction: OsmRestriction }
  | { readonly kind: 'left-out'; readonly reason: ImportReason }
  | { readonly kind: 'broken'; readonly reason: ImportReason };

const EXCEPTIONS: ReadonlyMap<string, readonly TravelMode[]> = new Map([
  ['motor_vehicle', ['car', 'emergency']],
  ['motorcar', ['car']],
  ['emergency', ['emergency']],
]);

/** A relation `type=restriction`; null for any other. */
export function readRestriction(
  id: number,
  members: readonly OsmMember[],
  tags: OsmTags,
): RestrictionReading | null {
  const type = tags.get('type');
  if (type === undefined || !/^restriction(?::|$)/.test(type)) return null;
  const said = /^(no|only)_/.exec(tags.get('restriction') ?? '')?.[1];
  if (said === undefined || type !== 'restriction')
    return { kind: 'left-out', reason: ROAD_REASONS.restrictionOther };
  const of = (role: string, kind: OsmMember['type']) =>
    members.filter((one) => one.role === role && one.type === kind).map((one) => one.id);
  if (of('via', 'way').length > 0)
    return { kind: 'left-out', reason: ROAD_REASONS.restrictionViaWay };
  const [viaNode, ...moreNodes] = of('via', 'node');
  const [fromWays, toWays] = [of('from', 'way'), of('to', 'way')];
  if (viaNode === undefined || moreNodes.length > 0 || fromWays.length === 0 || toWays.length === 0)
    return { kind: 'broken', reason: ROAD_REASONS.restrictionBroken };
  const except = (tags.get('except') ?? '')
    .split(';')
    .flatMap((one) => EXCEPTIONS.get(one.trim()) ?? []);
  return {
    kind: 'restriction',
    restriction: {
      id,
      kind: said === 'no' ? 'no' : 'only',
      fromWays,
      viaNode,
      toWays,
      except: [...new Set(except)],
    },
  };
}
