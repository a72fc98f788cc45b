import { parentPort, workerData } from 'node:worker_threads';
import { buildHierarchy, type Hierarchy } from '#domain/routing/hierarchy/hierarchy';
import type { HierarchyOrder } from './awaited-hierarchy.ts';

const port = parentPort;
if (port === null) throw new Error('hierarchy-worker runs as a worker thread only');

const { table, topology }: HierarchyOrder = workerData;
const hierarchy: Hierarchy = buildHierarchy(table, topology);
port.postMessage(
  hierarchy,
  [...Object.values(hierarchy)].map(({ buffer }) => buffer),
);
port.close();
