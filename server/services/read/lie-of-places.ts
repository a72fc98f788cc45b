import type { Position } from '#domain/geo/position';
import { judgeLine } from '#domain/hazard/exposure';
import { UNDETERMINED_JUDGEMENT } from '#domain/hazard/judgement';
import { type LieOfPlace, LOOK_AROUND_METERS, lieOfPlace } from '#domain/hazard/lie-of-place';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { LocatedPosition } from '#domain/resident/accuracy';
import type { Bilingual } from '#domain/resident/labels';
import type { Database } from '../../db/database.ts';
import { findZonesNear } from '../../db/queries/zones-for-check.ts';
import type { MunicipalityVersions } from './data-versions.ts';
import { judgementSentence } from './judgement-sentence.ts';
import type { Readers } from './readers.ts';

const NOT_KNOWN: LieOfPlace = { judgement: UNDETERMINED_JUDGEMENT, nearest: [] };

export interface JudgedLie {
  readonly lie: LieOfPlace;
  readonly sentence: Bilingual;
}

/** How a place lies to the zones in force, judged now, with the distance to those around it. */
export async function lieInForce(
  database: Database,
  readers: Readers,
  municipality: MunicipalityVersions,
  located: LocatedPosition,
): Promise<JudgedLie> {
  const { asOf, datasets } = await readers.zoneData(municipality);
  const { marginMeters } = municipality.settings;
  const lie =
    located.accuracy === 'none' || datasets.length === 0
      ? NOT_KNOWN
      : lieOfPlace(
          buildZoneIndex(
            await findZonesNear(
              database,
              municipality.code,
              datasets.map(({ id }) => id),
              located.position,
              located.radiusMeters + Math.max(marginMeters, LOOK_AROUND_METERS),
            ),
          ),
          located,
          { marginMeters },
        );
  const { relation, redRelation, zones } = lie.judgement;
  const judged = { relation, redRelation, zones, accuracy: located.accuracy, zoneDataAsOf: asOf };
  return { lie, sentence: judgementSentence(judged) };
}

/** Whether a straight line between two places meets a red zone in force. */
export async function meetsRed(
  database: Database,
  readers: Readers,
  municipality: MunicipalityVersions,
  line: readonly [Position, Position],
  lengthMeters: number,
): Promise<boolean> {
  const { datasets } = await readers.zoneData(municipality);
  if (datasets.length === 0) return false;
  const [[fromLng, fromLat], [toLng, toLat]] = line;
  const zones = await findZonesNear(
    database,
    municipality.code,
    datasets.map(({ id }) => id),
    [(fromLng + toLng) / 2, (fromLat + toLat) / 2],
    lengthMeters,
  );
  return judgeLine(buildZoneIndex(zones), line, { marginMeters: 0 }).redRelation === 'inside';
}
