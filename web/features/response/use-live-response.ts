import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { type ResponseDetail, responseEventSchema } from '#contract/response';
import { eventsAddress, responseQuery } from '../../api/response.ts';
import { needsReading, withEvent, withLater } from './merge-live.ts';
import { outbox } from './outbox.ts';

const AGAIN_MILLIS = 5_000;

/** A response that moves by itself while it is looked at, with what this device has not sent yet laid over it. */
export function useLiveResponse(code: string, id: string) {
  const query = useQuery(responseQuery(code, id));
  const { live } = useStream(code, id, query.isSuccess);
  const { waiting, sent } = outbox.use();
  const { data } = query;
  const detail = useMemo<ResponseDetail | undefined>(() => {
    const own = [...sent, ...waiting].filter(({ responseId }) => responseId === id);
    if (data === undefined || own.length === 0) return data;
    return withLater(
      data,
      own.map(({ personId, status, at, shelterId }) => ({
        ...{ id: personId, status, at, shelterId: shelterId ?? null },
        ...{ reportedBy: null, reportedRole: null },
      })),
    );
  }, [data, waiting, sent, id]);
  return { query, detail, live };
}

/** Whether what others report comes in by itself. */
export type LiveState = 'connecting' | 'on' | 'off';

function useStream(code: string, id: string, isRead: boolean): { readonly live: LiveState } {
  const queryClient = useQueryClient();
  const [live, setLive] = useState<LiveState>('connecting');
  useEffect(() => {
    if (!isRead) return;
    const { queryKey } = responseQuery(code, id);
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    const take = (message: MessageEvent<string>) => {
      const event = responseEventSchema.parse(JSON.parse(message.data));
      const before = queryClient.getQueryData(queryKey);
      if (before === undefined) return;
      queryClient.setQueryData(queryKey, withEvent(before, event));
      if (needsReading(before, event)) void queryClient.invalidateQueries({ queryKey });
    };
    const follow = () => {
      source = new EventSource(eventsAddress(code, id));
      source.onopen = () => setLive('on');
      source.addEventListener('state', take);
      source.addEventListener('change', take);
      source.onerror = () => {
        setLive('off');
        // The browser comes back by itself unless the server has said no.
        if (source?.readyState !== EventSource.CLOSED) return;
        source.close();
        again = setTimeout(follow, AGAIN_MILLIS);
      };
    };
    follow();
    return () => {
      clearTimeout(again);
      source?.close();
      setLive('connecting');
    };
  }, [code, id, isRead, queryClient]);
  return { live };
}
