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
    case 'addresses': {
      const id = pointId(found.item);
      rememberAddress(id, found.item.label);
      return { kind: 'point', id };
    }
  }
}
