import { chmod, writeFile } from 'node:fs/promises';

/** Writes a file of personal data: only its owner may read it, whatever it was before. */
export async function writePrivateFile(file: string, text: string): Promise<void> {
  // The mode of `writeFile` is that of a new file only.
  await chmod(file, 0o600).catch(() => {});
  await writeFile(file, text, { mode: 0o600 });
}
