import { useState } from 'react';
import type { WriteRelay } from '#contract/relay';
import { MOST_ATTACHMENTS } from '#contract/relay';
import { ApiError } from '../../api/client.ts';
import { addRelayAttachment, takeRelayStep, writeRelay } from '../../api/relay.ts';
import { useAccount } from '../../api/session.ts';
import { changeRelayView } from '../../state/relay-view.ts';
import { offerUndo } from '../../state/undo.ts';
import { textOfFile } from './file-text.ts';
import { enqueue } from './outbox.ts';
import { freshDraft, type RelayDraft, relayDraft } from './relay-draft.ts';
import { useRelayWords } from './use-relay-words.ts';

interface SendState {
  readonly isSending: boolean;
  readonly error: Error | null;
  readonly isPersonRefused: boolean;
  /** Where it was kept, as there is no network. */
  readonly note: 'kept' | 'notKept' | null;
  readonly filesLeft: number;
}
const QUIET: SendState = {
  ...{ isSending: false, error: null, isPersonRefused: false, note: null, filesLeft: 0 },
};

/** Sends what is written and opens it; without a network it is kept sealed, and nothing is ever lost. */
export function useSendSheet(code: string) {
  const say = useRelayWords();
  const account = useAccount()?.id ?? '';
  const [state, setState] = useState(QUIET);
  const send = async (draft: RelayDraft) => {
    setState({ ...QUIET, isSending: true });
    const writtenAt = new Date().toISOString();
    const body: Omit<WriteRelay, 'sentAt'> = {
      ...{ id: draft.id, writtenAt, personId: draft.person?.id ?? null },
      links: draft.links
        .filter(({ kind, id }) => kind !== 'plan' || id === draft.person?.id)
        .map((link) => ({ ...link })),
      place: {
        text: draft.placeText,
        position: draft.position && [draft.position[0], draft.position[1]],
      },
      ...{ seen: draft.seen.trim(), urgency: draft.urgency, office: { ...draft.office } },
    };
    try {
      const sheet = await writeRelay(code, { ...body, sentAt: writtenAt });
      const left: File[] = [];
      for (const file of draft.files.slice(0, MOST_ATTACHMENTS))
        await addRelayAttachment(code, draft.id, file).catch(() => left.push(file));
      relayDraft.set(freshDraft());
      setState({ ...QUIET, filesLeft: left.length });
      if (left.length === 0) changeRelayView({ tab: 'sheets', box: 'written', sheet: sheet.id });
      offerUndo({
        text: say.form.sent,
        undo: async () => {
          await takeRelayStep(code, sheet.id, { version: sheet.version, step: 'withdraw' });
          relayDraft.set({ ...draft, id: crypto.randomUUID() });
          changeRelayView({ tab: 'write', sheet: null });
        },
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status !== 0 && error.status < 500) {
        const isPersonRefused = error.problem?.code === 'relay.person-not-seen';
        return setState({ ...QUIET, error, isPersonRefused });
      }
      const files = await Promise.all(draft.files.map(textOfFile));
      const sheet = { code, account, body, personName: draft.person?.name ?? null, files };
      const isKept = await enqueue({ ...sheet, refusal: null });
      relayDraft.set(freshDraft());
      setState({ ...QUIET, note: isKept ? 'kept' : 'notKept' });
    }
  };
  return { state, send };
}
