import { useSyncExternalStore } from 'react';

/** What the pointer does on the map instead of selecting. */
export const TOOLS = [
  'measure',
  'move-point',
  'place-shelter',
  'draw-zone',
  'route-place',
  'close-road',
  'close-area',
  'site-road',
  'site-point',
  'fire-station',
  'plan-place',
  'draw-route',
  'drill-pick',
] as const;
export type Tool = (typeof TOOLS)[number];

let current: Tool | null = null;
const listeners = new Set<() => void>();

/** The map tool in hand; null selects. A tool is a matter of the moment and not of the address. */
export function useTool(): Tool | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export function activeTool(): Tool | null {
  return current;
}

export function setTool(tool: Tool | null): void {
  current = tool;
  for (const listener of listeners) listener();
}
