import type { SiteOverrideRoads } from '#contract/site-override';
import { type Result, success } from '#domain/problem';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { datesOf } from './answer-routes.ts';
import { place } from './rounding.ts';
import type { RoutingService } from './routing-service.ts';

/** Said where a finding changes no route as it is, or was found by its place alone. */
const MESSAGES = {
  id: null,
  place: {
    ja: '道路データの番号が変わったため、位置から同じ道路と判断しました。確かめてください',
    en: 'The numbers of the roads have changed; it was taken to be this road by its place. Please check',
  },
  gone: {
    ja: '今の道路データにこの道路が見つかりません。経路には反映されていません。道路を選び直してください',
    en: 'This road is not in the data in force, and routes do not take account of it. Pick the road anew',
  },
  unclear: {
    ja: 'この位置に道路が複数あり、どれか判断できません。経路には反映されていません。道路を選び直してください',
    en: 'Several roads lie here and it cannot be told which is meant; routes do not take account of it. Pick the road anew',
  },
} as const;

/** Where what holds on site lies on the roads in force; what is found no more is told, not lost. */
export async function answerSiteRoads(
  routing: RoutingService,
  municipality: MunicipalityVersions,
  signal: AbortSignal,
): Promise<Result<SiteOverrideRoads>> {
  const answer = await routing.ask(municipality, { kind: 'site-roads' }, signal);
  if (!answer.ok) return answer;
  return success({
    roads: answer.value.found.roads.map(({ overrideIds, found, road, isClosed }) => ({
      overrideIds: [...overrideIds],
      found,
      roadId: road?.id ?? null,
      name: road?.name ?? null,
      line: road?.line.map(place) ?? [],
      isClosedNow: isClosed,
      message: MESSAGES[found] === null ? null : { ...MESSAGES[found] },
    })),
    data: datesOf(answer.value),
  });
}
