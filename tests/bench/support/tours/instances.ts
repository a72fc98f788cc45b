import { readFileSync } from 'node:fs';
import { sharedData } from '../../../support/shared-data.ts';
import { readLiLim } from './read-li-lim.ts';
import { readSolomon } from './read-solomon.ts';
import { readSolution, readVrp } from './read-vrp.ts';
import type { TourInstance } from './tour-instance.ts';

/** The five instances with the best that is known of them (their README and RC208.sol). */
export function readInstances(): TourInstance[] {
  const read = (file: string) => readFileSync(sharedData(`tours/${file}`), 'utf8');
  const rc208 = readSolution(read('RC208.sol'));
  return [
    instance('A-n32-k5', readVrp(read('A-n32-k5.vrp'), 'rounded'), 784, 5),
    instance('E-n22-k4', readVrp(read('E-n22-k4.vrp'), 'rounded'), 375, 4),
    instance('C101', readSolomon(read('C101.100.txt')), 828.94, 10),
    instance('RC208', readVrp(read('RC208.vrp'), 'one-decimal'), rc208.cost, rc208.vehicles),
    instance('LC101', readLiLim(read('LC101.txt')), 828.94, 10),
  ];
}

const instance = (
  name: string,
  problem: TourInstance['problem'],
  bestKnown: number,
  bestKnownVehicles: number,
): TourInstance => ({ name, problem, bestKnown, bestKnownVehicles });
