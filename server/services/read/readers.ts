import type { CheckPoints } from '#contract/scenario';
import type { Bbox } from '#domain/geo/position';
import { localDay } from '#domain/local-day';
import { settingOf } from '#domain/plan/setting';
import { type Actor, personRuleOf, scopeOf, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { findPlanSetting } from '../../db/queries/plan-settings.ts';
import { selectCheckPoints } from '../../db/queries/read/check-points.ts';
import {
  type CountedPeopleRow,
  selectCountedPeople,
} from '../../db/queries/read/counted-people.ts';
import { type ActiveDatasetRow, selectActiveDatasets } from '../../db/queries/read/datasets.ts';
import {
  type DistrictRow,
  selectDistricts,
  selectExtent,
} from '../../db/queries/read/districts.ts';
import { selectPlanBoard } from '../../db/queries/read/plan-board.ts';
import { selectResidentList } from '../../db/queries/read/resident-list.ts';
import { type ShelterDbRow, selectShelters } from '../../db/queries/read/shelters.ts';
import { countZones, type ZoneCountRow } from '../../db/queries/read/zones.ts';
import { type Agreement, listAgreements } from '../../db/queries/shelter-edits.ts';
import { type BoardEntries, boardEntries } from './board-entries.ts';
import { checkPointsOf } from './check-points.ts';
import { type MunicipalityVersions, type Topic, versionToken } from './data-versions.ts';
import { withOwnRanks } from './own-ranks.ts';
import { type ResidentSnapshot, snapshotOf } from './resident-snapshot.ts';
import { VersionCache } from './version-cache.ts';

/** What the list of people is made from. */
export const RESIDENT_TOPICS = [
  'residents',
  'districts',
  'assessment',
  'ranking',
  'zones',
  'consent',
  'plan-facts',
] as const satisfies Topic[];
/** What the list of shelters is made from. */
export const SHELTER_TOPICS = [
  'shelters',
  'shelter-edits',
  'assessment',
  'districts',
  'zones',
] as const satisfies Topic[];

/** The zone data in force. */
export interface ZoneData {
  readonly datasets: readonly ActiveDatasetRow[];
  /** As-of date of each dataset; null where the file said none. */
  readonly asOf: readonly (string | null)[];
  readonly counts: readonly ZoneCountRow[];
}

/**
 * What is read often, kept in memory for as long as the version of its data holds: nearly every request
 * is then answered by one tiny query for the versions and none for the data.
 */
export interface Readers {
  /** With `isArchived` those who left the roster. */
  residents(
    municipality: MunicipalityVersions,
    actor: Actor,
    isArchived?: boolean,
  ): Promise<ResidentSnapshot>;
  /** Whom the actor does not see and may count. */
  counted(municipality: MunicipalityVersions, actor: Actor): Promise<CountedPeopleRow[]>;
  /** Where the plans stand that the actor sees. */
  planBoard(municipality: MunicipalityVersions, actor: Actor): Promise<BoardEntries>;
  zoneData(municipality: MunicipalityVersions): Promise<ZoneData>;
  districts(municipality: MunicipalityVersions): Promise<DistrictRow[]>;
  /** The municipality's boundary: several rows where its parts were given one by one. */
  boundary(municipality: MunicipalityVersions): Promise<DistrictRow[]>;
  shelters(municipality: MunicipalityVersions): Promise<ShelterDbRow[]>;
  /** Differences between lists that the officer left as they are. */
  shelterAgreements(municipality: MunicipalityVersions): Promise<Agreement[]>;
  /** What the check of a hypothetical zone runs over. */
  checkPoints(municipality: MunicipalityVersions, actor: Actor): Promise<CheckPoints>;
  extent(municipality: MunicipalityVersions): Promise<Bbox | null>;
}

export function createReaders(database: Database, clock: () => Date): Readers {
  const snapshots = new VersionCache<ResidentSnapshot>();
  const counted = new VersionCache<CountedPeopleRow[]>();
  const boards = new VersionCache<BoardEntries>();
  const zoneData = new VersionCache<ZoneData>();
  const districts = new VersionCache<DistrictRow[]>();
  const boundaries = new VersionCache<DistrictRow[]>();
  const shelters = new VersionCache<ShelterDbRow[]>();
  const agreements = new VersionCache<Agreement[]>();
  const checkPoints = new VersionCache<CheckPoints>();
  const extents = new VersionCache<Bbox | null>();

  const readers: Readers = {
    residents(municipality, actor, isArchived = false) {
      const today = localDay(clock());
      const key = `${municipality.code} ${isArchived} ${scopeOf(actor)}`;
      const token = `${versionToken(municipality, RESIDENT_TOPICS)} ${today}`;
      return snapshots.get(key, token, async () => {
        const people = await withActor(database, actor, municipality.code, (transaction) =>
          selectResidentList(transaction, municipality.code, actor.districts, isArchived),
        );
        const ranked = personRuleOf(actor).keepsRoster ? people : withOwnRanks(people);
        return snapshotOf(ranked, today);
      });
    },
    counted(municipality, actor) {
      if (personRuleOf(actor).otherwise === 'none') return Promise.resolve([]);
      const key = `${municipality.code} ${scopeOf(actor)}`;
      return counted.get(key, versionToken(municipality, RESIDENT_TOPICS), () =>
        withActor(database, actor, municipality.code, selectCountedPeople),
      );
    },
    planBoard(municipality, actor) {
      const key = `${municipality.code} ${actor.role} ${scopeOf(actor)}`;
      const topics = ['plans', 'plan-settings', ...RESIDENT_TOPICS] as const;
      return boards.get(key, versionToken(municipality, topics), async () => {
        const { rows, plans } = await readers.residents(municipality, actor);
        return withActor(database, actor, municipality.code, async (tx) => {
          const board = await selectPlanBoard(tx, municipality.code);
          const setting = settingOf((await findPlanSetting(tx, municipality.code))?.setting);
          return boardEntries(rows, plans, board, setting, actor.role);
        });
      });
    },
    zoneData: (municipality) =>
      zoneData.get(municipality.code, versionToken(municipality, ['zones']), async () => {
        const active = await selectActiveDatasets(database, municipality.code);
        const datasets = active.filter(({ kind }) => kind === 'zones');
        return {
          datasets,
          asOf: datasets.map(({ as_of }) => as_of),
          counts: await countZones(database, municipality.code),
        };
      }),
    districts: (municipality) =>
      districts.get(municipality.code, versionToken(municipality, ['districts']), () =>
        selectDistricts(database, municipality.code, 'districts'),
      ),
    boundary: (municipality) =>
      boundaries.get(municipality.code, versionToken(municipality, ['districts']), () =>
        selectDistricts(database, municipality.code, 'boundary'),
      ),
    shelters: (municipality) =>
      shelters.get(municipality.code, versionToken(municipality, SHELTER_TOPICS), () =>
        selectShelters(database, municipality.code),
      ),
    shelterAgreements: (municipality) =>
      agreements.get(municipality.code, versionToken(municipality, ['shelter-edits']), () =>
        listAgreements(database, municipality.code),
      ),
    checkPoints: (municipality, actor) =>
      checkPoints.get(
        `${municipality.code} ${scopeOf(actor)}`,
        versionToken(municipality, RESIDENT_TOPICS),
        () =>
          withActor(database, actor, municipality.code, async (transaction) => {
            const people = await selectCheckPoints(transaction, municipality.code, actor.districts);
            return checkPointsOf(personRuleOf(actor).keepsRoster ? people : withOwnRanks(people));
          }),
      ),
    extent: (municipality) =>
      extents.get(
        municipality.code,
        versionToken(municipality, ['districts', 'zones', 'shelters']),
        () => selectExtent(database, municipality.code),
      ),
  };
  return readers;
}
