import { type DrillContentOnWire, drillContentSchema } from '#contract/drill-plan';
import { MODEL_CITY_MANUAL } from '#domain/drill/template/model-city';
import { at } from './city.ts';

type Person = DrillContentOnWire['people'][number];

export const standIn = (id: string, shelterId: string, more: Partial<Person> = {}): Person => ({
  ...{ id, kind: 'stand-in', residentId: null, consentDate: null, name: `代役 ${id}` },
  ...{ isMasked: false, shelterId, needsWheelchairPlace: false, needsCareBed: true },
  ...{ companions: 1, devices: [], travel: 'tour', profile: null, readyMinute: 60 },
  pickUp: { label: `集合場所 ${id}`, position: at(900, 20) },
  ...{ latestArrivalMinute: null, loadingMinutes: 5, unloadingMinutes: 3 },
  ...more,
});

/** A drill of the town's park by the model city's manual, with everybody whom it asks for. */
export function drillOf(
  shelterId: string,
  more: Partial<DrillContentOnWire> = {},
): DrillContentOnWire {
  const { roles } = MODEL_CITY_MANUAL;
  return drillContentSchema.parse({
    title: '浜手公園 開設訓練',
    shelterIds: [shelterId],
    ...{ date: '2026-12-12', startTime: '09:00' },
    scenario: {
      levels: [{ minute: 0, level: 3 }],
      ...{ isNight: false, isRain: true, isPowerCut: false },
      ...{ closedRoads: [], shortfalls: [] },
      injects: [{ id: 'i1', minute: 30, text: '停電した', change: { kind: 'power-cut' } }],
    },
    manual: MODEL_CITY_MANUAL,
    participants: roles.map(({ id }) => ({
      ...{ id: `p-${id}`, name: `係員 ${id}`, organisation: null, roleId: id },
    })),
    people: [standIn('a', shelterId)],
    vehicles: [
      {
        ...{ id: 'van', label: '福祉車両', profile: 'car', seats: 4, wheelchairPlaces: 1 },
        ...{ start: { kind: 'shelter', shelterId }, returns: true, fromMinute: 40 },
        ...{ untilMinute: null, limitMinutes: null, driverId: null },
      },
    ],
    supplies: [{ shelterId, careBeds: 3, gridWatts: 3000, generatorWatts: 500 }],
    ...more,
  });
}
