import { useMemo } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** Shown once: to be copied or saved before going on. */
export function RecoveryCodes(props: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}) {
  const words = useWords();
  const say = words.account.totp;
  const text = props.codes.join('\n');
  const file = useMemo(
    () => `data:text/plain;charset=utf-8,${encodeURIComponent(`${say.fileName}\n\n${text}\n`)}`,
    [say.fileName, text],
  );
  return (
    <div className="flex flex-col gap-4">
      <h4 className="text-18 font-bold">{say.recoveryTitle}</h4>
      <p>{say.recoveryText}</p>
      <ol className="number grid max-w-md grid-cols-2 gap-x-6 gap-y-1 rounded-8 border border-line bg-surface-soft p-4 font-bold max-sm:grid-cols-1">
        {props.codes.map((code) => (
          <li key={code} translate="no">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton text={text} />
        <a
          href={file}
          download={`${say.fileName}.txt`}
          className="inline-flex min-h-11 items-center gap-2 rounded-8 border border-action px-3 text-14 font-bold text-action hover:bg-action-soft"
        >
          <Icon name="download" className="size-4" />
          {say.download}
        </a>
      </div>
      <Button variant="primary" className="w-fit" onPress={props.onKept}>
        {say.kept}
      </Button>
    </div>
  );
}
