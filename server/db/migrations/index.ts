import { InitialSchema20261124000001 } from './0001-initial-schema.ts';
import { People20261125000002 } from './0002-people.ts';
import { Criteria20261125000003 } from './0003-criteria.ts';
import { DataDecisions20261125000004 } from './0004-data-decisions.ts';
import { Places20261125000005 } from './0005-places.ts';
import { ZoneDataLimit20261125000006 } from './0006-zone-data-limit.ts';
import { WarningLevel20261125000008 } from './0008-warning-level.ts';
import { Accounts20261128000009 } from './0009-accounts.ts';
import { Access20261128000010 } from './0010-access.ts';
import { Audit20261128000011 } from './0011-audit.ts';
import { Roads20261128000012 } from './0012-roads.ts';
import { SiteOverrides20261128000013 } from './0013-site-overrides.ts';
import { FireStations20261128000014 } from './0014-fire-stations.ts';
import { ClosureScenarios20261128000015 } from './0015-closure-scenarios.ts';
import { ConsentImport20261128000016 } from './0016-consent-import.ts';
import { Retention20261128000017 } from './0017-retention.ts';
import { SeenBy20261128000018 } from './0018-seen-by.ts';
import { Plans20261129000019 } from './0019-plans.ts';
import { PlanProposals20261129000020 } from './0020-plan-proposals.ts';
import { TravelProfiles20261129000021 } from './0021-travel-profiles.ts';
import { Responses20261129000022 } from './0022-responses.ts';
import { PlanReviews20261129000023 } from './0023-plan-reviews.ts';
import { RemovedProposals20261129000024 } from './0024-removed-proposals.ts';
import { Drills20261129000025 } from './0025-drills.ts';
import { Charts20261129000026 } from './0026-charts.ts';
import { Resources20261129000027 } from './0027-resources.ts';
import { RelaySheets20261129000028 } from './0028-relay-sheets.ts';
import { DrillGuards20261129000029 } from './0029-drill-guards.ts';
import { PlanIds20261129000030 } from './0030-plan-ids.ts';
import { KeepResponses20261129000031 } from './0031-keep-responses.ts';
import { RelayOffices20261129000032 } from './0032-relay-offices.ts';
import { RelayRetention20261129000033 } from './0033-relay-retention.ts';
import { SaidByOthers20261129000034 } from './0034-said-by-others.ts';
import { AskedAlways20261129000035 } from './0035-asked-always.ts';
import { CarriedRecords20261129000036 } from './0036-carried-records.ts';

/** Every migration, oldest first. One that was released is never changed. */
export const MIGRATIONS = [
  InitialSchema20261124000001,
  People20261125000002,
  Criteria20261125000003,
  DataDecisions20261125000004,
  Places20261125000005,
  ZoneDataLimit20261125000006,
  WarningLevel20261125000008,
  Accounts20261128000009,
  Access20261128000010,
  Audit20261128000011,
  Roads20261128000012,
  SiteOverrides20261128000013,
  FireStations20261128000014,
  ClosureScenarios20261128000015,
  ConsentImport20261128000016,
  Retention20261128000017,
  SeenBy20261128000018,
  Plans20261129000019,
  PlanProposals20261129000020,
  TravelProfiles20261129000021,
  Responses20261129000022,
  PlanReviews20261129000023,
  RemovedProposals20261129000024,
  Drills20261129000025,
  Charts20261129000026,
  Resources20261129000027,
  RelaySheets20261129000028,
  DrillGuards20261129000029,
  PlanIds20261129000030,
  KeepResponses20261129000031,
  RelayOffices20261129000032,
  RelayRetention20261129000033,
  SaidByOthers20261129000034,
  AskedAlways20261129000035,
  CarriedRecords20261129000036,
];
