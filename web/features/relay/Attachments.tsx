import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RelaySheet } from '#contract/relay';
import {
  addRelayAttachment,
  fetchAttachment,
  relaySheetQuery,
  setAttachmentRemoved,
} from '../../api/relay.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { FileField } from './FileField.tsx';
import { useRelayWords } from './use-relay-words.ts';

/** Photos and PDFs: each is fetched when somebody wants to see it, as each look is written down. */
export function Attachments({
  code,
  sheet,
}: {
  readonly code: string;
  readonly sheet: RelaySheet;
}) {
  const say = useRelayWords();
  const queryClient = useQueryClient();
  const [error, setError] = useState<Error | null>(null);
  const show = (next: RelaySheet) =>
    void queryClient.setQueryData(relaySheetQuery(code, sheet.id).queryKey, next);
  const doing = async (work: () => Promise<void>) => {
    setError(null);
    try {
      await work();
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    }
  };
  const open = (id: string, mediaType: string) =>
    doing(async () => {
      const name = `attachment.${mediaType.slice(mediaType.indexOf('/') + 1)}`;
      saveFile(await fetchAttachment(code, sheet.id, id), name);
    });
  if (sheet.attachments.length === 0 && !sheet.mayAttach) return null;
  return (
    <section aria-label={say.attachments} className="flex flex-col gap-2">
      <h4 className="font-bold">{say.attachments}</h4>
      <ul>
        {sheet.attachments.map((file, at) => {
          const number = String(at + 1);
          return (
            <li key={file.id} className="flex flex-wrap items-center gap-2 border-b border-line">
              <span className="min-w-0 flex-1 text-14">
                {say.attachment(number, say.kinds[file.mediaType], file.addedBy)}
              </span>
              <Button className="not-printed" onPress={() => void open(file.id, file.mediaType)}>
                {say.open}
              </Button>
              {sheet.mayAttach && (
                <Button
                  variant="quiet"
                  className="not-printed px-2 text-14"
                  onPress={() =>
                    void doing(async () => {
                      show(await setAttachmentRemoved(code, sheet.id, file.id, true));
                      offerUndo({
                        text: say.removed,
                        undo: async () =>
                          show(await setAttachmentRemoved(code, sheet.id, file.id, false)),
                      });
                    })
                  }
                >
                  {say.remove(number)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Refusal error={error} />
      {sheet.mayAttach && (
        <div className="not-printed">
          <FileField
            label={say.attach}
            files={[]}
            onChange={(files) =>
              void doing(async () => {
                for (const file of files) show(await addRelayAttachment(code, sheet.id, file));
              })
            }
          />
        </div>
      )}
    </section>
  );
}
