import { parentPort } from 'node:worker_threads';
import { failure } from '#domain/problem';
import { ROUTING_FAILURES } from '#domain/routing/routing-failures';
import { doSearch } from './do-search.ts';
import { HeldNetwork } from './held-network.ts';
import type { FromSearch, ToSearch } from './search-orders.ts';

const port = parentPort;
if (port === null) throw new Error('search-worker runs as a worker thread only');

/** More cores than a country has: nothing goes on for ever, whatever the stop says. */
const MOST_SETTLED = 50_000_000;

const networks = new Map<number, HeldNetwork>();
const say = (message: FromSearch) => port.postMessage(message);

port.on('message', (message: ToSearch) => {
  if (message.kind === 'network') networks.set(message.key, new HeldNetwork(message.network));
  else if (message.kind === 'forget') networks.delete(message.key);
  else say(done(message));
});

function done({ id, networkKey, order, stop }: Extract<ToSearch, { kind: 'order' }>): FromSearch {
  const shouldStop = () => Atomics.load(stop, 0) === 1;
  if (shouldStop()) return { id, result: failure(ROUTING_FAILURES.stopped()) };
  try {
    const network = networks.get(networkKey);
    if (network === undefined) throw new Error(`network ${networkKey} was not handed in`);
    return { id, result: doSearch(network, order, { shouldStop, mostSettled: MOST_SETTLED }) };
  } catch (error) {
    return { id, error };
  }
}
