import { createHash } from 'node:crypto';
import { ACCURACIES, type Accuracy } from '#domain/resident/accuracy';
import type { RosterEntry } from '#domain/resident/roster-entry';
import type { Geocoder } from '#geodata/geocode/geocoder';
import type { PositionOrigin } from '../../db/entities/person.ts';
import {
  applyRoster,
  compareRoster,
  countMovedUnderManualPosition,
} from '../../db/queries/apply-roster.ts';
import { readDataVersions } from '../../db/queries/data-versions.ts';
import type { DatasetKey } from '../../db/queries/datasets.ts';
import { storeDerivation } from '../../db/queries/derivations.ts';
import { carryOverAnew } from '../../db/queries/number-holders.ts';
import { countOutsideBoundary } from '../../db/queries/outside-boundary.ts';
import { updateDistrictsFromPolygons } from '../../db/queries/resident-places.ts';
import { type PersonToStage, stageRoster } from '../../db/queries/stage-roster.ts';
import type { DatasetHandler } from './dataset-handler.ts';
import { NumbersOfOthers, refuseNumbersOfOthers } from './numbers-of-others.ts';

/** What a staged roster is compared with and does when it goes into force. */
export function rosterSwap(
  key: DatasetKey,
  source: { readonly name: string; readonly asOf: string | null },
): Pick<DatasetHandler<RosterEntry>, 'difference' | 'apply'> {
  return {
    difference: async (tx) => {
      await carryOverAnew(tx, key);
      return compareRoster(tx, key);
    },
    apply: async (tx) => {
      await refuseNumbersOfOthers(tx, key);
      await applyRoster(tx, key, source);
      await updateDistrictsFromPolygons(tx, key.municipalityCode);
    },
  };
}

/**
 * A roster: people are placed while they are staged, so that the swap only copies. Where the gazetteer
 * that placed them (`gazetteerVersion`) is still in force by then, nobody has to be placed again.
 */
export function rosterHandler(
  key: DatasetKey,
  geocode: Geocoder,
  gazetteerVersion: number | undefined,
  source: { readonly name: string; readonly asOf: string | null },
): DatasetHandler<RosterEntry> {
  const byAccuracy = new Map<Accuracy, number>();
  const swap = rosterSwap(key, source);
  const numbers = new NumbersOfOthers(key);
  return {
    keyOf: ({ rosterNumber }) => rosterNumber,
    weightOf: () => 1,
    stage: async (tx, items) => {
      const verdicts = await numbers.judge(tx, items);
      const persons = items.flatMap(({ recordNumber, value }, at) =>
        verdicts[at]?.kept ? [placePerson(recordNumber, value, geocode)] : [],
      );
      for (const { located } of persons)
        byAccuracy.set(located.accuracy, (byAccuracy.get(located.accuracy) ?? 0) + 1);
      await stageRoster(tx, key, persons);
      return verdicts;
    },
    scope: () => 'default',
    ...swap,
    apply: async (tx) => {
      await swap.apply(tx);
      const now = await readDataVersions(tx, key.municipalityCode);
      if (now.gazetteer !== gazetteerVersion) return;
      // The swap raises the roster's version by one in this transaction.
      const versions = { ...now, roster: (now.roster ?? 0) + 1 };
      await storeDerivation(tx, key.municipalityCode, 'positions', versions);
    },
    notes: async (tx) => {
      const count = (accuracy: Accuracy) => byAccuracy.get(accuracy) ?? 0;
      const outside = await countOutsideBoundary(tx, key, 'roster_record');
      const moved = await countMovedUnderManualPosition(tx, key);
      return [
        {
          ja: `位置の精度: 建物 ${count('building')}、手動 ${count('manual')}、街区 ${count('block')}、町丁目 ${count('town')}、不明 ${count('none')}`,
          en: `Accuracy of positions: ${ACCURACIES.map((one) => `${one} ${count(one)}`).join(', ')}`,
        },
        ...numbers.notes(),
        ...(outside === 0
          ? []
          : [
              {
                ja: `${outside} 人の位置は自治体の境界の外です(除いていません。位置を確かめてください)`,
                en: `The positions of ${outside} people lie outside the boundary (kept; please check them)`,
              },
            ]),
        ...(moved === 0
          ? []
          : [
              {
                ja: `手で置いた位置を残した ${moved} 人は住所が変わりました。位置を確かめてください`,
                en: `${moved} people keep a position set by hand although their address changed; please check it`,
              },
            ]),
      ];
    },
    confirmation: async () => null,
  };
}

function placePerson(recordNumber: number, entry: RosterEntry, geocode: Geocoder): PersonToStage {
  const place = placeByBest(entry, geocode);
  return {
    recordNumber,
    entry,
    contentHash: createHash('sha256').update(JSON.stringify(entry)).digest('hex').slice(0, 32),
    ...place,
    supporters:
      entry.supporters?.map((who) => ({ ...who, located: geocode(who.address).located })) ?? null,
  };
}

function placeByBest(
  entry: RosterEntry,
  geocode: Geocoder,
): Pick<PersonToStage, 'located' | 'positionOrigin' | 'positionSource'> {
  if (entry.located !== null && entry.located.accuracy !== 'none')
    return { located: entry.located, positionOrigin: 'roster', positionSource: '名簿の緯度・経度' };
  const { located, matched, reason } = geocode(entry.address);
  const positionOrigin: PositionOrigin = located.accuracy === 'none' ? 'none' : 'gazetteer';
  return { located, positionOrigin, positionSource: matched ?? reason?.ja ?? null };
}
