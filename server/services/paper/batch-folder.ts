import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ROLES } from '#domain/access/roles';
import { PAPERS } from '#domain/plan/papers';

/** What was ordered: enough to go on with after a restart. */
const orderSchema = z.object({
  id: z.uuid(),
  municipalityCode: z.string(),
  /** On whose behalf; looked up anew when it goes on, as a role may have changed. */
  accountId: z.uuid().nullable(),
  role: z.enum([...ROLES, 'system']),
  paper: z.enum(PAPERS),
  /** Of each file whom it is about; of a helper's the first one. */
  residentIds: z.array(z.string()).max(20_000),
  /** What each file holds where it is a helper's. */
  helpers: z
    .array(
      z.object({
        ...{ name: z.string(), isOrganisation: z.boolean(), isNameShared: z.boolean() },
        parts: z.array(z.object({ residentId: z.string(), supporterId: z.string() })).min(1),
      }),
    )
    .optional(),
  orderedAt: z.string(),
});
export type BatchOrder = z.output<typeof orderSchema>;

/** Written after the file of a plan: where it stands, the plan is done. */
const doneSchema = z.object({
  residentId: z.string(),
  /** null: no plan of the person may be printed. */
  pages: z.number().int().nullable(),
  findings: z.array(z.object({ field: z.string(), code: z.string(), kind: z.string() })),
});
export type DonePlan = z.output<typeof doneSchema>;

/** Whoever may read them is the user of the service alone. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

export const printsFolder = (dataDir: string) => join(dataDir, 'prints');

/**
 * A batch of papers on disk: `order.json`, and for each plan `00001.pdf` with `00001.json` after it. Each is
 * written under another name and renamed, so that a killed process leaves none half written.
 */
export class BatchFolder {
  readonly path: string;

  constructor(dataDir: string, id: string) {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('the id of a batch is a UUID');
    this.path = join(printsFolder(dataDir), id);
  }

  async begin(order: BatchOrder): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: FOLDER_MODE });
    await this.#write('order.json', JSON.stringify(order));
  }

  /** null where there is none, or what is there cannot be read. */
  async order(): Promise<BatchOrder | null> {
    return parseFile(join(this.path, 'order.json'), orderSchema);
  }

  async add(index: number, pdf: Uint8Array | null, done: DonePlan): Promise<void> {
    if (pdf !== null) await this.#write(`${nameOf(index)}.pdf`, pdf);
    await this.#write(`${nameOf(index)}.json`, JSON.stringify(done));
  }

  /** Plans that are done, by their place in the order. */
  async done(): Promise<Map<number, DonePlan>> {
    const found = new Map<number, DonePlan>();
    for (const name of await readdir(this.path).catch(() => [])) {
      const index = Number(/^(\d{5})\.json$/.exec(name)?.[1] ?? Number.NaN);
      if (Number.isNaN(index)) continue;
      const done = await parseFile(join(this.path, name), doneSchema);
      if (done !== null) found.set(index, done);
    }
    return found;
  }

  async finish(state: 'done' | 'cancelled'): Promise<void> {
    await this.#write('ended.json', JSON.stringify({ state }));
  }

  async ending(): Promise<'done' | 'cancelled' | null> {
    const schema = z.object({ state: z.enum(['done', 'cancelled']) });
    return (await parseFile(join(this.path, 'ended.json'), schema))?.state ?? null;
  }

  pdf(index: number): string {
    return join(this.path, `${nameOf(index)}.pdf`);
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  async #write(name: string, content: string | Uint8Array): Promise<void> {
    const unfinished = join(this.path, `.${name}.part`);
    const file = await open(unfinished, 'w', FILE_MODE);
    try {
      await file.writeFile(content);
    } finally {
      await file.close();
    }
    await rename(unfinished, join(this.path, name));
  }
}

const nameOf = (index: number) => String(index).padStart(5, '0');

async function parseFile<Value>(path: string, schema: z.ZodType<Value>): Promise<Value | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Ids of the batches in a data directory, with when each was ordered (milliseconds). */
export async function listBatches(dataDir: string): Promise<{ id: string; atMillis: number }[]> {
  const folder = printsFolder(dataDir);
  const names = await readdir(folder).catch(() => []);
  const batches = [];
  for (const id of names.filter((name) => /^[0-9a-f-]{36}$/.test(name))) {
    const found = await stat(join(folder, id)).catch(() => null);
    if (found !== null) batches.push({ id, atMillis: found.birthtimeMs || found.mtimeMs });
  }
  return batches;
}
