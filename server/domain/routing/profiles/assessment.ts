import { ROAD_KINDS } from '#domain/road/road';
import { ROAD_FLAGS, type RoadTable } from '../graph/road-table.ts';
import { forEachSlope } from '../graph/slopes.ts';
import { assessRoad } from './assess-road.ts';
import type { SlopeFactor, TravelProfile } from './profile.ts';
import { passageOf } from './reasons.ts';
import { type SiteVerdicts, withVerdict } from './site-verdict.ts';

/** What every road of a table is to a traveller. */
export interface Assessment {
  readonly profile: TravelProfile;
  /** Bits of PASSAGE_REASONS; 0 where the road is passed. */
  readonly reasonBits: Uint32Array;
  /** Hundredths of a second as the line runs and against it; NO_WAY where it may not be gone. */
  readonly alongCs: Uint32Array;
  readonly againstCs: Uint32Array;
}

/** Stands for a road, or one way of it, that cannot be gone. */
export const NO_WAY = 0xffff_ffff;

/** Slower than this nobody is taken to go; it keeps times within bounds whatever the profile says. */
const LEAST_METERS_PER_SECOND = 0.01;

/**
 * Judges every road of a table for a profile.
 *
 * @param options.verdicts by the number of a road: whether somebody on site said that this profile gets through
 * @throws RangeError for a speed or factor that is not above 0, or slopes that do not rise
 */
export function assessRoads(
  table: RoadTable,
  profile: TravelProfile,
  { atNight, verdicts }: { readonly atNight: boolean; readonly verdicts?: SiteVerdicts },
): Assessment {
  assertProfile(profile);
  const { roadCount, kindCodes, flags } = table;
  const slowest = Math.min(...Object.values(profile.speeds).filter((speed) => speed !== null));
  const speeds = ROAD_KINDS.map(
    (kind) => (profile.speeds[kind] ?? slowest) * (atNight ? profile.nightFactor : 1),
  );
  const reasonBits = new Uint32Array(roadCount);
  const alongCs = new Uint32Array(roadCount).fill(NO_WAY);
  const againstCs = new Uint32Array(roadCount).fill(NO_WAY);
  for (let road = 0; road < roadCount; road += 1) {
    const bits = withVerdict(assessRoad(table, road, profile), verdicts?.get(road));
    reasonBits[road] = bits;
    if (passageOf(bits) === 'refused') continue;
    const speed = speeds[kindCodes[road]!]!;
    const bound = profile.obeysOneway ? flags[road]! : 0;
    if ((bound & ROAD_FLAGS.noForward) === 0)
      alongCs[road] = timeCs(table, road, speed, profile, 1);
    if ((bound & ROAD_FLAGS.noBackward) === 0)
      againstCs[road] = timeCs(table, road, speed, profile, -1);
  }
  return { profile, reasonBits, alongCs, againstCs };
}

function timeCs(
  table: RoadTable,
  road: number,
  metersPerSecond: number,
  { slopeFactors }: TravelProfile,
  direction: 1 | -1,
): number {
  if (slopeFactors.length === 0 || Number.isNaN(table.steepestPercents[road]!))
    return Math.round((100 * table.lengthsMeters[road]!) / metersPerSecond);
  let seconds = 0;
  forEachSlope(table, road, (lengthMeters, slopePercent) => {
    const factor = slopeFactorAt(slopeFactors, direction * slopePercent);
    seconds += lengthMeters / Math.max(metersPerSecond * factor, LEAST_METERS_PER_SECOND);
  });
  return Math.round(100 * seconds);
}

/** The factor at a slope, on a straight line between its neighbours; 1 where the slope is not known. */
export function slopeFactorAt(factors: readonly SlopeFactor[], slopePercent: number): number {
  const next = factors.findIndex((one) => one.slopePercent >= slopePercent);
  if (Number.isNaN(slopePercent) || factors.length === 0) return 1;
  if (next === -1) return factors.at(-1)!.factor;
  const above = factors[next]!;
  const below = factors[next - 1] ?? above;
  const span = above.slopePercent - below.slopePercent;
  const part = span === 0 ? 0 : (slopePercent - below.slopePercent) / span;
  return below.factor + part * (above.factor - below.factor);
}

function assertProfile({ id, speeds, nightFactor, slopeFactors }: TravelProfile): void {
  for (const [kind, speed] of Object.entries(speeds))
    if (speed !== null && !(speed >= LEAST_METERS_PER_SECOND))
      throw new RangeError(`profile ${id}, ${kind}: expected a speed in m/s, got ${speed}`);
  const factors = [nightFactor, ...slopeFactors.map(({ factor }) => factor)];
  for (const factor of factors)
    if (!(factor > 0 && factor < Infinity))
      throw new RangeError(`profile ${id}: expected a factor above 0, got ${factor}`);
  for (const [place, { slopePercent }] of slopeFactors.entries())
    if (place > 0 && !(slopePercent > slopeFactors[place - 1]!.slopePercent))
      throw new RangeError(`profile ${id}: expected rising slopes, got ${slopePercent}`);
}
