import { useEffect } from 'react';
import { useAccount } from '../../api/session.ts';
import { keepSending } from './outbox.ts';

/** Sends relay sheets that were written without a network; what became of them stands in their place. */
export default function WaitingSheets() {
  const account = useAccount()?.id ?? null;
  useEffect(() => (account === null ? undefined : keepSending(account)), [account]);
  return null;
}
