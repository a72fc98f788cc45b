/**
 * Ranks anew, from one, those whom an actor sees: a gap would tell of somebody whom it does not. Whoever is
 * not ranked yet (null) stays so.
 */
export function withOwnRanks<Person extends { readonly rank: number | null }>(
  people: readonly Person[],
): Person[] {
  const ranks = people.flatMap(({ rank }) => (rank === null ? [] : [rank])).sort((a, b) => a - b);
  const places = new Map(ranks.map((rank, place) => [rank, place + 1]));
  return people.map((person) => ({
    ...person,
    rank: person.rank === null ? null : (places.get(person.rank) ?? null),
  }));
}
