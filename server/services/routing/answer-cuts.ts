import { type CutsAnswer, MOST_CUTS } from '#contract/cut-off';
import { type Result, success } from '#domain/problem';
import type { Actor } from '../../db/actor.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import { datesOf } from './answer-routes.ts';
import { districtAt } from './district-at.ts';
import { place, round } from './rounding.ts';
import { listShelterPlaces, readRoutedPeople } from './routed-people.ts';
import type { RoutingService } from './routing-service.ts';
import { travellerOf } from './travellers.ts';

/**
 * Roads and junctions with people behind them, of those whom the actor sees.
 *
 * @param district by its name; null counts everybody
 */
export async function answerCuts(
  readers: Readers,
  routing: RoutingService,
  municipality: MunicipalityVersions,
  actor: Actor,
  { profile: profileId, district }: { readonly profile: string; readonly district: string | null },
  signal: AbortSignal,
): Promise<Result<CutsAnswer>> {
  const traveller = travellerOf(profileId, false);
  if (!traveller.ok) return traveller;
  const { placed } = await readRoutedPeople(
    readers,
    municipality,
    actor,
    district === null ? undefined : [district],
  );
  const answer = await routing.ask(
    municipality,
    {
      kind: 'cuts',
      traveller: traveller.value,
      places: placed.map(({ position }) => position),
      weights: [
        placed.map(() => 1),
        placed.map(({ tier }) => (tier === 1 ? 1 : 0)),
        placed.map(({ powerDependent }) => (powerDependent === true ? 1 : 0)),
      ],
      shelters: await listShelterPlaces(readers, municipality),
      most: MOST_CUTS,
    },
    signal,
    { mustBeCurrent: true },
  );
  if (!answer.ok) return answer;
  const { cuts, found } = answer.value.found;
  const districtOf = await districtAt(readers, municipality);
  return success({
    cuts: cuts.map(({ figures: [people = 0, tier1 = 0, needsPower = 0], ...cut }) => ({
      ...cut,
      line: cut.line.map(place),
      district: districtOf(cut.line[Math.floor(cut.line.length / 2)]!),
      meets: [...cut.meets],
      redMeters: round(cut.redMeters),
      ...{ people, tier1, needsPower },
    })),
    found,
    examined: placed.length,
    data: datesOf(answer.value),
  });
}
