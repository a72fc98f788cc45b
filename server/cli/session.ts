import { localDay } from '#domain/local-day';
import { ProblemError } from '#domain/problem';
import { type Config, readConfig } from '../config.ts';
import { COMMAND_LINE } from '../db/actor.ts';
import { openDatabase } from '../db/data-source.ts';
import type { ServiceContext } from '../services/context.ts';

/** Settings of this run. @throws ProblemError where the environment has wrong ones */
export function settings(): Config {
  const config = readConfig();
  if (!config.ok) throw new ProblemError(config.problem);
  return config.value;
}

/** Does work with the database open: that of a running server where there is one. */
export async function withContext<T>(
  work: (context: ServiceContext, config: Config) => Promise<T>,
): Promise<T> {
  const config = settings();
  const database = await openDatabase(config);
  try {
    const today = localDay(new Date());
    return await work({ database, actor: COMMAND_LINE, today }, config);
  } finally {
    await database.close();
  }
}
