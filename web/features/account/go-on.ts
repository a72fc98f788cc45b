import type { QueryClient } from '@tanstack/react-query';
import type { SessionView } from '#contract/account';
import { isOfAudit } from '../../api/is-of-audit.ts';
import { sessionQuery } from '../../api/session.ts';
import { holderOf } from '../../state/holder.ts';
import { noteSignedInAgain } from '../../state/session-end.ts';

/**
 * Goes on with the page after somebody signed in again, here or beside it. The same account in the same role
 * with the same reach finds its forms as they were and reads anew what it sees; anybody else starts anew.
 */
export function goOn(queryClient: QueryClient, session: SessionView): void {
  const { queryKey } = sessionQuery();
  const before = queryClient.getQueryData(queryKey)?.account ?? null;
  const { account } = session;
  if (account === null) return;
  if (before === null || holderOf(before) !== holderOf(account)) {
    location.reload();
    return;
  }
  queryClient.setQueryData(queryKey, session);
  queryClient.removeQueries({
    type: 'inactive',
    predicate: (query) => query.queryKey[0] !== queryKey[0],
  });
  noteSignedInAgain();
  void queryClient.invalidateQueries({
    predicate: (query) => query.queryKey[0] !== queryKey[0] && !isOfAudit(query.queryKey),
  });
}
