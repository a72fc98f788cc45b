let isDone = false;
const waiting = new Set<() => void>();

/** The map has drawn all it asked for, or it is known that there will be none. */
export function noteFirstDrawing(): void {
  isDone = true;
  // Once the screen shows it: what waits for this has time.
  setTimeout(() => {
    for (const go of waiting) go();
    waiting.clear();
  });
}

/** Calls back once the first view is there. Answers what takes that back. */
export function afterFirstDrawing(go: () => void): () => void {
  if (isDone) go();
  else waiting.add(go);
  return () => waiting.delete(go);
}
