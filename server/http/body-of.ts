import type { Request } from 'express';

/** The body as it comes; null where there is more than `mostBytes`, before a byte is kept where that is said. */
export async function bodyOf(request: Request, mostBytes: number): Promise<Buffer | null> {
  if (Number(request.get('Content-Length') ?? 0) > mostBytes) {
    // What is sent all the same is thrown away.
    request.resume();
    return null;
  }
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    const chunk = part as Buffer;
    bytes += chunk.length;
    if (bytes > mostBytes) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
