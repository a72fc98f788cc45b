import { type RefObject, useLayoutEffect, useState } from 'react';

/** Steps of width, so that dragging an edge does not build the columns anew at every pixel. */
const STEP_PIXELS = 20;

/** Width of an element in pixels, as it changes. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [widthPixels, setWidthPixels] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setWidthPixels(Math.floor(element.clientWidth / STEP_PIXELS) * STEP_PIXELS),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return widthPixels;
}
