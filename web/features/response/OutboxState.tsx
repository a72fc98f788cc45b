import { formatNumber } from '../../i18n/format.ts';
import { Caution } from '../../ui/Notice.tsx';
import { outbox } from './outbox.ts';
import { useResponseWords } from './use-response-words.ts';

/** What this device has not sent yet, said aloud when it changes. */
export function OutboxState({ isAlways = false }: { readonly isAlways?: boolean }) {
  const say = useResponseWords();
  const { waiting, refused } = outbox.use();
  return (
    <div role="status" className="not-printed flex flex-col gap-1">
      {waiting.length > 0 ? (
        <Caution>{say.waiting(formatNumber(waiting.length))}</Caution>
      ) : (
        isAlways && <p className="text-14 text-ink-soft">{say.sent}</p>
      )}
      {refused > 0 && <Caution>{say.refused(formatNumber(refused))}</Caution>}
    </div>
  );
}
