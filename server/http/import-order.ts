import type { z } from 'zod';
import type { ImportSource } from '#contract/dataset';
import { importOptionsSchema, type importQuerySchema } from '#contract/import';
import type { SourceOptions } from '#geodata/registry';
import { sourceOptionsOf } from '../services/import/source-options.ts';
import type { AppContext } from './context.ts';
import { fromDomainProblem, type HttpProblem, httpProblem } from './problems.ts';

/** What is to be imported, and how. */
export interface ImportOrder {
  readonly source: ImportSource;
  readonly dryRun: boolean;
  readonly scope: string | undefined;
  readonly isBoundary: boolean;
  readonly options: SourceOptions;
}

/** The order of a request: what the fields of its form say goes before what its address says. */
export async function importOrderOf(
  { database }: AppContext,
  municipalityCode: string,
  query: z.output<typeof importQuerySchema>,
  fields: Readonly<Record<string, string>>,
): Promise<
  | { readonly ok: true; readonly order: ImportOrder }
  | { readonly ok: false; readonly problem: HttpProblem }
> {
  const said = importOptionsSchema.safeParse(fields);
  if (!said.success) {
    const errors = said.error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      message,
    }));
    return { ok: false, problem: httpProblem('request.invalid', { errors }) };
  }
  const { source, dryRun, fileName: _, ...asked } = query;
  const { scope, boundary, mapping, ...others } = { ...asked, ...said.data };
  const options = await sourceOptionsOf(database, municipalityCode, {
    ...others,
    mapping: mapping === undefined ? undefined : { json: mapping, name: 'mapping' },
  });
  if (!options.ok) return { ok: false, problem: fromDomainProblem(options.problem) };
  const isDryRun = dryRun === 'true';
  const isBoundary = boundary === true;
  return {
    ok: true,
    order: { source, dryRun: isDryRun, scope, isBoundary, options: options.value },
  };
}
