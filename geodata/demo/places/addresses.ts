import { CITY } from '../city.ts';
import type { Block, Town } from './towns.ts';

/** Where a house is, in words. */
export interface HouseAddress {
  readonly town: Town;
  readonly block: Block;
  /** 号, or the branch number of a 番地. */
  readonly house: number;
}

/** The address of each building, by its place in the list. */
export function houseAddresses(towns: readonly Town[]): Map<number, HouseAddress> {
  const addresses = new Map<number, HouseAddress>();
  for (const town of towns)
    for (const block of town.blocks)
      for (const [index, building] of block.buildings.entries())
        addresses.set(building, { town, block, house: index + 1 });
  return addresses;
}

/** 「汐路市浜見一丁目2番3号」, 「汐路市深谷123番地4」. */
export function addressText({ town, block, house }: HouseAddress): string {
  return town.hasHouseNumbers
    ? `${CITY.name}${town.name}${block.number}番${house}号`
    : `${CITY.name}${town.name}${block.number}番地${house}`;
}
