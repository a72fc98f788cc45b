import type { DrillContent } from '#domain/drill/content';
import { MODEL_CITY_MANUAL } from '#domain/drill/template/model-city';

const DAYS_AHEAD = 30;

/** YYYY-MM-DD by the clock of this computer. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** What a drill begins with: the model city's order, at level 3, in a month. */
export function newDrill(title: string, now: Date): DrillContent {
  const date = new Date(now);
  date.setDate(date.getDate() + DAYS_AHEAD);
  return {
    ...{ title, shelterIds: [], date: dayOf(date), startTime: '09:30' },
    scenario: {
      levels: [{ minute: 0, level: 3 }],
      ...{ isNight: false, isRain: false, isPowerCut: false },
      ...{ closedRoads: [], shortfalls: [], injects: [] },
    },
    manual: MODEL_CITY_MANUAL,
    ...{ participants: [], people: [], vehicles: [], supplies: [] },
  };
}

/** Another drill from a former one. Who agreed to that one has not agreed to this one. */
export function copyOf(content: DrillContent, now: Date): DrillContent {
  const { date } = newDrill('', now);
  return {
    ...content,
    date,
    people: content.people.map((person) => ({ ...person, consentDate: null })),
  };
}
