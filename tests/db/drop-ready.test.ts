import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropReady } from '../../server/db/embedded/drop-ready.ts';

function message(type: string, body: Uint8Array): Uint8Array {
  const whole = Buffer.alloc(5 + body.length);
  whole.write(type, 0, 'latin1');
  whole.writeUInt32BE(4 + body.length, 1);
  whole.set(body, 5);
  return whole;
}

test('wherever the chunks end, all messages but ReadyForQuery pass, byte for byte', () => {
  const anyMessage = fc.tuple(
    fc.constantFrom('D', 'E', 'C', 'Z'),
    fc.uint8Array({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(
      fc.array(anyMessage),
      fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
      (messages, sizes) => {
        const wire = Buffer.concat(messages.map(([type, body]) => message(type, body)));
        const passed: Uint8Array[] = [];
        const pass = dropReady((chunk) => passed.push(chunk.slice()));
        for (let at = 0; at < wire.length; ) {
          const size = sizes.next().value ?? 1;
          pass(wire.subarray(at, at + size));
          at += size;
        }
        const kept = messages.filter(([type]) => type !== 'Z');
        expect(Buffer.concat(passed)).toEqual(
          Buffer.concat(kept.map(([type, body]) => message(type, body))),
        );
      },
    ),
  );
});
