import { useAccount } from '../../api/session.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeRelayView } from '../../state/relay-view.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { fileOfText } from './file-text.ts';
import { enqueue, relayOutbox, takeOut, type WaitingSheet } from './outbox.ts';
import { relayDraft } from './relay-draft.ts';
import { useRelayWords } from './use-relay-words.ts';

/** What this device has not sent yet, and what was refused, to be corrected. */
export function OutboxState({ code }: { readonly code: string }) {
  const words = useWords();
  const { outbox: say, form } = useRelayWords();
  const account = useAccount()?.id ?? null;
  const { waiting, sent, filesRefused } = relayOutbox.use();
  const own = waiting.filter((sheet) => sheet.account === account && sheet.code === code);
  const refused = own.filter(({ refusal }) => refusal !== null);
  const open = own.length - refused.length;
  return (
    <div className="not-printed flex flex-col gap-2 px-4 empty:hidden">
      <div role="status">
        {open > 0 ? (
          <Caution>{say.waiting(formatNumber(open))}</Caution>
        ) : (
          sent > 0 && <p className="text-14">{say.sentLater(formatNumber(sent))}</p>
        )}
        {filesRefused > 0 && <Caution>{form.filesFailed(formatNumber(filesRefused))}</Caution>}
      </div>
      {refused.length > 0 && (
        <section aria-label={say.refused(formatNumber(refused.length))}>
          <Caution>{say.refused(formatNumber(refused.length))}</Caution>
          <ul>
            {refused.map((sheet) => (
              <li key={sheet.body.id} className="flex flex-wrap items-center gap-2 py-2">
                <span className="min-w-0 flex-1 break-words">
                  {sheet.body.seen.slice(0, 40)}
                  <span className="block text-14 text-ink-soft">
                    {say.refusedReason} {sheet.refusal === null ? '' : words.pick(sheet.refusal)}
                  </span>
                </span>
                <Button onPress={() => void correct(sheet, form.cleared)}>{say.fix}</Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Back into the form, under an id of its own; what was being written there can be had back. */
async function correct(sheet: WaitingSheet, cleared: string): Promise<void> {
  const { body, personName, files } = sheet;
  const before = relayDraft.get();
  relayDraft.set({
    id: crypto.randomUUID(),
    person: body.personId === null ? null : { id: body.personId, name: personName ?? '' },
    ...{ placeText: body.place.text, position: body.place.position, seen: body.seen },
    ...{ urgency: body.urgency, office: body.office },
    links: body.links ?? [],
    files: files.map((text, at) => new File([fileOfText(text)], `${at + 1}`)),
  });
  await takeOut(body.id);
  if (before.seen.trim() !== '' || before.files.length > 0)
    offerUndo({
      text: cleared,
      undo: async () => {
        await enqueue(sheet);
        relayDraft.set(before);
      },
    });
  changeRelayView({ tab: 'write', sheet: null });
}
