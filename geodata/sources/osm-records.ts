import type { MultiPolygon } from '#domain/geo/position';
import type { Road, TurnRestriction } from '#domain/road/road';
import type { ImportItem } from '#geodata/item';
import type { OsmRestriction } from '#geodata/mappers/osm/restriction';
import { ROAD_REASONS } from '#geodata/mappers/road-reasons';
import type { RoadRecord } from '#geodata/mappers/road-record';
import { nearBox } from '#geodata/steps/near-box';
import type { CollectedWay, CollectedWays } from '#geodata/steps/osm/collect-ways';
import type { Junctions } from '#geodata/steps/osm/junctions';
import type { PlacedNodes } from '#geodata/steps/osm/place-nodes';

type RoadEnds = Pick<Road, 'id' | 'ends'>;

/** What became of each way, barrier and rule of turning, when all nodes are placed. */
export function* roadItems(
  collected: CollectedWays,
  nodes: PlacedNodes,
  junctions: Junctions,
  clip: MultiPolygon | undefined,
): Generator<ImportItem<RoadRecord>> {
  const isNear = clip === undefined ? () => true : nearBox(clip);
  for (const { outcome, recordNumber, reason, raw } of collected.settled)
    yield outcome === 'skipped'
      ? { outcome, recordNumber, reason }
      : { outcome, recordNumber, reason, raw };
  /** Roads of the ways that rules of turning name. */
  const named = new Map<number, RoadEnds[]>();
  for (const { reading } of collected.restrictions)
    if (reading.kind === 'restriction')
      for (const way of [...reading.restriction.fromWays, ...reading.restriction.toWays])
        named.set(way, []);
  for (const way of collected.ways) {
    const item = wayItem(way, nodes, junctions, isNear);
    yield item;
    if ('value' in item && item.value.kind === 'way' && named.has(way.id))
      named.set(
        way.id,
        item.value.roads.map(({ id, ends }) => ({ id, ends })),
      );
  }
  let recordNumber = collected.records;
  for (const [place, { kind, access }] of nodes.barriers) {
    recordNumber += 1;
    const junction = nodes.nameOf(junctions.at(place));
    const barrier = { junction, kind, access };
    if (junctions.isUsed(place) && isNear([nodes.positionOf(place)]))
      yield {
        outcome: 'accepted',
        recordNumber,
        value: { kind: 'barrier', id: nodes.nameOf(place), barrier },
      };
  }
  yield* restrictionItems(collected, named, (id) => nameOfNode(collected, nodes, junctions, id));
}

function wayItem(
  way: CollectedWay,
  nodes: PlacedNodes,
  junctions: Junctions,
  isNear: (line: Road['line']) => boolean,
): ImportItem<RoadRecord> {
  const { recordNumber } = way;
  const { runs, repairs, failure } = junctions.courseOf(way.nodes);
  if (failure !== null)
    return {
      outcome: 'rejected',
      recordNumber,
      reason: failure,
      raw: JSON.stringify({
        way: way.id,
        nodes: way.nodes.map((place) => nodes.nameOf(place)),
        ...way.attributes,
      }),
    };
  const roads: Road[] = [];
  for (const run of runs)
    for (const part of junctions.partsOf(run))
      roads.push({
        id: `way/${way.id}/${roads.length}`,
        ends: [nodes.nameOf(part[0]!), nodes.nameOf(part.at(-1)!)],
        line: part.map((place) => nodes.positionOf(place)),
        elevationsMeters: null,
        ...way.attributes,
      });
  if (!roads.some(({ line }) => isNear(line)))
    return { outcome: 'skipped', recordNumber, reason: ROAD_REASONS.outsideClip };
  const value: RoadRecord = { kind: 'way', id: `way/${way.id}`, roads };
  return repairs.length === 0
    ? { outcome: 'accepted', recordNumber, value }
    : { outcome: 'repaired', recordNumber, value, repairs };
}

function* restrictionItems(
  { restrictions }: CollectedWays,
  roadsOfWay: ReadonlyMap<number, readonly RoadEnds[]>,
  nameOf: (node: number) => string | null,
): Generator<ImportItem<RoadRecord>> {
  for (const { id, recordNumber, reading } of restrictions) {
    if (reading.kind === 'left-out')
      yield { outcome: 'skipped', recordNumber, reason: reading.reason };
    else if (reading.kind === 'broken')
      yield {
        outcome: 'rejected',
        recordNumber,
        reason: reading.reason,
        raw: JSON.stringify({ relation: id }),
      };
    else yield restrictionItem(recordNumber, reading.restriction, roadsOfWay, nameOf);
  }
}

function restrictionItem(
  recordNumber: number,
  restriction: OsmRestriction,
  roadsOfWay: ReadonlyMap<number, readonly RoadEnds[]>,
  nameOf: (node: number) => string | null,
): ImportItem<RoadRecord> {
  const { id, kind, fromWays, toWays, viaNode, except } = restriction;
  const junction = nameOf(viaNode);
  const isKnown = [...fromWays, ...toWays].every((way) => (roadsOfWay.get(way) ?? []).length > 0);
  // As at the edge of an extract: the relation is there, its ways are not.
  if (junction === null || !isKnown)
    return { outcome: 'skipped', recordNumber, reason: ROAD_REASONS.restrictionElsewhere };
  const arms = (ways: readonly number[]) =>
    ways.map((way) =>
      (roadsOfWay.get(way) ?? [])
        .filter(({ ends }) => ends.includes(junction))
        .map((one) => one.id),
    );
  const [from, to] = [arms(fromWays), arms(toWays)];
  if ([...from, ...to].some((roads) => roads.length !== 1))
    return {
      outcome: 'rejected',
      recordNumber,
      reason: ROAD_REASONS.restrictionBroken,
      raw: JSON.stringify({ relation: id, ...restriction }),
    };
  const pairs = from
    .flat()
    .flatMap((fromRoad) =>
      to.flat().map((toRoad): TurnRestriction => ({ kind, fromRoad, junction, toRoad, except })),
    );
  return {
    outcome: 'accepted',
    recordNumber,
    value: { kind: 'restriction', id: `relation/${id}`, restrictions: pairs },
  };
}

function nameOfNode(
  { nodes: table }: CollectedWays,
  nodes: PlacedNodes,
  junctions: Junctions,
  id: number,
): string | null {
  const place = table.find(id);
  return place === -1 || !nodes.has(place) || !junctions.isUsed(place)
    ? null
    : nodes.nameOf(junctions.at(place));
}
