import { useState } from 'react';
import { ATTACHMENT_MEDIA_TYPES, MOST_ATTACHMENT_BYTES, MOST_ATTACHMENTS } from '#contract/relay';
import { Button } from '../../ui/Button.tsx';
import { LabelledField } from '../../ui/LabelledField.tsx';
import { useRelayWords } from './use-relay-words.ts';

/** Photos and PDFs to be sent; one that is too large is named at once. */
export function FileField(props: {
  readonly label: string;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}) {
  const { label, files, onChange } = props;
  const say = useRelayWords();
  const [tooBig, setTooBig] = useState<string | null>(null);
  return (
    <div className="flex flex-col gap-2">
      <LabelledField label={label} hint={say.attachHint}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept={ATTACHMENT_MEDIA_TYPES.join()}
            multiple
            className="min-h-11 w-full py-1.5 file:mr-3 file:min-h-11 file:rounded-8 file:border file:border-line-strong file:bg-surface file:px-4"
            onChange={({ target }) => {
              const given = [...(target.files ?? [])];
              const fits = given.filter(({ size }) => size <= MOST_ATTACHMENT_BYTES);
              setTooBig(given.find(({ size }) => size > MOST_ATTACHMENT_BYTES)?.name ?? null);
              // The same picture can be taken once more after it was taken away.
              target.value = '';
              onChange([...files, ...fits].slice(0, MOST_ATTACHMENTS));
            }}
          />
        )}
      </LabelledField>
      {tooBig !== null && (
        <p role="alert" className="font-bold text-error">
          {say.tooBig(tooBig)}
        </p>
      )}
      {files.length > 0 && (
        <>
          <p role="status" className="number text-14">
            {say.form.fileWaiting(String(files.length))}
          </p>
          <ul>
            {files.map((file, at) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: two files may be called the same
                key={at}
                className="flex items-center gap-2 border-b border-line text-14"
              >
                <span className="min-w-0 flex-1 break-all">{file.name}</span>
                <Button
                  variant="quiet"
                  className="px-2 text-14"
                  onPress={() => onChange(files.toSpliced(at, 1))}
                >
                  {say.form.removeFile(String(at + 1))}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
