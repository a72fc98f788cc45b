import { useMemo } from 'react';
import { parseRelayView, type RelayView } from '../../state/relay-view.ts';
import { useView } from '../../state/use-view.ts';

export function useResourcesView(): RelayView {
  const text = useView((view) => view.relay);
  return useMemo(() => parseRelayView(text), [text]);
}
