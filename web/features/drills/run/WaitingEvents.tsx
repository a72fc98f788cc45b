import { useEffect } from 'react';
import { useAccount } from '../../../api/session.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useView } from '../../../state/use-view.ts';
import { Caution } from '../../../ui/Notice.tsx';
import { keepSending, outbox } from './outbox.ts';
import { useRunWords } from './use-run-words.ts';

/** Sends what was written down in drills, wherever the application is open; among drills the run says it itself. */
export default function WaitingEvents() {
  const say = useRunWords();
  const account = useAccount()?.id ?? '';
  const isAtDrills = useView(({ place }) => place === 'drills');
  const { waiting } = outbox.use();
  useEffect(() => (account === '' ? undefined : keepSending(account)), [account]);
  return (
    <div role="status" className="not-printed">
      {waiting.length > 0 && !isAtDrills && (
        <Caution>{say.waitingElsewhere(formatNumber(waiting.length))}</Caution>
      )}
    </div>
  );
}
