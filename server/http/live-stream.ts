import type { Problem } from '#domain/problem';
import type { Actor } from '../db/actor.ts';
import type { LiveFeed } from '../services/live/live-feed.ts';
import type { AppContext } from './context.ts';
import type { BodyWriter } from './endpoint.ts';
import { sendProblem } from './error-handler.ts';
import { fromDomainProblem } from './problems.ts';

/** Browsers come back after so long; those of one server that was started anew not all at once. */
const AGAIN_MILLIS = { least: 1_000, spread: 2_000 };

/** The stream of one thing that goes on, as the actor sees it. It goes on from the browser's last event. */
export function followLive(
  context: AppContext,
  feed: LiveFeed,
  actor: Actor,
  code: string,
  id: string,
  unknown: () => Problem,
): BodyWriter {
  return async (request, response) => {
    // A browser cannot say it when it begins: then it stands in the address.
    const last = Number(request.get('Last-Event-ID') ?? request.query.after ?? Number.NaN);
    const since = Number.isSafeInteger(last) && last >= 0 ? last : null;
    let [isOpen, isOver] = [false, false];
    let waiting = '';
    const listener = (text: string) => {
      if (!isOpen) waiting += text;
      else stream?.write(text);
    };
    const leave = await feed.follow(code, id, actor, since, listener);
    if (leave === null) {
      sendProblem(request, response, fromDomainProblem(unknown()));
      return;
    }
    const end = () => {
      isOver = true;
      leave();
    };
    // Whoever asked may have gone away meanwhile, and the server may be about to stop.
    if (response.closed || context.isStopping()) {
      end();
      response.end();
      return;
    }
    const stream = context.streams.open(response, end, () => context.isStillIn(request, actor));
    isOpen = true;
    const again = AGAIN_MILLIS.least + Math.floor(Math.random() * AGAIN_MILLIS.spread);
    if (!isOver) stream.write(`retry: ${again}\n${waiting}`);
  };
}
