/** How many plans name each shelter, of those people who count. */
export function countPlanned(
  planned: readonly { readonly residentId: string; readonly shelterId: string | null }[],
  isCounted: (residentId: string) => boolean,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { residentId, shelterId } of planned)
    if (shelterId !== null && isCounted(residentId))
      counts.set(shelterId, (counts.get(shelterId) ?? 0) + 1);
  return counts;
}
