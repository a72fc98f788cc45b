import type { z } from 'zod';
import type { WireRoute } from '#contract/route';
import type { WholeChain, wholeChainQuestionSchema } from '#contract/whole-chain';
import type { Result } from '#domain/problem';
import { DEFAULT_RADIUS_METERS, type LocatedPosition } from '#domain/resident/accuracy';
import type { Bilingual } from '#domain/resident/labels';
import {
  type CheckedSupporter,
  explainChain,
  isUsed,
} from '#domain/routing/whole-chain/explain-chain';
import type { PlaceKey, WayKey } from '#domain/routing/whole-chain/finding';
import type { CheckedPlace } from '#domain/routing/whole-chain/place-findings';
import { type CheckedWay, OFF_ROAD_METERS } from '#domain/routing/whole-chain/way-findings';
import type { Database } from '../../db/database.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { lieInForce, meetsRed } from '../read/lie-of-places.ts';
import type { Readers } from '../read/readers.ts';
import { datesOf } from './answer-routes.ts';
import type { ChainPerson } from './chain-person.ts';
import { place, round } from './rounding.ts';
import { closedOnWire } from './route-on-wire.ts';
import type { PlacedShelter } from './routed-people.ts';
import type { Answered } from './routing-service.ts';
import type { SearchResults } from './search-orders.ts';
import { findProfile } from './travellers.ts';

interface SearchedChain {
  readonly person: ChainPerson;
  readonly profile: WholeChain['profile'];
  readonly question: z.output<typeof wholeChainQuestionSchema>;
  readonly shelter: PlacedShelter | null;
  readonly answer: Answered<SearchResults['whole-chain']>;
}

type Located = Pick<CheckedPlace, 'key' | 'label' | 'isForLandslides'> & {
  readonly located: LocatedPosition;
};
type Way = Omit<CheckedWay, 'offRoadInRedMeters'> & {
  readonly profile: string;
  readonly wire: Result<WireRoute>;
};

/** What was searched, with every place judged and all that was found said in words. */
export async function describeChain(
  database: Database,
  readers: Readers,
  municipality: MunicipalityVersions,
  chain: SearchedChain,
): Promise<WholeChain> {
  const { person, profile, question, shelter, answer } = chain;
  const { found } = answer;
  const located = placesOf(chain);
  const places = await Promise.all(
    located.map(async (one) => ({
      ...one,
      accuracy: one.located.accuracy,
      ...(await lieInForce(database, readers, municipality, one.located)),
    })),
  );
  const supporters = person.supporters?.map(
    (one, number): CheckedSupporter => ({
      number,
      label: supporterLabel(one.name),
      isPlaced: one.home.position !== null,
      meeting: found.supporters[number]!.meeting,
    }),
  );
  const ways = await Promise.all(
    waysOf(chain).map(async (way) => ({
      ...way,
      offRoadInRedMeters: await offRoadInRed(database, readers, municipality, way.wire),
    })),
  );
  const { datasets } = await readers.zoneData(municipality);
  const findings = explainChain({
    hasZoneData: datasets.length > 0,
    places,
    ways,
    supporters: supporters ?? null,
    supportersHidden: person.supportersHidden,
  });
  return {
    resident: { id: person.id, name: person.name },
    profile,
    places: places.map(placeOnWire),
    destination:
      shelter === null
        ? null
        : {
            shelterId: shelter.id,
            name: shelter.name,
            kind: shelter.kind,
            isBest: question.shelterId === null,
            datasetAsOf: shelter.datasetAsOf,
          },
    ways: ways.map(({ key, label, profile: by, wire, ...way }) => ({
      ...key,
      label,
      profile: by,
      isUsed: isUsed({ key, ...way }, supporters ?? []),
      route: wire.ok ? wire.value : null,
      problem: wire.ok ? null : problemOnWire(wire.problem),
    })),
    supporters:
      person.supporters?.map(({ name, relationship }, number) => {
        const { better, atHome, atSupporter } = found.supporters[number]!.meeting;
        const cost = (one: typeof atHome) =>
          one && { redMeters: round(one.redMeters), seconds: round(one.seconds) };
        return { name, relationship, better, atHome: cost(atHome), atSupporter: cost(atSupporter) };
      }) ?? null,
    supportersHidden: person.supportersHidden,
    findings: findings.map(({ amount: _, way, ...finding }) => ({
      ...finding,
      way: way === null ? null : { ...way },
    })),
    closed: closedOnWire(found.closed),
    onSite: found.onSite,
    data: { ...datesOf(answer), roster: person.rosterAsOf },
  };
}

/** A short walk to one's own road goes past no zone that the home itself was not judged by. */
async function offRoadInRed(
  database: Database,
  readers: Readers,
  municipality: MunicipalityVersions,
  wire: Result<WireRoute>,
): Promise<number> {
  if (!wire.ok) return 0;
  let meters = 0;
  for (const { line, lengthMeters } of [wire.value.walkToRoad, wire.value.walkFromRoad])
    if (lengthMeters > OFF_ROAD_METERS) {
      const [from, to] = line;
      if (from === undefined || to === undefined) continue;
      if (await meetsRed(database, readers, municipality, [from, to], lengthMeters))
        meters += lengthMeters;
    }
  return meters;
}

const HOME: Bilingual = { ja: '自宅', en: 'Home' };
const DESTINATION: Bilingual = { ja: '避難先', en: 'Destination' };
const supporterLabel = (name: string): Bilingual => ({
  ja: `支援者「${name}」`,
  en: `Supporter ${name}`,
});
const supporterHome = (name: string): Bilingual => ({
  ja: `支援者「${name}」の家`,
  en: `Home of supporter ${name}`,
});
const shelterLabel = (name: string): Bilingual => ({
  ja: `避難先「${name}」`,
  en: `Destination ${name}`,
});

function placesOf({ person, shelter }: SearchedChain): Located[] {
  return [
    { key: 'home', label: HOME, located: person.home },
    ...(person.supporters ?? []).map(
      ({ name, home }, number): Located => ({
        key: `supporter-${number}` as PlaceKey,
        label: supporterHome(name),
        located: home,
      }),
    ),
    ...(shelter === null
      ? []
      : [
          {
            key: 'destination' as const,
            label: shelterLabel(shelter.name),
            // Lists say no accuracy: a facility is taken for placed at its building, as when it is assessed.
            located: {
              accuracy: 'building' as const,
              position: shelter.position,
              radiusMeters: DEFAULT_RADIUS_METERS.building,
            },
            isForLandslides: shelter.designatedForLandslide,
          },
        ]),
  ];
}

function waysOf({ person, profile, question, shelter, answer }: SearchedChain): Way[] {
  const goal = shelter === null ? DESTINATION : shelterLabel(shelter.name);
  const way = (
    key: WayKey,
    from: Bilingual,
    to: Bilingual,
    by: string,
    wire: Result<WireRoute>,
  ): Way => ({
    key,
    label: { ja: `${from.ja}から${to.ja}まで`, en: `${from.en} to ${to.en}` },
    isOnFoot: findProfile(by)?.isFourWheeled === false,
    route: wire.ok ? wire.value : null,
    problem: wire.ok ? null : wire.problem,
    profile: by,
    wire,
  });
  const { direct, supporters } = answer.found;
  return [
    way({ kind: 'direct', supporter: null }, HOME, goal, profile.id, direct),
    ...supporters.flatMap((ways, supporter) => {
      const there = supporterHome(person.supporters![supporter]!.name);
      const key = (kind: WayKey['kind']) => ({ kind, supporter });
      return [
        way(key('to-home'), there, HOME, question.supporterProfile, ways.toHome),
        way(key('to-supporter'), HOME, there, profile.id, ways.toSupporter),
        way(key('from-supporter'), there, goal, profile.id, ways.fromSupporter),
      ];
    }),
  ];
}

type JudgedPlace = Located & Pick<CheckedPlace, 'accuracy' | 'lie' | 'sentence'>;

function placeOnWire({
  key,
  label,
  located,
  accuracy,
  lie,
  sentence,
}: JudgedPlace): WholeChain['places'][number] {
  return {
    key,
    label: { ...label },
    position: located.position === null ? null : place(located.position),
    accuracy,
    relation: lie.judgement.relation,
    redRelation: lie.judgement.redRelation,
    sentence: { ...sentence },
    nearest: lie.nearest.map((zone) => ({
      zoneId: zone.zoneId,
      zoneClass: zone.zoneClass,
      phenomenon: zone.phenomenon,
      relation: zone.relation,
      signedDistanceMeters: round(zone.signedDistanceMeters),
    })),
  };
}

const problemOnWire = ({ code, ja, en }: Bilingual & { readonly code: string }) => ({
  code,
  ja,
  en,
});
