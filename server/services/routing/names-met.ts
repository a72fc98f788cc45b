import type { RoadTable } from '#domain/routing/graph/road-table';

/** Names of the roads that meet at some junctions. */
export function namesOfJunctions(
  { roadCount, fromJunctions, toJunctions, names, nameCodes }: RoadTable,
  wanted: ReadonlySet<number>,
): Map<number, Set<string>> {
  const found = new Map([...wanted].map((junction) => [junction, new Set<string>()]));
  for (let road = 0; road < roadCount; road += 1) {
    const name = names[nameCodes[road]!];
    if (name === undefined) continue;
    found.get(fromJunctions[road]!)?.add(name);
    found.get(toJunctions[road]!)?.add(name);
  }
  return found;
}

/** Names of the roads that each road meets at its ends, its own not among them, in the order of the roads. */
export function namesMet(table: RoadTable, roads: readonly number[]): string[][] {
  const { fromJunctions, toJunctions, names, nameCodes } = table;
  const endsOf = (road: number) => [fromJunctions[road]!, toJunctions[road]!];
  const namesAt = namesOfJunctions(table, new Set(roads.flatMap(endsOf)));
  return roads.map((road) => {
    const met = new Set(endsOf(road).flatMap((junction) => [...(namesAt.get(junction) ?? [])]));
    met.delete(names[nameCodes[road]!] ?? '');
    return [...met];
  });
}
