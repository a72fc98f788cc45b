import { useEffect, useState } from 'react';

/**
 * A value one commit late, `first` until then: react-maplibre changes the map while it renders, and keeps
 * what a rendering that React throws away put there.
 */
export function useCommitted<Value>(value: Value, first: Value): Value {
  const [committed, setCommitted] = useState(first);
  useEffect(() => setCommitted(value), [value]);
  return committed;
}
