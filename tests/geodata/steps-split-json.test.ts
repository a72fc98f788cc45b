import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenJsonError, type JsonPiece, splitJson } from '#geodata/steps/split-json';

async function* chunked(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function split(text: string, size = 1 << 16): Promise<JsonPiece[]> {
  const pieces: JsonPiece[] = [];
  for await (const piece of splitJson(chunked(text, size), 'features')) pieces.push(piece);
  return pieces;
}

describe('splitJson', () => {
  it('cuts members and the elements of the streamed list', async () => {
    const text =
      '\ufeff { "name" : "a,\\"]}b", "features": [ {"a": [1, [2]]} , {"b":"}"} ], "crs": {"x": 1} }\n';
    expect((await split(text)).map(({ kind, text: piece }) => [kind, piece.trim()])).toEqual([
      ['member', '"name" : "a,\\"]}b"'],
      ['element', '{"a": [1, [2]]}'],
      ['element', '{"b":"}"}'],
      ['member', '"crs": {"x": 1}'],
    ]);
  });

  it('gives back every value, wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue(), { maxLength: 6 }),
        fc.jsonValue(),
        fc.integer({ min: 1, max: 40 }),
        async (features, extra, size) => {
          const pieces = await split(
            JSON.stringify({ 名: extra, features, z: extra }, null, 1),
            size,
          );
          const elements = pieces.filter(({ kind }) => kind === 'element');
          const members = pieces.filter(({ kind }) => kind === 'member');
          expect(elements.map(({ text }) => JSON.parse(text))).toEqual(
            JSON.parse(JSON.stringify(features)),
          );
          expect(JSON.parse(`{${members.map(({ text }) => text).join(',')}}`)).toEqual(
            JSON.parse(JSON.stringify({ 名: extra, z: extra })),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not take a deeper list of the same name for the streamed one', async () => {
    const pieces = await split('{"x": {"features": [1]}, "features": [2]}');
    expect(pieces.map(({ kind, text }) => `${kind}:${text.trim()}`)).toEqual([
      'member:"x": {"features": [1]}',
      'element:2',
    ]);
  });

  it.each(['', '[1]', '{"features": [1, 2', '{"features": ["a', 'id,name\n1,2', '{} {}'])(
    'refuses %j',
    async (text) => {
      await expect(split(text)).rejects.toThrow(BrokenJsonError);
    },
  );
});
