import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  BatchFolder,
  type BatchOrder,
  printsFolder,
} from '../../../server/services/paper/batch-folder.ts';
import { printBatch } from '../../../server/services/paper/print-batch.ts';
import { PrintDesk } from '../../../server/services/paper/print-desk.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { FAKE_PDF, fakeWork } from './support/fake-work.ts';

const dataDir = temporaryDirectory();
const orderOf = (residentIds: readonly string[]): BatchOrder => ({
  id: randomUUID(),
  municipalityCode: '99999',
  accountId: null,
  role: 'disaster-officer',
  paper: 'person',
  residentIds: [...residentIds],
  orderedAt: '2026-11-29T00:00:00.000Z',
});
const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);

async function begun(order: BatchOrder): Promise<BatchFolder> {
  const folder = new BatchFolder(dataDir, order.id);
  await folder.begin(order);
  return folder;
}

describe('a batch of papers', () => {
  it('prints each plan into a file of its own that nobody else can read', async () => {
    const order = orderOf(['p0', 'hidden', 'p2']);
    const folder = await begun(order);
    expect(await printBatch(folder, order, fakeWork())).toBe('done');
    const done = await folder.done();
    expect([...done.values()].map(({ residentId, pages }) => [residentId, pages]).sort()).toEqual([
      ['hidden', null],
      ['p0', 2],
      ['p2', 2],
    ]);
    expect((await stat(folder.path)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(folder.path))
      expect((await stat(join(folder.path, name))).mode & 0o777, name).toBe(0o600);
    await expect(stat(folder.pdf(1))).rejects.toThrow('ENOENT');
  });

  it('killed in the middle it leaves no file half written, and goes on with what is open', async () => {
    const order = orderOf(people(400));
    const folder = await begun(order);
    const script = join(import.meta.dirname, 'support', 'print-child.ts');
    const child = fork(script, [dataDir, order.id], {
      execArgv: ['--conditions=source', '--import', 'tsx'],
    });
    child.on('message', (done) => {
      if (Number(done) >= 25) child.kill('SIGKILL');
    });
    await once(child, 'exit');
    const before = await folder.done();
    expect(before.size).toBeGreaterThanOrEqual(25);
    expect(before.size).toBeLessThan(400);
    for (const index of before.keys())
      expect(FAKE_PDF.byteLength).toBe((await stat(folder.pdf(index))).size);
    let printed = 0;
    const typeset = async () => {
      printed += 1;
      return { pdf: FAKE_PDF, pages: 2, findings: [] };
    };
    expect(await printBatch(folder, order, fakeWork({ typeset }))).toBe('done');
    expect(printed).toBe(400 - before.size);
    expect((await folder.done()).size).toBe(400);
    for (let index = 0; index < 400; index++)
      expect((await stat(folder.pdf(index))).size).toBe(FAKE_PDF.byteLength);
  });

  it('stops when it is called off', async () => {
    const order = orderOf(people(60));
    const folder = await begun(order);
    const abort = new AbortController();
    const onProgress = (done: number) => {
      if (done === 5) abort.abort();
    };
    const work = fakeWork({ signal: abort.signal, onProgress });
    expect(await printBatch(folder, order, work)).toBe('stopped');
    expect((await folder.done()).size).toBeLessThan(12);
  });
});

describe('the desk of batches', () => {
  const desk = (work = fakeWork()) =>
    new PrintDesk({
      dataDir,
      openWork: async () => work,
      onBug: (error) => {
        throw error;
      },
    });
  const { id: _, ...order } = orderOf(people(8));
  const untilEnded = async (at: PrintDesk, id: string) => {
    for (;;) {
      const found = await at.find(id, '99999', null);
      if (found === null || found.state.state !== 'running') return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  it('goes on after a stop with another process’s desk, and is found by its owner alone', async () => {
    const first = desk();
    const { id } = await first.order({ ...order, residentIds: people(300) });
    while (((await first.find(id, '99999', null))?.state.done ?? 0) < 5)
      await new Promise((resolve) => setTimeout(resolve, 2));
    await first.stop();
    const folder = new BatchFolder(dataDir, id);
    expect(await folder.ending()).toBeNull();
    const second = desk();
    await second.open(() => Date.now());
    const ended = await untilEnded(second, id);
    expect(ended?.state).toEqual({ id, state: 'done', done: 300, total: 300 });
    expect(await second.find(id, '11111', null)).toBeNull();
    expect(await second.find(id, '99999', randomUUID())).toBeNull();
    await second.remove(id);
    expect(await second.find(id, '99999', null)).toBeNull();
    await second.stop();
  });

  it('removes after a day what was printed', async () => {
    const first = desk();
    const { id } = await first.order(order);
    await untilEnded(first, id);
    await first.stop();
    const second = desk();
    await second.open(() => Date.now() + 25 * 3_600_000);
    expect(await readdir(printsFolder(dataDir))).not.toContain(id);
    await second.stop();
  });

  it('removes a folder without an order that can be read', async () => {
    const id = randomUUID();
    await begun({ ...orderOf([]), id });
    const file = join(printsFolder(dataDir), id, 'order.json');
    await writeFile(file, '{"id":');
    const first = desk();
    await first.open(() => Date.now());
    expect(await readdir(printsFolder(dataDir))).not.toContain(id);
    await first.stop();
  });
});
