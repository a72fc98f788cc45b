import { type Config, readConfig } from '../../server/config.ts';
import type { DatabaseConfig } from '../../server/db/data-source.ts';

/** Settings as they are by default, on a free port and without a log, for a server of a test. */
export function serverConfig(database: DatabaseConfig, settings: Partial<Config> = {}): Config {
  const config = readConfig({});
  if (!config.ok) throw new Error(config.problem.en);
  const secondFactorKey = 'the key of second factors, for tests';
  return {
    ...config.value,
    secondFactorKey,
    port: 0,
    logLevel: 'silent',
    ...settings,
    ...database,
  };
}
