import { type CSSProperties, type RefObject, useEffect, useState } from 'react';

/** Between a message and what lies below it. */
const GAP_PIXELS = 8;
/** Of a map that is seen instead of the list: its dates and scale stay to be read. */
const MAP_FOOT_PIXELS = 72;

/**
 * Where a message lies: over the bottom of the list, which gets so much room below (`--message-room`) that none of
 * its buttons is covered. Beside the list nothing moves, so that a map keeps what is pressed where it is.
 */
export function useMessageRoom(message: RefObject<HTMLElement | null>): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>({});
  useEffect(() => {
    const { documentElement: root } = document;
    const list = document.querySelector<HTMLElement>('.desk-list');
    const place = () => {
      const height = message.current?.offsetHeight ?? 0;
      root.style.setProperty('--message-room', `${height + 2 * GAP_PIXELS}px`);
      if (list === null) return;
      const { left, width, bottom } = list.getBoundingClientRect();
      const foot = list.dataset.hidden === 'true' ? MAP_FOOT_PIXELS : 0;
      setStyle({ left, width, bottom: window.innerHeight - bottom + GAP_PIXELS + foot });
    };
    const observer = new ResizeObserver(place);
    for (const one of [list, message.current, document.body]) if (one) observer.observe(one);
    place();
    return () => {
      observer.disconnect();
      root.style.removeProperty('--message-room');
    };
  }, [message]);
  return style;
}
