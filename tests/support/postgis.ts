import type { TestProject } from 'vitest/node';
import { startPostgisServer } from './postgis-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's connection string of the run's PostGIS; null where it is not installed. */
    postgisUrl: string | null;
  }
}

/** vitest `globalSetup`: one PostGIS for the whole run; a test makes its own database or schema in it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const server = await startPostgisServer();
  project.provide('postgisUrl', server?.url ?? null);
  return () => server?.stop();
}
