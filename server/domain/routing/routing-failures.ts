import { metresText } from '#domain/geo/metres-text';
import type { Problem } from '#domain/problem';

/** Why there is no route. */
export const ROUTING_FAILURES = {
  noRoads: (): Problem => ({
    code: 'route.no-roads',
    ja: '道路のデータがありません',
    en: 'There are no roads',
  }),
  farFromRoads: (withinMeters: number): Problem => ({
    code: 'route.far-from-roads',
    ja: `${metresText(withinMeters)} m 以内に通れる道がありません`,
    en: `No road that can be gone lies within ${metresText(withinMeters)} m`,
  }),
  unreachable: (): Problem => ({
    code: 'route.unreachable',
    ja: '目的地まで通れる道がつながっていません',
    en: 'No way that can be gone leads there',
  }),
  tooManyVia: (given: number, most: number): Problem => ({
    code: 'route.too-many-via',
    ja: `経由地は ${most} か所までです(${given} か所あります)`,
    en: `At most ${most} places to go by are taken, not ${given}`,
  }),
  stopped: (): Problem => ({
    code: 'route.stopped',
    ja: '経路の検索を途中でやめました',
    en: 'The search for a route was stopped before it was done',
  }),
} as const;
