/** How files of each kind begin: what a file says it is counts for nothing. */
const BEGINNINGS = {
  'application/pdf': Buffer.from('%PDF-'),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
} as const;

/** Which of some kinds a file is, by how it begins; null where it is none of them. */
export function recogniseMediaType<Kind extends keyof typeof BEGINNINGS>(
  content: Buffer,
  kinds: readonly Kind[],
): Kind | null {
  const found = kinds.find((kind) =>
    content.subarray(0, BEGINNINGS[kind].length).equals(BEGINNINGS[kind]),
  );
  return found ?? null;
}
