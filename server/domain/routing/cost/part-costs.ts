import { ZONE_CLASSES } from '#domain/hazard/zone';
import { kindBitsOf } from '../exposure/exposure-kinds.ts';
import { metersInside } from '../exposure/measure-exposure.ts';
import type { RoadExposure } from '../exposure/road-exposure.ts';
import type { RoadTable } from '../graph/road-table.ts';
import { type Assessment, NO_WAY } from '../profiles/assessment.ts';
import { packCost } from './packed-cost.ts';
import type { RoutePolicy } from './policy.ts';

/** What parts of roads cost by a policy, whole roads among them. */
export class PartCosts {
  readonly #table: RoadTable;
  readonly #assessment: Assessment;
  readonly #exposure: RoadExposure;
  readonly #avoidBits: number;
  readonly #weights: readonly { readonly bits: number; readonly csPerMeter: number }[];
  readonly #csPerUnknownMeter: number;

  /** @throws RangeError for weights below 0 */
  constructor(
    table: RoadTable,
    assessment: Assessment,
    exposure: RoadExposure,
    policy: RoutePolicy,
  ) {
    this.#table = table;
    this.#assessment = assessment;
    this.#exposure = exposure;
    this.#avoidBits = kindBitsOf(policy.avoidFirst);
    this.#weights = ZONE_CLASSES.map((zoneClass) => ({
      bits: kindBitsOf([zoneClass]),
      csPerMeter: 100 * (policy.secondsPerMeterInside[zoneClass] ?? 0),
    })).filter(({ csPerMeter }) => csPerMeter !== 0);
    this.#csPerUnknownMeter = 100 * policy.secondsPerUnknownMeter;
    for (const csPerMeter of [this.#csPerUnknownMeter, ...this.#weights.map((w) => w.csPerMeter)])
      if (!(csPerMeter >= 0 && csPerMeter < Infinity))
        throw new RangeError(`policy ${policy.id}: expected weights from 0, got ${csPerMeter}`);
  }

  /**
   * The packed cost of going a part of a road as its line runs (`isAlong`) or against it; Infinity where
   * that may not be gone. Time is shared out by metres, exposure is measured.
   */
  costOf(road: number, fromMeters: number, toMeters: number, isAlong: boolean): number {
    const { alongCs, againstCs, reasonBits } = this.#assessment;
    const wholeCs = isAlong ? alongCs[road]! : againstCs[road]!;
    if (wholeCs === NO_WAY) return Infinity;
    const wholeMeters = this.#table.lengthsMeters[road]!;
    const partMeters = Math.abs(toMeters - fromMeters);
    let timeCs = wholeMeters === 0 ? wholeCs : wholeCs * (partMeters / wholeMeters);
    if (reasonBits[road] !== 0) timeCs += this.#csPerUnknownMeter * partMeters;
    const { firstStretches } = this.#exposure;
    if (firstStretches[road] === firstStretches[road + 1]) return packCost(0, Math.round(timeCs));
    for (const { bits, csPerMeter } of this.#weights)
      timeCs += csPerMeter * metersInside(this.#exposure, road, bits, fromMeters, toMeters);
    const avoidMeters = metersInside(this.#exposure, road, this.#avoidBits, fromMeters, toMeters);
    // A touch is a touch: less than a decimetre in a red zone is not nothing.
    return packCost(Math.ceil(10 * avoidMeters - 1e-6), Math.round(timeCs));
  }

  /** The time alone that a part of a road takes, in hundredths of a second. */
  timeCsOf(road: number, fromMeters: number, toMeters: number): number {
    const { alongCs, againstCs } = this.#assessment;
    const wholeMeters = this.#table.lengthsMeters[road]!;
    const wholeCs = toMeters >= fromMeters ? alongCs[road]! : againstCs[road]!;
    const part = wholeMeters === 0 ? 1 : Math.abs(toMeters - fromMeters) / wholeMeters;
    return wholeCs * part;
  }
}
