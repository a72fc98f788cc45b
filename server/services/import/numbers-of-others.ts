import { ProblemError } from '#domain/problem';
import type { RosterEntry } from '#domain/resident/roster-entry';
import type { Bilingual } from '#geodata/item';
import { isAnotherPerson } from '#geodata/mappers/roster-merge';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import type { Queryable } from '../../db/database.ts';
import type { DatasetKey } from '../../db/queries/datasets.ts';
import {
  carryOver,
  findNumberHolders,
  listStagedHolders,
} from '../../db/queries/number-holders.ts';
import { type ItemToStage, KEPT, type Verdict } from './dataset-handler.ts';
import { IMPORT_PROBLEMS } from './import-problems.ts';

/** From this part of a file on, single slips are no likely cause any more. */
const MANY = 0.1;

/**
 * Turns away rows whose number is that of somebody else, on the roster in force or on a former one: the
 * person of that number would become another, with the consents and the plan that were theirs. Whoever is
 * on the roster in force stays on the new one as they are.
 */
export class NumbersOfOthers {
  readonly #key: DatasetKey;
  #seen = 0;
  #turnedAway = 0;
  #carried = 0;

  constructor(key: DatasetKey) {
    this.#key = key;
  }

  /** A verdict for each item in order. */
  async judge(tx: Queryable, items: readonly ItemToStage<RosterEntry>[]): Promise<Verdict[]> {
    this.#seen += items.length;
    const { municipalityCode } = this.#key;
    const holders = new Map(
      (
        await findNumberHolders(
          tx,
          municipalityCode,
          items.map(({ value }) => value),
        )
      ).map((holder) => [holder.rosterNumber, holder]),
    );
    const taken: string[] = [];
    const verdicts = items.map(({ value }): Verdict => {
      const holder = holders.get(value.rosterNumber);
      if (holder === undefined || !isAnotherPerson(holder, value)) return KEPT;
      this.#turnedAway += 1;
      if (holder.isOnRoster) taken.push(value.rosterNumber);
      const reason = ROSTER_REASONS.numberOfAnother(holder.isOnRoster);
      return { kept: false, reason, raw: rowOf(value) };
    });
    this.#carried += await carryOver(tx, this.#key, taken);
    return verdicts;
  }

  notes(): Bilingual[] {
    if (this.#turnedAway === 0) return [];
    const isMany = this.#turnedAway > this.#seen * MANY;
    return [
      {
        ja: `${this.#turnedAway} 件は、名簿番号が別の人の番号のため取り込みません。使用中の名簿にいる ${this.#carried} 人は今のまま残ります${isMany ? '。件数が多いため、番号を振り直した名簿か、別の自治体の名簿でないか確かめてください' : ''}`,
        en: `${this.#turnedAway} rows are not taken over, as their roster number is that of another person; ${this.#carried} people of the roster in force stay as they are${isMany ? '. They are many: please check whether the roster was numbered anew, or is that of another municipality' : ''}`,
      },
    ];
  }
}

/** @throws ProblemError where a number of the staged roster has come to be somebody else's since it was staged */
export async function refuseNumbersOfOthers(tx: Queryable, key: DatasetKey): Promise<void> {
  for (const { staged, holder } of await listStagedHolders(tx, key))
    if (isAnotherPerson(holder, staged))
      throw new ProblemError(IMPORT_PROBLEMS.numberTakenMeanwhile);
}

function rowOf({ rosterNumber, name, birthDate, address }: RosterEntry): string {
  return [rosterNumber, name, birthDate ?? '', address ?? ''].join(',');
}
