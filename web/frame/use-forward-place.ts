import { useQuery } from '@tanstack/react-query';
import { useMay } from '../api/access.ts';
import { responsesQuery } from '../api/open-responses.ts';
import { useFirstView } from '../state/use-first-view.ts';
import type { Place } from '../state/view-state.ts';

/** The place that comes to the front: that of responses, while one is open that concerns whoever looks. */
export function useForwardPlace(code: string | null): Place | null {
  const may = useMay();
  const isTime = useFirstView();
  const { data } = useQuery({
    ...responsesQuery(code ?? ''),
    enabled: code !== null && isTime && may('responses.see'),
  });
  return data?.responses.some(({ concernsMe }) => concernsMe) ? 'response' : null;
}
