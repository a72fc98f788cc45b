import type { ToMoveOnWire } from '#contract/response';
import { RESPONSE_STATUS_LABELS, type ResponseStatus } from '#domain/plan/response';
import { useAccount } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { enqueue } from './outbox.ts';
import { useResponseWords } from './use-response-words.ts';

type Report = (person: ToMoveOnWire, status: ResponseStatus, shelterId?: string | null) => void;

/** Says how somebody stands; for a while it can be taken back, by saying again what stood before. */
export function useReport(code: string, responseId: string): Report {
  const words = useWords();
  const say = useResponseWords();
  const accountId = useAccount()?.id ?? '';
  const put = (personId: string, status: ResponseStatus, shelterId: string | null) =>
    enqueue({
      ...{ id: crypto.randomUUID(), code, responseId, accountId, personId, status, shelterId },
      at: new Date().toISOString(),
    });
  return (person, status, shelterId = null) => {
    void put(person.id, status, shelterId);
    offerUndo({
      text: say.changed(person.name, words.pick(RESPONSE_STATUS_LABELS[status])),
      undo: () => put(person.id, person.status, person.shelterId),
    });
  };
}
