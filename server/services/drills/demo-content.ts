import type { DrillContentOnWire } from '#contract/drill-plan';
import type { ShelterRow } from '#contract/shelter';
import { MODEL_CITY_MANUAL } from '#domain/drill/template/model-city';
import { distanceMeters } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';

type Person = DrillContentOnWire['people'][number];
type Placed = ShelterRow & { readonly position: [number, number] };

/** Fictional, like all people of the demo. */
const STAFF = [
  ...['架空 指揮', '架空 施設長', '架空 受付', '架空 記録', '架空 看護', '架空 介護', '架空 介助'],
  ...['架空 設備', '架空 物資', '架空 運転', '架空 同乗'],
];
/** So many of each role, in the order of the manual. */
const STAFF_ROLES = [
  ...['headquarters', 'lead', 'reception', 'reception', 'care', 'care', 'care'],
  ...['building', 'building', 'transport', 'transport'],
];
const STAND_INS = ['代役 一郎', '代役 二葉', '代役 三枝', '代役 四季', '代役 五木', '代役 六花'];

export const isPlaced = (one: ShelterRow): one is Placed => one.position !== null;

/** Public places near a shelter, as meeting places of those who stand in. */
export function meetingPlaces(shelters: readonly ShelterRow[], near: Position): Placed[] {
  return shelters
    .filter(isPlaced)
    .filter(({ kind, position }) => {
      const meters = distanceMeters(position, near);
      return kind === 'emergency-site' && meters > 200 && meters < 4000;
    })
    .sort((a, b) => distanceMeters(a.position, near) - distanceMeters(b.position, near));
}

const COMMON = {
  ...{ consentDate: null, isMasked: false, profile: null, latestArrivalMinute: null },
  ...{ loadingMinutes: 5, unloadingMinutes: 3 },
} as const;

export function standInsAt(shelterId: string, places: readonly Placed[], most: number): Person[] {
  return STAND_INS.slice(0, most).map((name, at): Person => {
    const place = places[at % Math.max(1, places.length)];
    return {
      ...{ ...COMMON, id: `s${at + 1}`, kind: 'stand-in', residentId: null, name, shelterId },
      ...{ needsWheelchairPlace: at % 3 === 0, needsCareBed: at % 2 === 0 },
      companions: at % 2,
      devices:
        at % 3 === 1
          ? [{ device: 'suction', watts: 90 }]
          : at % 3 === 2
            ? [{ device: 'oxygen-concentrator', watts: null }]
            : [],
      travel: place === undefined || at === 5 ? 'own' : 'tour',
      pickUp:
        place === undefined ? null : { label: `${place.name}前`, position: [...place.position] },
      readyMinute: 50,
    };
  });
}

/** Somebody whose plan leads to the shelter. */
export const realPerson = (at: number, residentId: string, shelterId: string): Person => ({
  ...{ ...COMMON, id: `r${at + 1}`, kind: 'real', residentId, name: '―', shelterId },
  ...{ needsWheelchairPlace: at === 0, needsCareBed: true, companions: 1, devices: [] },
  ...{ travel: 'tour', pickUp: null, readyMinute: 50 },
});

export function demoContent(
  shelter: ShelterRow,
  more: Pick<DrillContentOnWire, 'title' | 'date' | 'people'>,
): DrillContentOnWire {
  const vehicle = (
    id: string,
    label: string,
    profile: string,
    seats: number,
    wheelchair: number,
  ) => ({
    ...{ id, label, profile, seats, wheelchairPlaces: wheelchair, returns: true },
    start: { kind: 'shelter' as const, shelterId: shelter.id },
    ...{ fromMinute: 45, untilMinute: null, limitMinutes: null, driverId: null },
  });
  return {
    ...more,
    ...{ shelterIds: [shelter.id], startTime: '09:30' },
    scenario: {
      levels: [
        { minute: 0, level: 3 },
        { minute: 90, level: 4 },
      ],
      ...{ isNight: false, isRain: true, isPowerCut: false, closedRoads: [] },
      shortfalls: [{ roleId: 'care', missing: 1 }],
      injects: [
        {
          ...{ id: 'i1', minute: 40, text: '停電しました。非常用電源に切り替えてください' },
          change: { kind: 'power-cut' },
        },
        {
          ...{ id: 'i2', minute: 70, text: '予定にない方が直接来られました' },
          change: { kind: 'message' },
        },
      ],
    },
    // It is as the schema asks.
    manual: MODEL_CITY_MANUAL as DrillContentOnWire['manual'],
    participants: STAFF.map((name, at) => ({
      ...{ id: `p${at + 1}`, name, organisation: null, roleId: STAFF_ROLES[at] ?? 'care' },
    })),
    vehicles: [
      vehicle('van', '福祉車両1号', 'welfare-taxi', 4, 2),
      vehicle('car', '公用車', 'car', 4, 0),
    ],
    supplies: [{ shelterId: shelter.id, careBeds: 6, gridWatts: 6000, generatorWatts: 1500 }],
  };
}
