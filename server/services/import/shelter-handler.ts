import { createHash } from 'node:crypto';
import type { ImportSource } from '#contract/dataset';
import { PROBLEMS, ProblemError } from '#domain/problem';
import type { ShelterEntry, ShelterKind } from '#domain/shelter/shelter';
import type { DatasetKey } from '../../db/queries/datasets.ts';
import { compareById } from '../../db/queries/differences.ts';
import { applyChosenPositions } from '../../db/queries/facility-positions.ts';
import { countOutsideBoundary } from '../../db/queries/outside-boundary.ts';
import { stageShelters } from '../../db/queries/stage-shelters.ts';
import { type DatasetHandler, KEPT } from './dataset-handler.ts';

/** One list of shelters. Each list replaces only its own former state, so the scope names source and kind. */
export function shelterHandler(
  key: DatasetKey,
  source: ImportSource,
  statedScope: string | undefined,
): DatasetHandler<ShelterEntry> {
  const kinds = new Set<ShelterKind>();
  let withoutPosition = 0;
  const scopeOf = (kind: ShelterKind) => statedScope ?? `${source}/${kind}`;
  // Lists number their facilities each from 1: an id has to name its list too.
  const uniqueId = ({ kind, id }: ShelterEntry) =>
    createHash('sha256')
      .update(`${scopeOf(kind)}\n${id}`)
      .digest('hex')
      .slice(0, 20);
  return {
    keyOf: ({ id }) => id,
    weightOf: () => 1,
    stage: async (tx, items) => {
      const shelters = items.map(({ value }) => ({ ...value, id: uniqueId(value) }));
      for (const { kind, position } of shelters) {
        kinds.add(kind);
        if (position === null) withoutPosition += 1;
      }
      if (kinds.size > 1) throw new ProblemError(PROBLEMS.mixedShelterKinds());
      await stageShelters(tx, key, shelters);
      return shelters.map(() => KEPT);
    },
    scope: () => [...kinds].map(scopeOf).join('+'),
    difference: (tx, formerId) => compareById(tx, 'shelters', key, formerId),
    notes: async (tx) => {
      // Here, when all is staged: the comparison and the check are to be of what will be in force.
      await applyChosenPositions(tx, key);
      const outside = await countOutsideBoundary(tx, key, 'shelter');
      return [
        ...(outside === 0
          ? []
          : [
              {
                ja: `${outside} 件は自治体の境界の外にあります(除かずに印を付けました)`,
                en: `${outside} lie outside the boundary of the municipality (kept and flagged)`,
              },
            ]),
        ...(withoutPosition === 0
          ? []
          : [
              {
                ja: `${withoutPosition} 件には位置がありません(警戒区域との関係は判定できません)`,
                en: `${withoutPosition} have no position (undetermined to every zone)`,
              },
            ]),
      ];
    },
    confirmation: async () => null,
    apply: async () => {},
  };
}
