import { useMap } from '@vis.gl/react-maplibre';
import type { ErrorEvent, VectorTileSource } from 'maplibre-gl';
import { useEffect } from 'react';
import { noteSessionEnded, useReturns } from '../state/session-end.ts';
import { useTurns, waitForTurn } from '../state/turn.ts';

/** A tile that fails is drawn when it comes; the frame says when the server is out of reach or the session ended. */
export function noteFailure({ error }: ErrorEvent): void {
  if (!('status' in error) || !('url' in error)) return;
  // A base map of another host may want a key of its own: that says nothing of our session.
  if (new URL(String(error.url), location.origin).origin !== location.origin) return;
  if (error.status === 401) void noteSessionEnded();
  if (error.status === 429 && 'body' in error && error.body instanceof Blob)
    void new Response(error.body).json().then(waitForTurn);
}

/** What was refused while nobody was signed in, or too much was asked, is asked for once more. */
export function TilesAfterReturn() {
  const { current: map } = useMap();
  const returns = useReturns() + useTurns();
  useEffect(() => {
    if (map === undefined || returns === 0) return;
    for (const id of Object.keys(map.getStyle().sources)) {
      const source = map.getSource(id);
      if (source?.type !== 'vector' || !('setUrl' in source) || !('url' in source)) continue;
      const { url } = source as VectorTileSource;
      if (!url.startsWith('pmtiles:')) (source as VectorTileSource).setUrl(url);
    }
  }, [map, returns]);
  return null;
}
