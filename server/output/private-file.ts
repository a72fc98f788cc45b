import { chmod, writeFile } from 'node:fs/promises';
import { PROBLEMS, ProblemError } from '#domain/problem';

/**
 * Writes a file of personal data: only its owner may read it, whatever it was before.
 *
 * @throws ProblemError where the system refuses, such as for a folder that is not there
 */
export async function writePrivateFile(file: string, text: string): Promise<void> {
  // The mode of `writeFile` is that of a new file only.
  await chmod(file, 0o600).catch(() => {});
  try {
    await writeFile(file, text, { mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
    throw new ProblemError(PROBLEMS.fileNotWritten(file, String(error.code)));
  }
}
