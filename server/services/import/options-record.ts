import { createHash } from 'node:crypto';
import type { SourceOptions } from '#geodata/registry';

/** The options as they are stored: what makes a second import of the same file another import. */
export function optionsRecord(
  { onBytes: _, clip, ...options }: SourceOptions,
  scope: string | undefined,
): Record<string, unknown> {
  const said = {
    ...options,
    ...(clip === undefined
      ? {}
      : { clip: createHash('sha256').update(JSON.stringify(clip.coordinates)).digest('hex') }),
    scope,
  };
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined && value !== null),
  );
}
