import Flatbush from 'flatbush';
import type { Bbox, Position } from '#domain/geo/position';
import { ROAD_KINDS, type RoadKind } from '#domain/road/road';
import { textAt } from '#domain/text/packed-texts';
import type { MapRoad } from '../../output/paper/map/map-content.ts';
import type { SharedNetwork } from '../routing/shared-network.ts';

/** On a map of so many roads only the broad ones can be told apart. */
const MOST_ROADS = 3000;

const MAIN: readonly RoadKind[] = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'];
const MINOR: readonly RoadKind[] = ['street', 'service'];

/** The roads that are searched, as lines on a map. */
export function roadsInBox(network: SharedNetwork, [west, south, east, north]: Bbox): MapRoad[] {
  if (network.tree === null) return [];
  const found = Flatbush.from(network.tree).search(west, south, east, north);
  const roads = found.sort((a, b) => a - b).map((road) => roadAt(network, road));
  return roads.length > MOST_ROADS ? roads.filter(({ breadth }) => breadth === 'main') : roads;
}

function roadAt({ table, names }: SharedNetwork, road: number): MapRoad {
  const { firstVertices, coordinates, kindCodes, nameCodes } = table;
  const line: Position[] = [];
  for (let vertex = firstVertices[road]!; vertex < firstVertices[road + 1]!; vertex++)
    line.push([coordinates[2 * vertex]!, coordinates[2 * vertex + 1]!]);
  const kind = ROAD_KINDS[kindCodes[road]!]!;
  const breadth = MAIN.includes(kind) ? 'main' : MINOR.includes(kind) ? 'minor' : 'path';
  const name = nameCodes[road]!;
  return { line, breadth, name: name < 0 ? null : textAt(names, name) };
}
