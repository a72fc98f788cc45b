import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { Transform } from 'node:stream';
import { promisify } from 'node:util';
import { KEEPING_FAILURES } from '#domain/access/keeping-failures';
import { ProblemError } from '#domain/problem';

/*
 * A sealed file: a header, then chunks, each encrypted and authenticated by itself, so that nothing is
 * ever read that was not proved to be whole (AES-256-GCM in the STREAM construction). The nonce of a
 * chunk says which one it is and whether it is the last: chunks cannot be swapped, left out or cut off.
 */
const MAGIC = Buffer.from('MICHIBK1', 'latin1');
const SALT_BYTES = 16;
const PREFIX_BYTES = 7;
const HEADER_BYTES = MAGIC.length + SALT_BYTES + PREFIX_BYTES + 1;
const TAG_BYTES = 16;
export const CHUNK_BYTES = 65_536;
/** log2 of the cost of scrypt: some 130 MB and half a second for each guess of the key. */
const COST_LOG2 = 17;
const BLOCK_SIZE = 8;

type Derive = (
  secret: string,
  salt: Buffer,
  bytes: number,
  options: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer>;
const deriveKey = promisify(scrypt) as Derive;

const keyOf = (secret: string, salt: Buffer, costLog2: number) =>
  deriveKey(secret, salt, 32, {
    N: 2 ** costLog2,
    r: BLOCK_SIZE,
    p: 1,
    maxmem: 256 * BLOCK_SIZE * 2 ** costLog2,
  });

function nonceOf(prefix: Buffer, chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(chunk, PREFIX_BYTES);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** A stream that seals what is written to it. */
export async function sealing(secret: string): Promise<Transform> {
  const salt = randomBytes(SALT_BYTES);
  const prefix = randomBytes(PREFIX_BYTES);
  const header = Buffer.concat([MAGIC, salt, prefix, Buffer.from([COST_LOG2])]);
  const key = await keyOf(secret, salt, COST_LOG2);
  let chunk = 0;
  let waiting: Buffer = Buffer.alloc(0);
  const seal = (plain: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, chunk, isLast));
    cipher.setAAD(header);
    chunk += 1;
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const stream = new Transform({
    transform(data: Buffer, _encoding, done) {
      waiting = Buffer.concat([waiting, data]);
      // One chunk stays behind: only at the end it is known which is the last.
      while (waiting.length > CHUNK_BYTES) {
        this.push(seal(waiting.subarray(0, CHUNK_BYTES), false));
        waiting = waiting.subarray(CHUNK_BYTES);
      }
      done();
    },
    flush(done) {
      this.push(seal(waiting, true));
      done();
    },
  });
  stream.push(header);
  return stream;
}

/**
 * What is in a sealed file.
 *
 * @throws ProblemError where it is none, the key is another one, or a byte of it was changed or is missing
 */
export async function* unseal(
  source: AsyncIterable<Buffer>,
  secret: string,
): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0);
  let opened: { header: Buffer; key: Buffer; prefix: Buffer } | null = null;
  let chunk = 0;
  const open = (sealed: Buffer, isLast: boolean): Buffer => {
    if (opened === null || sealed.length < TAG_BYTES)
      throw new ProblemError(KEEPING_FAILURES.backupUnreadable());
    const cipher = createDecipheriv(
      'aes-256-gcm',
      opened.key,
      nonceOf(opened.prefix, chunk, isLast),
    );
    cipher.setAAD(opened.header);
    cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    chunk += 1;
    const plain = cipher.update(sealed.subarray(0, -TAG_BYTES));
    try {
      return Buffer.concat([plain, cipher.final()]);
    } catch {
      throw new ProblemError(KEEPING_FAILURES.backupKeyWrong());
    }
  };
  for await (const data of source) {
    waiting = Buffer.concat([waiting, data]);
    if (opened === null && waiting.length >= HEADER_BYTES) {
      opened = await readHeader(waiting.subarray(0, HEADER_BYTES), secret);
      waiting = waiting.subarray(HEADER_BYTES);
    }
    if (opened === null) continue;
    while (waiting.length > CHUNK_BYTES + TAG_BYTES) {
      yield open(waiting.subarray(0, CHUNK_BYTES + TAG_BYTES), false);
      waiting = waiting.subarray(CHUNK_BYTES + TAG_BYTES);
    }
  }
  yield open(waiting, true);
}

async function readHeader(header: Buffer, secret: string) {
  const costLog2 = header[HEADER_BYTES - 1] ?? 0;
  // Another cost would let a file that is none of ours take all of the memory.
  if (!header.subarray(0, MAGIC.length).equals(MAGIC) || costLog2 !== COST_LOG2)
    throw new ProblemError(KEEPING_FAILURES.backupUnreadable());
  const salt = header.subarray(MAGIC.length, MAGIC.length + SALT_BYTES);
  const prefix = Buffer.from(header.subarray(MAGIC.length + SALT_BYTES, HEADER_BYTES - 1));
  return { header: Buffer.from(header), prefix, key: await keyOf(secret, salt, costLog2) };
}
