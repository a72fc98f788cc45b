import { useEffect, useState } from 'react';

/**
 * A value one commit late, `first` until then. react-maplibre puts sources and layers into the map while it
 * is being rendered: where React throws that first rendering away and begins anew with other values, the
 * map keeps the thrown-away ones for good. So a source begins with nothing, and is changed from there.
 */
export function useCommitted<Value>(value: Value, first: Value): Value {
  const [committed, setCommitted] = useState(first);
  useEffect(() => setCommitted(value), [value]);
  return committed;
}
