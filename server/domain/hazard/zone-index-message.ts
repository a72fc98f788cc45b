import Flatbush from 'flatbush';
import type { ZoneIndex } from './zone-index.ts';

/** A zone index as plain data that can be posted to a worker or stored: no class, buffers only. */
export interface ZoneIndexMessage extends Omit<ZoneIndex, 'tree'> {
  readonly treeBuffer: ArrayBufferLike | null;
}

/**
 * Takes an index apart for `postMessage(message, buffers)`. Nothing is copied: when the buffers are
 * transferred, the index that they came from is empty.
 */
export function packZoneIndex(index: ZoneIndex): {
  readonly message: ZoneIndexMessage;
  readonly buffers: readonly ArrayBufferLike[];
} {
  const { tree, ...arrays } = index;
  const treeBuffer = tree === null ? null : tree.data;
  const buffers = [arrays, ...arrays.sheets]
    .flatMap((holder): unknown[] => Object.values(holder))
    .filter((value) => ArrayBuffer.isView(value))
    .map((view) => view.buffer);
  return {
    message: { ...arrays, treeBuffer },
    buffers: treeBuffer === null ? buffers : [...buffers, treeBuffer],
  };
}

/** Puts an index together again; nothing is copied or rebuilt. */
export function unpackZoneIndex({ treeBuffer, ...arrays }: ZoneIndexMessage): ZoneIndex {
  return { ...arrays, tree: treeBuffer === null ? null : Flatbush.from(treeBuffer) };
}
