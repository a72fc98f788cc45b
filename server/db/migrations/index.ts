import { InitialSchema20261124000001 } from './0001-initial-schema.ts';
import { Criteria20261125000003 } from './0003-criteria.ts';
import { DataDecisions20261125000004 } from './0004-data-decisions.ts';
import { ZoneDataLimit20261125000006 } from './0006-zone-data-limit.ts';
import { WarningLevel20261125000008 } from './0008-warning-level.ts';

/** Every migration, oldest first. One that was released is never changed. */
export const MIGRATIONS = [
  InitialSchema20261124000001,
  Criteria20261125000003,
  DataDecisions20261125000004,
  ZoneDataLimit20261125000006,
  WarningLevel20261125000008,
];
