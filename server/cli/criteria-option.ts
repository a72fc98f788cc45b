import { readFile } from 'node:fs/promises';
import { readCriteriaFile } from '#contract/criteria-file';
import type { PriorityCriteria } from '#domain/priority/criteria';
import { PROBLEMS, ProblemError } from '#domain/problem';
import { findCriteria } from '../db/queries/municipalities.ts';
import type { ServiceContext } from '../services/context.ts';
import { findCriteriaVersion, listCriteria } from '../services/read/criteria.ts';

/** Said beside the option: all of these are understood. */
export const CRITERIA_FORMS = {
  ja: '基準の ID、ID@版、または JSON ファイル',
  en: 'id of criteria, id@version, or a JSON file',
};

/**
 * Criteria by their id (the newest version), by id and version, or from a file.
 *
 * @throws ProblemError that names the ids that exist, or what is wrong in the file
 */
export async function criteriaOf(
  { database }: ServiceContext,
  municipalityCode: string,
  wanted: string,
): Promise<PriorityCriteria> {
  if (/\.json$/i.test(wanted)) return criteriaOfFile(wanted);
  const [id = '', version] = wanted.split('@');
  const criteria =
    version === undefined
      ? await findCriteria(database, municipalityCode, id)
      : await findCriteriaVersion(database, municipalityCode, id, Number(version) || 0);
  if (criteria !== null) return criteria;
  const known = await listCriteria(database, municipalityCode);
  throw new ProblemError(
    PROBLEMS.criteriaUnknown(
      wanted,
      known.map((one) => one.id),
    ),
  );
}

async function criteriaOfFile(path: string): Promise<PriorityCriteria> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ProblemError(PROBLEMS.fileUnreadable(error.code ?? path));
  });
  const file = readCriteriaFile(text);
  if (file.ok) return file.criteria;
  const faults = file.faults.map(({ path: place, message }) => `\n  ${place}: ${message}`).join('');
  throw new ProblemError({
    code: 'criteria.file-invalid',
    ja: `基準のファイル ${path} に誤りがあります${faults}`,
    en: `The criteria file ${path} has faults${faults}`,
  });
}
