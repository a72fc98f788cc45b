import { elevationsOfRoad } from '#domain/road/elevation';
import type { Road } from '#domain/road/road';
import type { ImportItem } from '#geodata/item';
import type { RoadRecord } from '#geodata/mappers/road-record';
import { ElevationTiles } from './elevation-tiles.ts';

/**
 * The same records with the elevation of their roads from tiles in a folder, where there is one. What a
 * file says itself of a road's elevation stays.
 */
export async function* addElevation(
  items: AsyncIterable<ImportItem<RoadRecord>>,
  folder: string | undefined,
): AsyncGenerator<ImportItem<RoadRecord>> {
  if (folder === undefined) {
    yield* items;
    return;
  }
  const tiles = await ElevationTiles.open(folder);
  for await (const item of items) {
    if (!('value' in item) || item.value.kind !== 'way') yield item;
    else {
      const roads: Road[] = [];
      for (const road of item.value.roads)
        roads.push(
          road.elevationsMeters === null
            ? { ...road, elevationsMeters: elevationsOfRoad(road, await tiles.groundOf(road.line)) }
            : road,
        );
      yield { ...item, value: { ...item.value, roads } };
    }
  }
}
