import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { type DrillRun, drillEventsSchema } from '#contract/drill-run';
import { planOf, suppliesAt } from '#domain/drill/content';
import type { RunEvent, RunEventBody } from '#domain/drill/run/event';
import { type RunState, runState } from '#domain/drill/run/run-state';
import { supplyState } from '#domain/drill/run/supply';
import { drillLiveAddress, drillRunQuery, fetchEvents } from '../../../api/drill-run.ts';
import { useAccount } from '../../../api/session.ts';
import { offerUndo } from '../../../state/undo.ts';
import { measureClock, outbox, write } from './outbox.ts';
import { allEvents, EMPTY_LOG, type RunLog, withReceived } from './run-log.ts';

const AGAIN_MILLIS = 5_000;
/** What depends on the hour is reckoned anew so often; ticks are at once. */
const CLOCK_MILLIS = 5_000;

export interface Run {
  readonly code: string;
  readonly account: string;
  readonly run: DrillRun;
  readonly state: RunState;
  readonly log: RunLog;
  readonly events: readonly RunEvent[];
  /** By the server's clock, as far as it is known. */
  readonly nowMillis: number;
  /** From the start, until the end; null before it. */
  readonly minute: number | null;
  readonly isLive: boolean;
  /** Who holds this device; null = not said. */
  readonly holder: string | null;
  readonly hold: (participantId: string | null) => void;
  /** Writes something down; with a text it can be taken back for a while. */
  readonly write: (body: RunEventBody, text?: string) => void;
}

const RunContext = createContext<Run | null>(null);
export const RunProvider = RunContext.Provider;
export function useRun(): Run {
  const run = useContext(RunContext);
  if (run === null) throw new Error('outside of a drill that is run');
  return run;
}

/** The drill as it stands by all that this device knows, its own words included. `run` undefined: not there yet. */
export function useFollowedRun(code: string, drillId: string) {
  const account = useAccount()?.id ?? '';
  const query = useQuery(drillRunQuery(code, drillId));
  const run = query.data;
  const [log, setLog] = useState<RunLog>(EMPTY_LOG);
  const isLive = useStream(code, drillId, log.cursor, run !== undefined, setLog);
  const [holder, hold] = useHolder(drillId);
  const { waiting, sent, offsetMillis } = outbox.use();
  const now = useNow() + (offsetMillis ?? 0);
  useEffect(() => {
    if (run !== undefined) setLog((was) => withReceived(was, run.events));
  }, [run]);
  const events = useMemo(() => {
    const own = [...sent, ...waiting].filter((one) => one.drillId === drillId);
    return allEvents(
      log,
      own.map(({ event }) => event),
    );
  }, [log, sent, waiting, drillId]);
  const standing = useMemo(() => {
    if (run === undefined) return null;
    const expected = new Map(run.expected.map(({ personId, minute }) => [personId, minute]));
    const plan = planOf(drillId, run.content);
    const state = runState(plan, suppliesAt(run.content, 0), expected, events, now);
    const { startedMillis, endedMillis, people } = state;
    if (startedMillis === null) return { minute: null, state };
    const minute = ((endedMillis ?? now) - startedMillis) / 60_000;
    // Power comes and goes by the minute, which is known only now.
    const supplies = suppliesAt(run.content, minute).map((one) =>
      supplyState(one, plan.people, people),
    );
    return { minute, state: { ...state, supplies } };
  }, [run, drillId, events, now]);
  const value: Run | null =
    run === undefined || standing === null
      ? null
      : {
          ...{ code, account, run, log, events, isLive, holder, hold },
          ...{ ...standing, nowMillis: now },
          write: (body, text) => {
            const of = { account, code, drillId };
            void write(of, holder, body).then((event) => {
              if (text === undefined) return;
              offerUndo({
                text,
                undo: async () => void (await write(of, holder, { kind: 'undo', event })),
              });
            });
          },
        };
  return { query, value };
}

/** What other devices write down comes in by itself; after a gap what came meanwhile is asked for. */
function useStream(
  code: string,
  drillId: string,
  cursor: number,
  isRead: boolean,
  setLog: (update: (log: RunLog) => RunLog) => void,
): boolean {
  const queryClient = useQueryClient();
  const [isLive, setLive] = useState(false);
  const after = useLatest(cursor);
  useEffect(() => {
    if (!isRead) return;
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    const catchUp = async () => {
      try {
        for (;;) {
          const askedAt = Date.now();
          const events = await fetchEvents(code, drillId, after.current);
          measureClock(events.nowMillis, askedAt, Date.now());
          setLog((was) => withReceived(was, events));
          after.current = Math.max(after.current, events.cursor);
          if (!events.hasMore) break;
        }
      } catch {
        // Without a network: the stream comes back by itself and asks again.
      }
    };
    const follow = () => {
      source = new EventSource(drillLiveAddress(code, drillId));
      source.onopen = () => {
        setLive(true);
        void catchUp();
      };
      source.addEventListener('events', (message: MessageEvent<string>) => {
        const events = drillEventsSchema.parse(JSON.parse(message.data));
        setLog((was) => withReceived(was, events));
      });
      source.onerror = () => {
        setLive(false);
        if (source?.readyState !== EventSource.CLOSED) return;
        source.close();
        again = setTimeout(follow, AGAIN_MILLIS);
      };
    };
    follow();
    const online = () => {
      source?.close();
      clearTimeout(again);
      follow();
    };
    addEventListener('online', online);
    return () => {
      removeEventListener('online', online);
      clearTimeout(again);
      source?.close();
      setLive(false);
      // What was seen here is in what is kept when the drill is opened the next time.
      void queryClient.invalidateQueries({ queryKey: drillRunQuery(code, drillId).queryKey });
    };
  }, [code, drillId, isRead, setLog, after, queryClient]);
  return isLive;
}

function useLatest<Value>(value: Value): { current: Value } {
  const [held] = useState({ current: value });
  useEffect(() => {
    held.current = value;
  }, [held, value]);
  return held;
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  const { waiting } = outbox.use();
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), CLOCK_MILLIS);
    return () => clearInterval(timer);
  }, []);
  // What was just written down did not happen in the future.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each event
  useEffect(() => setNow(Date.now()), [waiting]);
  return now;
}

/** An opaque id, and of this browser alone: no address and no server has it. */
function useHolder(drillId: string): [string | null, (id: string | null) => void] {
  const key = `michishirube.drill-holder.${drillId}`;
  const [holder, setHolder] = useState(() => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  });
  const hold = (id: string | null) => {
    setHolder(id);
    try {
      if (id === null) localStorage.removeItem(key);
      else localStorage.setItem(key, id);
    } catch {
      // It holds for this window.
    }
  };
  return [holder, hold];
}
