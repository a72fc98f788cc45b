import type { Response } from 'express';

const HEARTBEAT_MILLIS = 15_000;
const MOST_WAITING_BYTES = 4 * 1024 * 1024;

/** Open streams of server-sent events, so that a server that stops can end them. */
export class EventStreams {
  readonly #open = new Set<Response>();

  /**
   * Turns a response into a stream; `onClose` is called once, whoever ends it. It ends where `isStillIn`
   * says no: whoever began it has signed out since.
   */
  open(response: Response, onClose: () => void, isStillIn: () => Promise<boolean>): EventStream {
    response.set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    this.#open.add(response);
    const heartbeat = setInterval(() => {
      response.write(': \n\n');
      isStillIn().then(
        (is) => is || response.end(),
        () => response.end(),
      );
    }, HEARTBEAT_MILLIS);
    response.once('close', () => {
      clearInterval(heartbeat);
      this.#open.delete(response);
      onClose();
    });
    return {
      send: (event, data) =>
        void response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      write: (text) => {
        // Who does not take what is sent would have it pile up here; coming back they get it as it stands.
        if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
        else response.write(text);
      },
      end: () => void response.end(),
    };
  }

  endAll(): void {
    for (const response of this.#open) response.end();
  }
}

export interface EventStream {
  send(event: string, data: unknown): void;
  /** Events as they are on the wire. */
  write(text: string): void;
  end(): void;
}
