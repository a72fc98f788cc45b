import { SYSTEM } from '../../../server/db/actor.ts';
import { type DatabaseConfig, openDatabase } from '../../../server/db/data-source.ts';
import { importDataset } from '../../../server/services/import-dataset.ts';
import { IMPORT_CITY, type Imported } from './imported.ts';

/* The importing process by itself, for its peak memory: import-whole.ts CONFIG FILE */
const config: DatabaseConfig = JSON.parse(process.argv[2] ?? '');
const database = await openDatabase(config);
try {
  const start = performance.now();
  const result = await importDataset(
    { database, actor: SYSTEM, today: '2026-11-24' },
    { municipalityCode: IMPORT_CITY, source: 'ksj-a33', files: [process.argv[3] ?? ''] },
  );
  const milliseconds = performance.now() - start;
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const [stored] = await database.query<{ records: number; vertices: number; sum: number }>(
    `SELECT count(*)::int AS records, sum(ST_NPoints(geometry))::int AS vertices,
       sum(ST_XMin(geometry) + ST_YMin(geometry) + ST_XMax(geometry) + ST_YMax(geometry)) AS sum
     FROM hazard_zone WHERE municipality_code = $1`,
    [IMPORT_CITY],
  );
  if (stored === undefined) throw new Error('nothing was stored');
  const imported: Imported = { ...stored, milliseconds, peakMegabytes };
  process.send?.(imported);
} finally {
  await database.close();
  process.disconnect?.();
}
