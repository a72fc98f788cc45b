import type { Feature } from '../files/write.ts';
import { toPosition } from '../frame.ts';
import type { City } from '../plan-city.ts';
import { addressText } from './addresses.ts';

/** Fire stations at the houses nearest to the largest settlements, far from each other. */
export function fireStationFeatures(city: City): Feature[] {
  const { settlements, buildingIndex, buildings, addresses, districts, size } = city;
  const chosen: { x: number; y: number }[] = [];
  const features: Feature[] = [];
  for (const spacing of [4500, 2500, 1200, 0])
    for (const settlement of settlements) {
      if (features.length >= size.fireStations || !settlement.isPrimary) continue;
      const isClose = chosen.some(
        (one) => Math.hypot(one.x - settlement.x, one.y - settlement.y) < spacing,
      );
      if (isClose || chosen.includes(settlement)) continue;
      const building = buildingIndex.neighbors(settlement.x, settlement.y, 1)[0];
      const address = building === undefined ? undefined : addresses.get(building);
      if (building === undefined || address === undefined) continue;
      chosen.push(settlement);
      const district = districts.list[address.town.district]?.name ?? '';
      const isHead = features.length === 0;
      const { x, y } = buildings[building]!;
      features.push({
        properties: {
          name: isHead
            ? '汐路市消防本部・汐路消防署'
            : `汐路消防署${district}${features.length < 3 ? '分署' : '出張所'}`,
          kind: isHead ? '消防本部' : features.length < 3 ? '分署' : '出張所',
          vehicles: (isHead
            ? ['pumper', 'ladder-truck', 'ambulance']
            : features.length < 3
              ? ['pumper', 'ambulance']
              : ['pumper']
          ).join(' '),
          address: addressText(address),
        },
        geometry: { type: 'Point', coordinates: toPosition(x, y) },
      });
    }
  return features;
}
