const READY_FOR_QUERY = 'Z'.charCodeAt(0);
const HEADER_BYTES = 5;

/**
 * Passes messages of the server on, without those that say it is ready for another request. Chunks may
 * end anywhere, within a header too.
 */
export function dropReady(write: (chunk: Uint8Array) => void): (chunk: Uint8Array) => void {
  const header = new Uint8Array(HEADER_BYTES);
  let headerBytes = 0;
  /** Of the message that is being passed on or dropped. */
  let bodyBytes = 0;
  let isDropped = false;
  return (chunk) => {
    let keptFrom = 0;
    let at = 0;
    while (at < chunk.length) {
      if (bodyBytes === 0) {
        const starts = headerBytes === 0;
        const part = chunk.subarray(at, at + HEADER_BYTES - headerBytes);
        header.set(part, headerBytes);
        headerBytes += part.length;
        if (starts) {
          if (isDropped) keptFrom = at;
          isDropped = header[0] === READY_FOR_QUERY;
          if (isDropped && at > keptFrom) write(chunk.subarray(keptFrom, at));
        }
        at += part.length;
        if (headerBytes < HEADER_BYTES) break;
        headerBytes = 0;
        // The length counts itself and not the type.
        bodyBytes = new DataView(header.buffer).getUint32(1) - 4;
      }
      const step = Math.min(bodyBytes, chunk.length - at);
      bodyBytes -= step;
      at += step;
    }
    if (!isDropped && keptFrom < chunk.length) write(chunk.subarray(keptFrom));
  };
}
