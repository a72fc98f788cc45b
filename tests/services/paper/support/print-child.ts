import { BatchFolder } from '../../../../server/services/paper/batch-folder.ts';
import { printBatch } from '../../../../server/services/paper/print-batch.ts';
import { fakeWork } from './fake-work.ts';

/** Prints a batch slowly, in a process that can be killed: `print-child DATA_DIR ID`. */
const [dataDir = '', id = ''] = process.argv.slice(2);
const folder = new BatchFolder(dataDir, id);
const order = await folder.order();
if (order === null) throw new Error('there is no such order');
await printBatch(folder, order, fakeWork({ onProgress: (done) => process.send?.(done) }));
