import { rememberAddress } from '../../state/found-address.ts';
import { askToLookAt } from '../../state/look-at.ts';
import { pointId } from '../../state/point-id.ts';
import type { Selection } from '../../state/selection.ts';
import type { SearchItem } from './search-items.ts';

/** What is selected when a result is chosen; the map goes to where it cannot find that out by itself. */
export function choose(found: SearchItem): Selection {
  switch (found.kind) {
    case 'people':
      return { kind: 'resident', id: found.item.id };
    case 'shelters':
      return { kind: 'shelter', id: found.item.id };
    case 'districts':
      return { kind: 'district', id: found.item.id };
    case 'zones': {
      askToLookAt(found.item.bbox);
      return { kind: 'zone', id: found.item.id };
    }
    case 'stations':
    case 'addresses': {
      const isStation = found.kind === 'stations';
      const place = isStation
        ? { position: found.item.position, accuracy: 'manual' as const, radiusMeters: 0 }
        : found.item;
      const id = pointId(place);
      rememberAddress(id, isStation ? found.item.name : found.item.label);
      return { kind: 'point', id };
    }
  }
}
