import { useQueries } from '@tanstack/react-query';
import { shelterQuery } from './queries.ts';
import { useAccount } from './session.ts';

/** Names of the facilities that the account is of, as far as they are read; none for other roles. */
export function useOwnFacilities(): readonly string[] {
  const account = useAccount();
  const code = account?.municipalityCode ?? null;
  const ids = code === null ? [] : (account?.shelterIds ?? []);
  return useQueries({
    queries: ids.map((id) => shelterQuery(code ?? '', id)),
    combine: (all) => all.flatMap(({ data }) => data?.name ?? []),
  });
}
