import type { HouseAddress } from '../places/addresses.ts';

/** So many houses before and after one's own in the order of addresses: the same block and those beside it. */
const AROUND = 30;

/**
 * Houses near a house, never itself, in the same town; the house itself where its town has no other. Addresses run
 * block by block, so what is near in their order is near on the ground.
 */
export function nearHomes(
  addresses: ReadonlyMap<number, HouseAddress>,
): (home: number) => readonly number[] {
  const homes = [...addresses.keys()];
  const places = new Map(homes.map((home, place) => [home, place]));
  return (home) => {
    const place = places.get(home) ?? 0;
    const town = addresses.get(home)?.town;
    const near = homes
      .slice(Math.max(0, place - AROUND), place + AROUND + 1)
      .filter((other) => other !== home && addresses.get(other)?.town === town);
    return near.length === 0 ? [home] : near;
  };
}
