import { useEffect, useRef } from 'react';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { FileDrop } from './FileDrop.tsx';
import { ImportJobView } from './ImportJobView.tsx';
import { Samples } from './Samples.tsx';
import { SendingState } from './SendingState.tsx';
import { UploadCard } from './UploadCard.tsx';
import { useUploads } from './use-uploads.ts';

/** Files in, what they are, progress, and what became of them. The import shown is in the address. */
export function ImportBox({ code }: { readonly code: string }) {
  const say = useImportWords().imports;
  const importId = useView((view) => view.importId);
  const uploads = useUploads(code);
  const bodyRef = useRef<HTMLDivElement>(null);
  const formerId = useRef(importId);
  // The button that was pressed is gone with the former step: the keyboard goes on from here.
  useEffect(() => {
    if (formerId.current !== importId) bodyRef.current?.focus();
    formerId.current = importId;
  }, [importId]);
  return (
    <section aria-label={say.title} className="rounded-12 border border-line bg-surface">
      <h3 className="border-b border-line px-5 py-3 text-18 font-bold">{say.title}</h3>
      <div ref={bodyRef} tabIndex={-1} className="focus-inset flex flex-col gap-5 p-5">
        {importId !== null ? (
          <>
            <ImportJobView key={importId} code={code} id={importId} />
            <Button className="w-fit" onPress={() => changeView({ importId: null })}>
              {say.another}
            </Button>
          </>
        ) : (
          <>
            <FileDrop onFiles={uploads.send} />
            <div aria-live="polite">
              <SendingState uploads={uploads} />
            </div>
            {uploads.uploads.map((upload) => (
              <UploadCard
                key={upload.uploadId}
                code={code}
                upload={upload}
                onGone={uploads.forget}
              />
            ))}
            <Samples />
          </>
        )}
      </div>
    </section>
  );
}
