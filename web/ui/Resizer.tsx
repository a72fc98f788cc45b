import type { KeyboardEvent, PointerEvent } from 'react';

const KEY_STEP_PIXELS = 24;

interface ResizerProps {
  readonly label: string;
  /** `vertical`: a bar between left and right. */
  readonly orientation: 'vertical' | 'horizontal';
  readonly sizePixels: number;
  readonly leastPixels: number;
  readonly mostPixels: number;
  /** The part that grows lies right of (below) the bar. */
  readonly onResize: (sizePixels: number) => void;
  readonly className?: string;
}

/** A bar that is dragged, or moved by arrow keys, to give a part of the screen more or less room. */
export function Resizer(props: ResizerProps) {
  const isVertical = props.orientation === 'vertical';
  const resizeTo = (size: number) =>
    props.onResize(Math.round(Math.max(props.leastPixels, Math.min(props.mostPixels, size))));
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.getBoundingClientRect();
    resizeTo(props.sizePixels - (isVertical ? event.clientX - box.x : event.clientY - box.y));
  };
  const press = (event: KeyboardEvent) => {
    const grow = isVertical ? 'ArrowLeft' : 'ArrowUp';
    const shrink = isVertical ? 'ArrowRight' : 'ArrowDown';
    if (event.key === grow) resizeTo(props.sizePixels + KEY_STEP_PIXELS);
    else if (event.key === shrink) resizeTo(props.sizePixels - KEY_STEP_PIXELS);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that is a control has no element of its own
    <div
      role="separator"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation={props.orientation}
      aria-valuenow={props.sizePixels}
      aria-valuemin={props.leastPixels}
      aria-valuemax={props.mostPixels}
      className={`relative z-2 shrink-0 touch-none bg-line after:absolute after:content-[''] hover:bg-action focus-visible:bg-action ${
        isVertical
          ? 'w-0.5 cursor-col-resize after:-inset-x-1 after:inset-y-0'
          : 'h-0.5 cursor-row-resize after:inset-x-0 after:-inset-y-1'
      } ${props.className ?? ''}`}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
