/** What is of the same district together, in the order in which districts occur first. */
export function byDistrict<One extends { readonly district: string | null }>(
  all: readonly One[],
): [string | null, One[]][] {
  const groups = new Map<string | null, One[]>();
  for (const one of all) {
    const own = groups.get(one.district);
    if (own === undefined) groups.set(one.district, [one]);
    else own.push(one);
  }
  return [...groups];
}
