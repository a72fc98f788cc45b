import type { z } from 'zod';
import { type ResponseEvent, responseEventSchema } from '#contract/response';

interface Told<Event> {
  readonly name: string;
  readonly event: Event;
}

/** Reads the events of a stream one after the other: a response's unless another shape is told. */
export class EventReader<Event = ResponseEvent> {
  readonly #parts: AsyncIterator<Uint8Array>;
  readonly #decoder = new TextDecoder();
  readonly #stop: AbortController;
  readonly #parse: (data: unknown) => Event;
  #text = '';
  private constructor(
    body: AsyncIterable<Uint8Array>,
    stop: AbortController,
    parse: (data: unknown) => Event,
  ) {
    this.#parts = body[Symbol.asyncIterator]();
    this.#stop = stop;
    this.#parse = parse;
  }

  static open(url: string, headers: Readonly<Record<string, string>> = {}) {
    return EventReader.of(responseEventSchema, url, headers);
  }

  static async of<Schema extends z.ZodType>(
    schema: Schema,
    url: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<EventReader<z.output<Schema>>> {
    const stop = new AbortController();
    const response = await fetch(url, { headers, signal: stop.signal });
    const type = response.headers.get('content-type') ?? '';
    if (!type.startsWith('text/event-stream') || response.body === null)
      throw new Error(`no stream: ${response.status} ${await response.text()}`);
    return new EventReader(response.body, stop, (data) => schema.parse(data));
  }

  /** The next event; null where the stream has ended. */
  async next(): Promise<Told<Event> | null> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        const data = /^data: (.*)$/m.exec(block)?.[1];
        const name = /^event: (.*)$/m.exec(block)?.[1] ?? '';
        if (data !== undefined) return { name, event: this.#parse(JSON.parse(data)) };
        continue;
      }
      const part = await this.#parts.next();
      if (part.done === true) return null;
      this.#text += this.#decoder.decode(part.value, { stream: true });
    }
  }

  /** Reads on until one meets it. */
  async until(meets: (told: Told<Event>) => boolean): Promise<Told<Event>> {
    for (;;) {
      const told = await this.next();
      if (told === null) throw new Error('the stream has ended');
      if (meets(told)) return told;
    }
  }

  close(): void {
    this.#stop.abort();
  }
}
