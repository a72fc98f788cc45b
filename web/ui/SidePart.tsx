import { type ComponentType, useEffect, useState } from 'react';

const AGAIN_MILLIS = 10_000;

/**
 * A part of the client that stands beside what somebody does and that nobody asked for. It is nothing until it is
 * there; where the network goes before it was fetched it is fetched later, and takes nothing down with it.
 */
export function SidePart<Props extends object>(props: {
  /** Stays the same function. */
  readonly load: () => Promise<{ readonly default: ComponentType<Props> }>;
  readonly given: Props;
}) {
  const { load } = props;
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fetchIt = () => {
      load().then(
        (module) => !isOver && setPart(() => module.default),
        () => {
          if (!isOver) timer = setTimeout(fetchIt, AGAIN_MILLIS);
        },
      );
    };
    fetchIt();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [load]);
  return Part === null ? null : <Part {...props.given} />;
}
