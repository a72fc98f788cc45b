import type { ImportReason, RecordNumber } from '#geodata/item';
import { type RestrictionReading, readRestriction } from '#geodata/mappers/osm/restriction';
import { readWay } from '#geodata/mappers/osm/way-attributes';
import { ROAD_REASONS } from '#geodata/mappers/road-reasons';
import type { RoadAttributes } from '#geodata/mappers/road-record';
import { NodeTable } from './node-table.ts';
import type { OsmMember, OsmTags, OsmVisitor } from './osm-visitor.ts';

export interface CollectedWay {
  readonly id: number;
  readonly recordNumber: RecordNumber;
  /** Places in the table of nodes. */
  readonly nodes: readonly number[];
  readonly attributes: RoadAttributes;
}

/** A record that is settled before its nodes are known. */
export interface SettledRecord {
  readonly recordNumber: RecordNumber;
  readonly outcome: 'skipped' | 'rejected';
  readonly reason: ImportReason;
  readonly raw: string;
}

/**
 * The first of two passes: the ways that are roads with the numbers of their nodes, and the rules of
 * turning. Held are the roads, whatever else is in the file.
 */
export class CollectedWays implements OsmVisitor {
  readonly nodes = new NodeTable();
  readonly ways: CollectedWay[] = [];
  readonly settled: SettledRecord[] = [];
  readonly restrictions: {
    readonly id: number;
    readonly recordNumber: RecordNumber;
    readonly reading: RestrictionReading;
  }[] = [];
  records = 0;
  readonly #placeOfWay = new Map<number, number>();
  /** Thousands of streets are alike: each sort is held once. */
  readonly #attributes = new Map<string, RoadAttributes>();

  way(id: number, nodeIds: readonly number[], tags: OsmTags): void {
    const reading = readWay(tags);
    if (reading === null) return;
    this.records += 1;
    const recordNumber = this.records;
    const settle = (outcome: SettledRecord['outcome'], reason: ImportReason) =>
      this.settled.push({
        recordNumber,
        outcome,
        reason,
        raw: JSON.stringify({ way: id, nodes: nodeIds, tags: Object.fromEntries(tags) }),
      });
    if (reading.kind === 'left-out') {
      this.settled.push({ recordNumber, outcome: 'skipped', reason: reading.reason, raw: '' });
      return;
    }
    const nodes = nodeIds.map((node) => this.nodes.add(node));
    const attributes = this.#shared(reading.attributes);
    const known = this.#placeOfWay.get(id);
    if (known !== undefined) {
      const isSame =
        this.ways[known]!.attributes === attributes &&
        String(this.ways[known]!.nodes) === String(nodes);
      if (isSame) settle('skipped', ROAD_REASONS.repeated);
      else settle('rejected', ROAD_REASONS.duplicate);
      return;
    }
    this.#placeOfWay.set(id, this.ways.length);
    this.ways.push({ id, recordNumber, nodes, attributes });
  }

  relation(id: number, members: readonly OsmMember[], tags: OsmTags): void {
    const reading = readRestriction(id, members, tags);
    if (reading === null) return;
    this.records += 1;
    this.restrictions.push({ id, recordNumber: this.records, reading });
  }

  #shared(attributes: RoadAttributes): RoadAttributes {
    const key = JSON.stringify(attributes);
    const known = this.#attributes.get(key);
    if (known !== undefined) return known;
    this.#attributes.set(key, attributes);
    return attributes;
  }
}
