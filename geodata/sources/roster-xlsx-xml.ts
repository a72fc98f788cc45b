import { SaxesParser, type SaxesTagPlain } from 'saxes';

export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * Items that handlers make of an XML stream, chunk by chunk. Names come without their prefix, for
 * some writers use one. The decoder keeps characters whole that a chunk cuts in two.
 */
export async function* readXml<T>(
  stream: AsyncIterable<Uint8Array>,
  handlersFor: (emit: (item: T) => void) => XmlHandlers,
): AsyncGenerator<T> {
  let items: T[] = [];
  const handlers = handlersFor((item) => items.push(item));
  const parser = new SaxesParser();
  parser.on('opentag', (tag: SaxesTagPlain) => handlers.open(localName(tag.name), tag.attributes));
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.on('closetag', (tag: SaxesTagPlain) => handlers.close(localName(tag.name)));
  parser.on('error', (error) => {
    throw error;
  });
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of stream) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield* items;
    items = [];
  }
  parser.write(decoder.decode()).close();
  yield* items;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
