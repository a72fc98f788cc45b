import { useMap } from '@vis.gl/react-maplibre';
import type { ErrorEvent, VectorTileSource } from 'maplibre-gl';
import { useEffect } from 'react';
import { noteSessionEnded, useReturns } from '../state/session-end.ts';

/** A tile that fails is drawn when it comes; the frame says when the server is out of reach or the session ended. */
export function noteFailure({ error }: ErrorEvent): void {
  if (!('status' in error) || error.status !== 401 || !('url' in error)) return;
  // A base map of another host may want a key of its own: that says nothing of our session.
  if (new URL(String(error.url), location.origin).origin === location.origin)
    void noteSessionEnded();
}

/** What was refused while nobody was signed in is asked for once more. */
export function TilesAfterReturn() {
  const { current: map } = useMap();
  const returns = useReturns();
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
