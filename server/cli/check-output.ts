import { stringify } from 'csv-stringify/sync';
import type { HazardJudgement } from '#domain/hazard/exposure';
import type { Relation } from '#domain/hazard/relation';
import type { Phenomenon, ZoneClass } from '#domain/hazard/zone';

/** What the command says of one point. */
export interface CheckResult {
  readonly id: string;
  readonly relation: Relation;
  readonly zones: readonly {
    readonly id: string;
    readonly class: ZoneClass;
    readonly phenomenon: Phenomenon;
    /** To the boundary of the zone, negative inside, to the centimetre. */
    readonly distanceMeters: number;
  }[];
}

export function toCheckResult(id: string, judgement: HazardJudgement): CheckResult {
  return {
    id,
    relation: judgement.relation,
    zones: judgement.zones.map(({ zoneId, zoneClass, phenomenon, signedDistanceMeters }) => ({
      id: zoneId,
      class: zoneClass,
      phenomenon,
      distanceMeters: Math.round(signedDistanceMeters * 100) / 100,
    })),
  };
}

/** A JSON array, one point a line, in pieces: a million points need not be held. */
export async function* toJson(results: AsyncIterable<CheckResult>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const result of results) {
    yield separator + JSON.stringify(result);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** A line for each point and zone; a point without a zone has one with empty cells. */
export async function* toCsv(results: AsyncIterable<CheckResult>): AsyncGenerator<string> {
  yield stringify([['id', 'relation', 'zoneId', 'class', 'phenomenon', 'distanceMeters']]);
  for await (const { id, relation, zones } of results)
    yield stringify(
      zones.length === 0
        ? [[id, relation, '', '', '', '']]
        : zones.map((zone) => [
            id,
            relation,
            zone.id,
            zone.class,
            zone.phenomenon,
            zone.distanceMeters,
          ]),
    );
}
