import { useEffect, useState } from 'react';
import { useAccount } from '../api/session.ts';
import { useView } from '../state/use-view.ts';

/** Name of the browser's database of sheets (features/relay/kept-sheets): without it nothing can wait. */
const KEPT_SHEETS = 'michishirube-relay';

/** Sends relay sheets that were written without a network, wherever the application is open. */
export function WaitingSheets() {
  const account = useAccount()?.id ?? null;
  const isAtRelay = useView(({ place }) => place === 'relay');
  const [mayWait, setMayWait] = useState(false);
  useEffect(() => {
    if (isAtRelay) setMayWait(true);
    else hasKeptSheets().then((has) => has && setMayWait(true));
  }, [isAtRelay]);
  useEffect(() => {
    if (!mayWait || account === null) return;
    let end = () => {};
    let isOver = false;
    void import('../features/relay/outbox.ts').then(({ keepSending }) => {
      if (!isOver) end = keepSending(account);
    });
    return () => {
      isOver = true;
      end();
    };
  }, [mayWait, account]);
  return null;
}

async function hasKeptSheets(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === KEPT_SHEETS);
  } catch {
    return true;
  }
}
