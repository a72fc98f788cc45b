import type { Position } from '#domain/geo/position';
import type { DestinationFacts } from '#domain/plan/destinations';
import type { CareLevel } from '#domain/resident/care-level';
import type { Device } from '#domain/resident/disability';
import { CAR } from '#domain/routing/profiles/vehicles';
import {
  STRETCHER,
  WALKING_ELDERLY,
  WALKING_IMPAIRED,
  WHEELCHAIR_ASSISTED,
} from '#domain/routing/profiles/walking';
import { seededRandom } from './random.ts';
import type { RouteScene } from './route-scene.ts';

/** Ways of travelling that people of a city have, the last one those who are driven. */
export const PROFILES = [WALKING_ELDERLY, WALKING_IMPAIRED, WHEELCHAIR_ASSISTED, STRETCHER, CAR];

const CARE: readonly CareLevel[] = ['12', '13', '21', '22', '23', '24', '25'];
const GROUPS = [
  ['高齢者', '要介護3以上'],
  ['高齢者'],
  ['身体障害者', '知的障害者'],
  ['高齢者', '障害者'],
];
const fact = <T>(value: T | null) => ({ value, source: null, asOf: null });

/** People all over the city; each knows its place among those who travel alike. */
export function makePeople(count: number, scene: RouteScene) {
  const random = seededRandom(5);
  const counts = PROFILES.map(() => 0);
  return Array.from({ length: count }, (_, number) => {
    const profile = Math.floor(random() ** 2 * PROFILES.length);
    const devices: Device[] = random() < 0.05 ? ['oxygen-concentrator'] : [];
    const place = counts[profile] ?? 0;
    counts[profile] = place + 1;
    return {
      id: String(number).padStart(5, '0'),
      position: positionOf(scene),
      ...{ profile, place },
      facts: {
        age: fact(60 + Math.floor(random() * 40)),
        careLevel: fact(random() < 0.1 ? null : (CARE[Math.floor(random() * CARE.length)] ?? null)),
        disabilities: fact([]),
        devices: fact(random() < 0.1 ? null : devices),
      },
    };
  });
}

/** Shelters with room for a few more than everybody, a third of them for people of certain groups. */
export function makeShelters(count: number, scene: RouteScene) {
  const random = seededRandom(6);
  const positions = Array.from({ length: count }, () => positionOf(scene));
  const destinations = positions.map((_, number): DestinationFacts => {
    const isWelfare = number % 3 === 0;
    return {
      id: `s${String(number).padStart(4, '0')}`,
      kind: isWelfare ? 'welfare-shelter' : 'shelter',
      acceptedGroups: isWelfare ? (GROUPS[number % GROUPS.length] ?? null) : null,
      capacity: 15 + Math.floor(random() * 70),
      planned: 0,
      redRelation: random() < 0.05 ? 'near' : 'outside',
      relation: random() < 0.1 ? 'inside' : 'outside',
      designatedForLandslide: random() < 0.3 ? null : true,
      equipment: random() < 0.5 ? null : random() < 0.5 ? [] : ['emergency-power'],
    };
  });
  return { positions, destinations };
}

function positionOf({ table, pickPlace }: RouteScene): Position {
  const { road } = pickPlace();
  const vertex = table.firstVertices[road] ?? 0;
  return [table.coordinates[2 * vertex] ?? 0, table.coordinates[2 * vertex + 1] ?? 0];
}
